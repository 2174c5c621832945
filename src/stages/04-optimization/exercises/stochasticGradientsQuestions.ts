import type {Question} from "../../../components/exercise/question.js";
import {allBatches} from "../model/batchCloud.js";
import {floorOf} from "../model/noisyBowl.js";
import {batchVariance, expectedFall, fromTwoSizes} from "../model/noiseScale.js";
import {batchBowl, ruled} from "../model/scalingRule.js";

/** The variance of the means of all batches of two, one after the other. */
const varianceOfPairs = (gradients: readonly number[]): number => {
  const mean = gradients.reduce((a, b) => a + b, 0) / gradients.length;
  const means = allBatches(gradients.length, 2).map(([i, j]) => (gradients[i!]! + gradients[j!]!) / 2);
  return means.reduce((sum, m) => sum + (m - mean) ** 2, 0) / means.length;
};

const diverges = (batch: number): boolean => !Number.isFinite(floorOf(batchBowl(batch), ruled("times k", batch)));

/** The share of the steps that batches of 16 need of what batches of 8 do, by the theorem, where the noise scale is 200. */
const share = (): number => {
  const fall = (batch: number): number => {
    const expansion = {square: 1, curvature: 1, noise: 200};
    return expectedFall(expansion, batch, 1 / (1 + 200 / batch));
  };
  return fall(8) / fall(16);
};

/** What the page “Stochastic gradients” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "stochastic-four",
    prompt:
      "From a large data set, the gradient of a batch of 32 examples is typically some distance away from the gradient of all. What share of that distance is left with a batch four times as large?",
    range: [0, 1],
    step: 0.05,
    start: 1,
    within: 0.1,
    truth: () => Math.sqrt(batchVariance(1, 53_194, 128) / batchVariance(1, 53_194, 32)),
    why: "A half: 0.50. Four times the work buys half the error.",
    solution:
      "The variance of a mean is that of one example over their number, σ²/B. A typical distance is its root, so it falls as 1/√B, and the root of 1/4 is 1/2."
  },
  {
    kind: "choose",
    name: "stochastic-double",
    prompt:
      "A network is trained by plain gradient descent with batches of 8 pairs, and then again with batches of 16, each with the best of several rates. How many steps does the second training need to come to the same loss?",
    options: [
      {
        text: "About as many: the gradient has the same mean.",
        holds: () => share() > 0.85,
        why: "The mean is the same, but less noise allows a rate that is larger, and so longer steps."
      },
      {
        text: "About seven tenths of them: the noise is smaller by the root of 2.",
        holds: () => share() > 0.6 && share() < 0.85,
        why: "The distance shrinks by the root of 2. But what a step can gain depends on the square of it, the variance."
      },
      {
        text: "About half of them, so that both see as many pairs.",
        right: true,
        holds: () => share() > 0.45 && share() < 0.6,
        why: "With so small a batch nearly all of the step’s length is limited by noise. Half the variance allows twice the rate."
      }
    ],
    solution:
      "About half. That holds as long as noise limits the rate, and not curvature: the figure below shows up to which batch that is."
  },
  {
    kind: "compute",
    name: "stochastic-pairs",
    prompt:
      "Three examples have the gradients 1, 2 and 6. A batch of two different ones is drawn. What is the variance of its mean gradient?",
    answer: () => varianceOfPairs([1, 2, 6]),
    tolerance: 0.005,
    hint: "The mean is 3, so σ² = (4 + 1 + 9)/3. Then σ²/B, times (N − B)/(N − 1).",
    hints: [
      {
        value: 7 / 3,
        tolerance: 0.005,
        why: "That is with replacement. Here the two are different, which takes a half of it away."
      },
      {
        value: 7 / 4,
        tolerance: 0.005,
        why: "That begins with 7, the variance over N − 1. These three are all that there are, so divide by N."
      }
    ],
    why: "7/6: σ² is 14/3, over 2 is 7/3, and the factor is (3 − 2)/(3 − 1) = 1/2.",
    solution:
      "The pairs have the means 1.5, 3.5 and 4. Around 3 that is −1.5, 0.5 and 1, with the squares 2.25, 0.25 and 1, whose mean is 3.5/3 = 7/6."
  },
  {
    kind: "compute",
    name: "stochastic-scale",
    prompt:
      "Gradients of batches of 8 have the mean squared length 5, those of batches of 64 have 1.5. Which simple noise scale, tr Σ / |g|², does that say?",
    answer: () => {
      const {square, trace} = fromTwoSizes({batch: 8, squared: 5}, {batch: 64, squared: 1.5});
      return trace / square;
    },
    hint: "Each mean is |g|² + tr Σ/B: two equations for two unknowns. The difference has tr Σ alone.",
    hints: [
      {
        value: 32 / 1.5,
        why: "Even with batches of 64 the squared length has some noise in it: subtract tr Σ/64 first."
      },
      {value: 1, why: "That is |g|². The noise scale is tr Σ over it."}
    ],
    why: "32: tr Σ is 32 and |g|² is 1.",
    solution:
      "The difference 5 − 1.5 = 3.5 is tr Σ · (1/8 − 1/64) = tr Σ · 7/64, so tr Σ = 32. Then |g|² = 5 − 32/8 = 1."
  },
  {
    kind: "choose",
    name: "stochastic-steer",
    prompt:
      "In the figure of the bowl, let the rate go times k. Which is the first of the batch sizes that the slider offers with which the walk diverges?",
    options: [
      {
        text: "16",
        holds: () => diverges(16),
        why: "The rate is then 0.08, far below the limit of 0.2. The floor is a third higher, no more."
      },
      {
        text: "32",
        holds: () => diverges(32) && !diverges(16),
        why: "The rate is then 0.16. The walk hovers three times as high, but it stays."
      },
      {
        text: "64",
        right: true,
        holds: () => diverges(64) && !diverges(32),
        why: "The rate is then 0.32, beyond 2/L = 0.2: no batch is so large that it would help."
      }
    ],
    solution:
      "With 64. The rule would hold up to k = 40, where the rate is 2/L; it is good for much less than that, since the floor already rises on the way."
  }
];
