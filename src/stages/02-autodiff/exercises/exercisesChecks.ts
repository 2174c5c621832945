import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

const AUDIT = `// Given: the functions that the tests name. The point can't be changed: work on copies.
const functions = {
  bowl: ([x, y]) => x * x + 3 * x * y,
  wave: ([x]) => Math.sin(x),
  square: ([x]) => x * x,
  flat: () => 7
};
const audit = (name, x, claimed) => firstWrong(functions[name], Object.freeze(x), claimed);`;

const CHECK = `function firstWrong(f, x, claimed) {
  return claimed.findIndex((slope, i) => {
    const h = 1e-5 * Math.max(1, Math.abs(x[i]));
    const at = (value) => f(x.map((xj, j) => (j === i ? value : xj)));
    const numeric = (at(x[i] + h) - at(x[i] - h)) / (2 * h);
    const error = Math.abs(numeric - slope) / Math.max(1, Math.abs(numeric));
    return !(error <= 1e-6);
  });
}`;

const checkSolution = `${CHECK}\n\n${AUDIT}`;

const PUSH = `// Given: runs a program, lines [name, [value, tangent]] or [name, operation, x, y], and returns its last line's pair.
function push(program) {
  const known = new Map();
  let last;
  for (const [name, op, ...operands] of program) {
    last = typeof op === "string" ? duals[op](...operands.map((x) => known.get(x) ?? x)) : op;
    known.set(name, last);
  }
  return last;
}`;

const DUALS = `const lift = (x) => (typeof x === "number" ? [x, 0] : x);
const binary = (rule) => (x, y) => rule(...lift(x), ...lift(y));

const duals = {
  add: binary((x, dx, y, dy) => [x + y, dx + dy]),
  mul: binary((x, dx, y, dy) => [x * y, dx * y + x * dy]),
  div: binary((x, dx, y, dy) => [x / y, (dx * y - x * dy) / (y * y)]),
  sin: ([x, dx]) => [Math.sin(x), Math.cos(x) * dx],
  exp: ([x, dx]) => [Math.exp(x), Math.exp(x) * dx]
};`;

const dualSolution = `${DUALS}\n\n${PUSH}`;

/** How to see that an engine is right: by differences, and by the other mode. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "autodiff-project-check",
    title: "6. A gradient check",
    prompt:
      "Write firstWrong(f, x, claimed): f takes a list of numbers, x is such a list, and claimed is what somebody says is the gradient of f at x. Compare each with the central difference (f(… xᵢ + h …) − f(… xᵢ − h …)) / 2h. Return the place of the first that is off by more than 10⁻⁶, relative to 1 or to the difference if that is larger; −1 if none is. Let h be 10⁻⁵ times the size of xᵢ, or 10⁻⁵ if that is larger.",
    start: `function firstWrong(f, x, claimed) {\n  return -1;\n}\n\n${AUDIT}`,
    functionName: "audit",
    cases: [
      {args: ["bowl", [1, 2], [8, 3]], expected: -1, hint: "∂/∂x = 2x + 3y = 8 and ∂/∂y = 3x = 3: both are right."},
      {args: ["bowl", [1, 2], [8, 2]], expected: 1, hint: "The second is wrong: it should be 3."},
      {
        args: ["bowl", [1, 2], [-8, 3]],
        expected: 0,
        hint: "The first has the wrong sign: a difference of 16 is large."
      },
      {args: ["wave", [1], [0.54030231]], expected: -1, hint: "cos 1 to eight digits is within 10⁻⁶."},
      {args: ["wave", [1], [0.54031]], expected: 0, hint: "Off by 8 · 10⁻⁶. One-sided differences would not know."},
      {args: ["square", [1e6], [2e6]], expected: -1, hint: "At a million, a step of 10⁻⁵ drowns in rounding."},
      {args: ["flat", [3, 4], [0, NaN]], expected: 1, hint: "NaN is not right. Beware: NaN > 10⁻⁶ is false."}
    ],
    solution: checkSolution,
    wrong: [
      {
        code: checkSolution.replace("(at(x[i] + h) - at(x[i] - h)) / (2 * h)", "(at(x[i] + h) - at(x[i])) / h"),
        why: "One-sided: its error is a hundred thousand times as large."
      },
      {
        code: checkSolution.replace("return !(error <= 1e-6);", "return error > 1e-6;"),
        why: "It lets NaN pass."
      },
      {
        code: checkSolution.replace("1e-5 * Math.max(1, Math.abs(x[i]))", "1e-5"),
        why: "The step does not grow with x, so that rounding is all that it measures at a million."
      },
      {
        code: checkSolution.replace("const error = Math.abs(numeric - slope)", "const error = (numeric - slope)"),
        why: "It finds only what is too small."
      }
    ],
    explanation:
      "Two evaluations for each number, so it is for tests and not for training. Central, as its error is of the order of h² and not of h. The step grows with x, since floating-point numbers are spaced in proportion to their size. And the condition is written so that what is no number fails it."
  },
  {
    kind: "write",
    name: "autodiff-project-duals",
    title: "7. Forward, by dual numbers",
    prompt:
      "Write duals, an object of operations on pairs [value, tangent], where the tangent says how fast the value changes: add, mul and div of two operands, sin and exp of one. A plain number does not change. No graph is needed: the pairs are computed as the program goes.",
    start: `const duals = {\n  add: (x, y) => x,\n  mul: (x, y) => x,\n  div: (x, y) => x,\n  sin: (x) => x,\n  exp: (x) => x\n};\n\n${PUSH}`,
    functionName: "push",
    cases: [
      {
        args: [
          [
            ["x", [3, 1]],
            ["f", "mul", "x", "x"]
          ]
        ],
        expected: [9, 6],
        hint: "(x + dx)(x + dx) = x² + 2x dx + what is dropped."
      },
      {
        args: [
          [
            ["x", [3, 1]],
            ["y", [4, 2]],
            ["f", "add", "x", "y"]
          ]
        ],
        expected: [7, 3],
        hint: "Both move: tangents add."
      },
      {
        args: [
          [
            ["x", [3, 1]],
            ["y", [4, 2]],
            ["f", "mul", "x", "y"]
          ]
        ],
        expected: [12, 10],
        hint: "dx · y + x · dy = 4 + 6"
      },
      {
        args: [
          [
            ["x", [3, 1]],
            ["y", [4, 2]],
            ["f", "div", "x", "y"]
          ]
        ],
        expected: [0.75, -0.125],
        hint: "(dx · y − x · dy) / y²"
      },
      {
        args: [
          [
            ["x", [0.5, 1]],
            ["a", "mul", 2, "x"],
            ["f", "sin", "a"]
          ]
        ],
        expected: [0.8414709848078965, 1.0806046117362795],
        hint: "The sine’s slope at 1, times the tangent that arrives, which is 2. And 2 itself does not change."
      },
      {
        args: [
          [
            ["x", [1, 1]],
            ["a", "exp", "x"],
            ["b", "div", 1, "a"],
            ["c", "add", "b", "a"]
          ]
        ],
        expected: [3.0861612696304874, 2.3504023872876028],
        hint: "e⁻ˣ + eˣ has the slope eˣ − e⁻ˣ."
      }
    ],
    solution: dualSolution,
    wrong: [
      {
        code: dualSolution.replace("[x * y, dx * y + x * dy]", "[x * y, dx * dy]"),
        why: "The slope of a product is not the product of the slopes: Leibniz tried this first."
      },
      {
        code: dualSolution.replace("(dx * y - x * dy) / (y * y)", "(dx * y + x * dy) / (y * y)"),
        why: "The quotient’s sign: a larger denominator makes it smaller."
      },
      {
        code: dualSolution.replace("Math.cos(x) * dx", "Math.cos(x)"),
        why: "It forgets how fast the sine’s own operand moves."
      },
      {
        code: dualSolution.replace('(typeof x === "number" ? [x, 0] : x)', '(typeof x === "number" ? [x, 1] : x)'),
        why: "A plain number does not move: its tangent is 0."
      }
    ],
    explanation:
      "A pair is a number to first order: value + tangent · ε, with ε² = 0. Each operation carries both, so after the last there is nothing left to do. One run tells how everything moves when the inputs move in one direction. Compare its answers with those of your pass back: two programs that share no code seldom agree on a mistake."
  }
];
