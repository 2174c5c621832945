import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

const ENGINE = `// A program is a list of lines [operation, i, j]: i and j are places among all values, inputs first.
function gradients(program, inputs) {
  const values = [...inputs];
  for (const [op, i, j] of program) {
    const [a, b] = [values[i], values[j]];
    values.push(op === "add" ? a + b : op === "sub" ? a - b : op === "mul" ? a * b : op === "max" ? Math.max(a, b) : Math.exp(a));
  }
  const g = values.map(() => 0);
  g[g.length - 1] = 1;
  for (let n = values.length - 1; n >= inputs.length; n--) {
    const [op, i, j] = program[n - inputs.length];
    if (op === "add") {
      g[i] += g[n];
      g[j] += g[n];
    } else if (op === "sub") {
      g[i] += g[n];
      g[j] -= g[n];
    } else if (op === "mul") {
      g[i] += g[n] * values[j];
      g[j] += g[n] * values[i];
    } else if (op === "max") {
      const share = values[i] === values[j] ? 0.5 : values[i] > values[j] ? 1 : 0;
      g[i] += g[n] * share;
      g[j] += g[n] * (1 - share);
    } else g[i] += g[n] * values[n];
  }
  return inputs.map((_, i) => g[i]);
}`;

const late = [
  "for (let n = values.length - 1; n >= inputs.length; n--) {",
  "for (let n = inputs.length; n < values.length; n++) {"
] as const;
const whole = [
  `const share = values[i] === values[j] ? 0.5 : values[i] > values[j] ? 1 : 0;
      g[i] += g[n] * share;
      g[j] += g[n] * (1 - share);`,
  `g[i] += g[n] * (values[i] >= values[j] ? 1 : 0);
      g[j] += g[n] * (values[j] >= values[i] ? 1 : 0);`
] as const;
const operand = ["} else g[i] += g[n] * values[n];", "} else g[i] += g[n] * values[i];"] as const;

const broken = (...faults: readonly (readonly [right: string, wrong: string])[]): string =>
  faults.reduce((code, [right, wrong]) => code.replace(right, wrong), ENGINE);

const CUMSUM = `function runningSumsBack(g) {
  let total = 0;
  return g.map((_, i) => (total += g[g.length - 1 - i])).reverse();
}`;

/** A given engine that the reader repairs, and a rule that is in no table of the book. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "autograd-repair",
    title: "An engine with three faults",
    prompt:
      "This engine of a colleague passed its only test, the gradient of x + y. It has three faults: one in the order of the pass back, one in the rule of an operation, and one at a tie, where max of two equal numbers should hand half to each. Find them and mend them. Change as little as you can.",
    start: broken(late, whole, operand),
    functionName: "gradients",
    cases: [
      {args: [[["add", 0, 1]], [1, 2]], expected: [1, 1], hint: "The test that it passed."},
      {
        args: [
          [
            ["add", 0, 1],
            ["mul", 2, 2]
          ],
          [1, 2]
        ],
        expected: [6, 6],
        hint: "Two operations in a row: whose gradient must be complete before it hands on?"
      },
      {args: [[["exp", 0]], [1]], expected: [Math.E], hint: "The slope of eˣ is its value. Which number is that here?"},
      {args: [[["max", 0, 1]], [2, 5]], expected: [0, 1], hint: "No tie: all goes to the larger."},
      {
        args: [[["max", 0, 1]], [4, 4]],
        expected: [0.5, 0.5],
        hint: "A tie: a whole for each is more than the output moved."
      },
      {args: [[["max", 0, 0]], [4]], expected: [1], hint: "The maximum of x and x is x, with slope 1."},
      {
        args: [
          [
            ["sub", 0, 1],
            ["exp", 2],
            ["mul", 3, 0]
          ],
          [1, 1]
        ],
        expected: [2, -1],
        hint: "x · e^(x − y) at (1, 1): x is used twice."
      }
    ],
    solution: ENGINE,
    wrong: [
      {code: broken(late, whole), why: "The exponential is mended, the other two faults are still there."},
      {code: broken(operand, whole), why: "The order is mended, two faults are still there."},
      {code: broken(whole), why: "Equal operands of max still get a whole share each."},
      {
        code: broken([
          whole[0],
          "g[i] += g[n] * (values[i] >= values[j] ? 1 : 0);\n      g[j] += g[n] * (values[j] > values[i] ? 1 : 0);"
        ]),
        why: "At a tie all goes to the first: no derivative is wrong there, but half was asked for."
      }
    ],
    explanation:
      "Users of a value come after it in the list, so the pass back must begin at the end: forward, every line but the last hands on a gradient of 0. The slope of the exponential is its value, values[n], and not its operand. And at a tie the shares must add up to 1, since the maximum moves by as much as its operands do when both move. One formula with one operation finds none of these for sure: each needs its own."
  },
  {
    kind: "write",
    name: "autograd-cumsum",
    title: "Running sums, backward",
    prompt:
      "The running sums of x are y₀ = x₀, y₁ = x₀ + x₁, y₂ = x₀ + x₁ + x₂, and so on. No section has derived the rule. Write runningSumsBack(g): the gradients of x, if g are those of y. It should take n additions, and not n².",
    start: "function runningSumsBack(g) {\n  return g;\n}",
    functionName: "runningSumsBack",
    cases: [
      {args: [[5]], expected: [5], hint: "One number is its own sum."},
      {args: [[1, 1, 1]], expected: [3, 2, 1], hint: "x₀ is in all three sums, x₂ in one only."},
      {args: [[0, 0, 7]], expected: [7, 7, 7], hint: "The last sum contains all of them."},
      {args: [[7, 0, 0]], expected: [7, 0, 0], hint: "The first sum contains x₀ alone."},
      {args: [[1, -2, 3, 0.5]], expected: [2.5, 1.5, 3.5, 0.5], hint: "Who uses xⱼ? All sums from the j-th on."},
      {args: [[]], expected: [], hint: "Nothing has no gradient."}
    ],
    solution: CUMSUM,
    wrong: [
      {
        code: "function runningSumsBack(g) { let total = 0; return g.map((x) => (total += x)); }",
        why: "That is the running sum again. The matrix of running sums has to be transposed."
      },
      {
        code: "function runningSumsBack(g) { return g.map((x, i) => x * (g.length - i)); }",
        why: "It counts how many sums use each, but weighs them all alike."
      },
      {
        code: "function runningSumsBack(g) { const sum = g.reduce((a, b) => a + b, 0); return g.map(() => sum); }",
        why: "That would be so if every sum contained every number."
      },
      {
        code: "function runningSumsBack(g) { let total = 0; return g.map((_, i) => (total += g[g.length - 1 - i])); }",
        why: "The right sums, in the wrong order."
      }
    ],
    explanation:
      "y = T x with a triangle of ones, t_ij = 1 for j ≤ i. So x̄ = Tᵀ ȳ: x̄ⱼ is the sum of ȳᵢ over all i from j on, a running sum from the other end. What went forward from left to right comes back from right to left. Scans in state-space models have the same rule, with a factor at each step."
  }
];
