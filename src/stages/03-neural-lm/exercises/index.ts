import type {WriteExercise} from "../../../components/exercise/writeExercise.js";

/** The function that a reader writes before the stage begins. */
export const exercises: readonly WriteExercise[] = [
  {
    kind: "write",
    name: "neural-mixture",
    title: "Two models are better than one",
    prompt:
      "Two models have given a probability to each token of the same text. Write mixedLoss(first, second, weight): the mean loss in nats per token of the mixture that takes weight of the first probability and 1 − weight of the second. Of an empty text it is NaN.",
    start:
      "function mixedLoss(first, second, weight) {\n  // first, second: lists of probabilities, one for each token\n  // returns the mean of −ln of the mixture\n  return NaN;\n}",
    functionName: "mixedLoss",
    cases: [
      {args: [[1, 1], [1, 1], 0.5], expected: 0, hint: "Nobody is surprised: the loss is 0."},
      {
        args: [[0.5], [0.25], 1],
        expected: Math.log(2),
        tolerance: 1e-9,
        hint: "With weight 1 it is the first model alone."
      },
      {args: [[0.5], [0.25], 0], expected: Math.log(4), tolerance: 1e-9, hint: "With weight 0 it is the second alone."},
      {
        args: [[1, 0], [0, 1], 0.5],
        expected: Math.log(2),
        tolerance: 1e-9,
        hint: "Each is sure and wrong once. Alone each has an infinite loss; together ln 2."
      },
      {
        args: [[0.5, 0.1], [0.1, 0.5], 0.25],
        expected: -(Math.log(0.2) + Math.log(0.4)) / 2,
        tolerance: 1e-9,
        hint: "0.25 · 0.5 + 0.75 · 0.1 = 0.2, and 0.25 · 0.1 + 0.75 · 0.5 = 0.4."
      },
      {args: [[], [], 0.5], expected: NaN, hint: "No token: 0 divided by 0."}
    ],
    solution: `function mixedLoss(first, second, weight) {
  let sum = 0;
  for (let i = 0; i < first.length; i++) sum -= Math.log(weight * first[i] + (1 - weight) * second[i]);
  return sum / first.length;
}`,
    wrong: [
      {
        code: "function mixedLoss(first, second, weight) { let sum = 0; for (let i = 0; i < first.length; i++) sum -= weight * Math.log(first[i]) + (1 - weight) * Math.log(second[i]); return sum / first.length; }",
        why: "It mixes the losses, and not the probabilities: where one model says 0, the loss is infinite."
      },
      {
        code: "function mixedLoss(first, second, weight) { let sum = 0; for (let i = 0; i < first.length; i++) sum -= Math.log((1 - weight) * first[i] + weight * second[i]); return sum / first.length; }",
        why: "It gives the weight to the second model."
      },
      {
        code: "function mixedLoss(first, second, weight) { let sum = 0; for (let i = 0; i < first.length; i++) sum -= Math.log(weight * first[i] + (1 - weight) * second[i]); return sum; }",
        why: "It sums over the tokens and does not divide by how many there are."
      }
    ],
    explanation:
      "The mixture is itself a model: its probabilities are at least 0 and sum to 1, since those of both do. So its loss is −ln of the mixed probability. Because the logarithm is concave, that is never more than the mixed loss of the two, and less wherever they disagree. This is why the third case is finite."
  }
];
