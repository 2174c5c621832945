import {type WriteExercise} from "../../../components/exercise/writeExercise.js";

/** Functions that the reader of the section on information writes. */
export const exercises: readonly WriteExercise[] = [
  {
    name: "information-kl",
    title: "What believing q costs",
    prompt:
      "Write kl(p, q): the Kullback–Leibler divergence KL(p‖q) in bits. Both are arrays of probabilities of equal length; q is above zero wherever p is, and p may have zeros.",
    start:
      "function kl(p, q) {\n  // p: what is true, q: what is believed\n  // returns a number of bits, at least 0\n  return 0;\n}",
    functionName: "kl",
    cases: [
      {
        args: [
          [0.5, 0.5],
          [0.5, 0.5]
        ],
        expected: 0,
        hint: "Believing the truth costs nothing."
      },
      {
        args: [
          [1, 0],
          [0.5, 0.5]
        ],
        expected: 1,
        hint: "0 times log 0 is NaN in JavaScript; an outcome that never comes adds nothing."
      },
      {
        args: [
          [0.5, 0.5],
          [0.75, 0.25]
        ],
        expected: 0.5 * Math.log2(0.5 / 0.75) + 0.5 * Math.log2(0.5 / 0.25),
        hint: "The weights are those of p, and p stands above q in the quotient."
      },
      {
        args: [
          [0.75, 0.25],
          [0.5, 0.5]
        ],
        expected: 0.75 * Math.log2(1.5) + 0.25 * Math.log2(0.5),
        hint: "The divergence is not symmetric: p and q have different jobs."
      },
      {
        args: [
          [0.25, 0.25, 0.25, 0.25],
          [0.5, 0.25, 0.125, 0.125]
        ],
        expected: 0.25,
        hint: "Some terms are negative. Add them as they are."
      }
    ],
    solution: `function kl(p, q) {
  return p.reduce((sum, x, i) => (x === 0 ? sum : sum + x * Math.log2(x / q[i])), 0);
}`,
    wrong: [
      {
        code: "function kl(p, q) { return p.reduce((sum, x, i) => sum + x * Math.log2(x / q[i]), 0); }",
        why: "It computes 0 · log 0, which is NaN."
      },
      {
        code: "function kl(p, q) { return q.reduce((sum, x, i) => (p[i] === 0 ? sum : sum + x * Math.log2(x / p[i])), 0); }",
        why: "It is KL(q‖p): truth and belief are swapped."
      },
      {
        code: "function kl(p, q) { return p.reduce((sum, x, i) => (x === 0 ? sum : sum + x * Math.log(x / q[i])), 0); }",
        why: "Its logarithm is natural, so it answers in nats."
      },
      {
        code: "function kl(p, q) { return p.reduce((sum, x, i) => (x === 0 ? sum : sum + Math.abs(x * Math.log2(x / q[i]))), 0); }",
        why: "It takes the terms' sizes; only their sum is never negative."
      }
    ],
    explanation:
      "It is an expectation under p of the extra surprisal, log(1/q) − log(1/p) = log(p/q). Outcomes that p excludes are never met, so they add nothing, whatever q says of them."
  }
];
