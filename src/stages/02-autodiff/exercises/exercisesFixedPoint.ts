import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

const GIVEN = `// Given: equations x = f(x, a), with the slopes of f with x and with a.
const equations = {
  cosine: {
    f: (x, a) => Math.cos(a * x),
    fx: (x, a) => -a * Math.sin(a * x),
    fa: (x, a) => -x * Math.sin(a * x)
  },
  root: {
    f: (x, a) => (x + a / x) / 2,
    fx: (x, a) => (1 - a / (x * x)) / 2,
    fa: (x, a) => 1 / (2 * x)
  },
  layer: {
    f: (x, a) => Math.tanh(0.5 * x + a),
    fx: (x, a) => 0.5 * (1 - Math.tanh(0.5 * x + a) ** 2),
    fa: (x, a) => 1 - Math.tanh(0.5 * x + a) ** 2
  }
};
const solve = (name, x, a) => fixedPoint(equations[name], x, a);`;

const SOLUTION = `function fixedPoint({f, fx, fa}, start, a) {
  let x = start;
  for (let i = 0; i < 10_000; i++) {
    const next = f(x, a);
    if (Math.abs(next - x) < 1e-15) break;
    x = next;
  }
  return [x, fa(x, a) / (1 - fx(x, a))];
}`;

const whole = `${SOLUTION}\n\n${GIVEN}`;

/** The slope of something that is not computed by a formula, but solves an equation. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "autodiff-fixed-point",
    title: "The slope of a solution",
    prompt:
      "x solves x = f(x, a), and is found by putting it into f again and again. Write fixedPoint({f, fx, fa}, start, a): the pair [x, slope], where slope says how the solution moves with a. Do not differentiate the loop. Differentiate the equation: both sides move, and x moves on both. Stop the loop when x no longer changes.",
    start: `function fixedPoint({f, fx, fa}, start, a) {\n  let x = start;\n  return [x, fa(x, a)];\n}\n\n${GIVEN}`,
    functionName: "solve",
    cases: [
      {
        args: ["root", 1, 2],
        expected: [Math.SQRT2, 0.35355339059327373],
        tolerance: 1e-9,
        hint: "This f has √a as its solution, so the slope must be 1/(2√a). Here fx is 0 at the solution."
      },
      {
        args: ["cosine", 0.5, 1],
        expected: [0.7390851332151607, -0.29747434150983226],
        tolerance: 1e-9,
        hint: "x = cos x. If a moves, x moves, and because of that x moves again: x′ = fa + fx · x′."
      },
      {
        args: ["layer", 0, 0.3],
        expected: [0.5008318876698649, 1.1978700146562407],
        tolerance: 1e-9,
        hint: "Here fx is positive: every change comes back half, and the whole is more than fa."
      },
      {
        args: ["layer", 5, 0.3],
        expected: [0.5008318876698649, 1.1978700146562407],
        tolerance: 1e-9,
        hint: "Another start, the same solution, so the same slope."
      },
      {
        args: ["root", 10, 9],
        expected: [3, 1 / 6],
        tolerance: 1e-9,
        hint: "The slopes of f must be taken at the solution, and not at the start."
      }
    ],
    solution: whole,
    wrong: [
      {
        code: whole.replace("fa(x, a) / (1 - fx(x, a))", "fa(x, a)"),
        why: "It holds x still on the right side: right for the root only, where fx is 0."
      },
      {
        code: whole.replace("(1 - fx(x, a))", "(1 + fx(x, a))"),
        why: "A sign: x′ = fa + fx · x′, and fx · x′ goes to the other side."
      },
      {
        code: whole.replace("fa(x, a) / (1 - fx(x, a))", "fa(start, a) / (1 - fx(start, a))"),
        why: "It takes the slopes of f at the start."
      },
      {
        code: whole.replace("i < 10_000", "i < 3"),
        why: "Three rounds are not the solution yet."
      }
    ],
    explanation:
      "At every a the solution obeys x(a) = f(x(a), a). Differentiate both sides: x′ = fx · x′ + fa, so x′ = fa / (1 − fx). Nothing of the loop is needed, neither how long it was nor where it began, so nothing has to be kept in memory. It needs |fx| < 1 only for the loop to arrive, and fx ≠ 1 for there to be an answer. With vectors the division becomes a linear system, (I − J)ᵀ solved once on the way back: that is how deep equilibrium models train layers of unlimited depth."
  }
];
