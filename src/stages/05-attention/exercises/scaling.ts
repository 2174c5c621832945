import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that a reader writes about scaling. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "scaling-pull-back",
    title: "Back through softmax",
    prompt:
      "Write pullBack(weights, gradient): the gradient by the scores, from the weights that softmax made of them and the gradient by those weights. Do it without a matrix: each entry needs one sum that is the same for all.",
    start:
      "function pullBack(weights, gradient) {\n  // both are lists of the same length; returns a list of that length\n  return weights;\n}",
    functionName: "pullBack",
    cases: [
      {
        args: [
          [0.5, 0.5],
          [1, 0]
        ],
        expected: [0.25, -0.25],
        tolerance: 1e-9,
        hint: "Σ w·g is 0.5; the first entry is 0.5 · (1 − 0.5)."
      },
      {
        args: [
          [0.9, 0.1],
          [1, 0]
        ],
        expected: [0.09, -0.09],
        tolerance: 1e-9,
        hint: "Σ w·g is 0.9: what is nearly sure hardly moves."
      },
      {
        args: [
          [0.2, 0.3, 0.5],
          [4, 4, 4]
        ],
        expected: [0, 0, 0],
        tolerance: 1e-9,
        hint: "If all weights are wanted alike, nothing is to be changed: they sum to 1 whatever happens."
      },
      {
        args: [
          [1, 0],
          [3, -5]
        ],
        expected: [0, 0],
        tolerance: 1e-9,
        hint: "A weight of exactly 1 lets no gradient through."
      },
      {
        args: [
          [0.25, 0.75],
          [0, 2]
        ],
        expected: [-0.375, 0.375],
        tolerance: 1e-9,
        hint: "Σ w·g is 1.5; the second entry is 0.75 · (2 − 1.5)."
      }
    ],
    solution: `function pullBack(weights, gradient) {
  const mean = weights.reduce((sum, w, i) => sum + w * gradient[i], 0);
  return weights.map((w, i) => w * (gradient[i] - mean));
}`,
    wrong: [
      {
        code: "function pullBack(weights, gradient) { return weights.map((w, i) => w * (1 - w) * gradient[i]); }",
        why: "It has the diagonal of the Jacobian alone. Every weight also falls when the score of another rises."
      },
      {
        code: "function pullBack(weights, gradient) { const mean = gradient.reduce((s, g) => s + g, 0) / gradient.length; return weights.map((w, i) => w * (gradient[i] - mean)); }",
        why: "It subtracts the plain mean of the gradient. The mean is weighted by the weights."
      },
      {
        code: "function pullBack(weights, gradient) { const mean = weights.reduce((s, w, i) => s + w * gradient[i], 0); return weights.map((w, i) => gradient[i] - mean); }",
        why: "The factor of the weight itself is missing: a key without weight must not be moved."
      }
    ],
    explanation:
      "The Jacobian is diag(w) − w·wᵀ, and its product with a gradient is w ⊙ (g − Σ w·g). So a score gets a gradient in proportion to its weight, and to how much better its value is than the mixture. The kernel of this library computes exactly this, tile by tile."
  }
];
