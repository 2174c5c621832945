import type {Question} from "../../../components/exercise/question.js";
import {joined, readInTiles, risesOf} from "../model/onlineSoftmax.js";
import {tileScores, tileValues} from "../model/tileRow.js";

/** Whether the running sum of the figure’s row falls at a tile of four, the first being 1. */
const falls = (tile: number): boolean => {
  const states = readInTiles(tileScores, tileValues, 4);
  return states[tile]!.sum < states[tile - 1]!.sum;
};

/** What the page “Implementation” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "tiles-pattern",
    prompt:
      "A model has 12 heads. It reads 8,192 tokens, and one layer writes down all its weights in float32, 4 bytes each. How many gigabytes (of 10⁹ bytes) is that?",
    range: [0, 10],
    step: 0.1,
    start: 0.4,
    unit: "GB",
    truth: async () => (await import("../model/attentionMemory.js")).attentionMemory(8192, 12).pattern / 1e9,
    within: 0.4,
    why: "12 heads, each with 8,192 rows of 8,192 weights of 4 bytes. Twelve such layers would fill nearly forty gigabytes, for a single text.",
    solution: "12 · 8192 · 8192 · 4 bytes = 3.22 GB. Twice as many tokens need four times as much."
  },
  {
    kind: "choose",
    name: "tiles-forget",
    prompt:
      "Softmax divides by a sum over the whole row. Suppose that you see the scores in pieces, and may not go back. What must you keep of the pieces before?",
    options: [
      {
        text: "Three things, however many keys there were: a maximum, a sum and an unfinished output.",
        right: true,
        why: "Each can be turned into what it would be with another maximum by a single factor."
      },
      {
        text: "All scores, because the largest may come last and then every weight changes.",
        why: "Every weight changes, but all of them by the same factor."
      },
      {
        text: "The weights so far: new keys only get what is left of 1.",
        why: "Nothing is left: weights of the keys so far sum to 1 already. They must shrink, and by how much one knows from the sum."
      }
    ],
    solution:
      "The maximum, the sum and the output of the keys so far. The rest of the page proves that this is enough, and builds on it."
  },
  {
    kind: "choose",
    name: "tiles-steer",
    prompt: "In the figure, take tiles of 4 and read on, one by one. At which tile does the sum fall?",
    options: [
      {
        text: "At the second",
        holds: () => falls(2),
        why: "There the maximum rises, but the tile adds more than that takes away."
      },
      {
        text: "At the third",
        right: true,
        holds: () => falls(3),
        why: "The maximum jumps from 1.6 to 3.2, and what was collected before counts a fifth of what it did."
      },
      {text: "At the fourth", holds: () => falls(4), why: "The maximum stays, so the sum can only grow."},
      {
        text: "Never, because all terms are positive",
        holds: () => ![2, 3, 4].some(falls),
        why: "So it would be with one maximum for all. Here the unit changes on the way."
      }
    ],
    solution:
      "At the third: 2.96 · e^(−1.6) is about 0.6, and the tile adds little more than 1. The sum is measured in units of the largest term so far, and the unit has grown."
  },
  {
    kind: "compute",
    name: "tiles-sum",
    prompt:
      "After some tiles the maximum is 0 and the sum is 3. The next tile has a single key with the score ln 4. What is the sum afterwards?",
    answer: () => joined({top: 0, sum: 3, out: []}, {top: Math.log(4), sum: 1, out: []}).sum,
    tolerance: 0.005,
    hint: "The new maximum is ln 4, so the old sum is multiplied by e to 0 − ln 4, which is a quarter.",
    hints: [
      {value: 4, tolerance: 0.005, why: "The old sum must be rescaled before 1 is added."},
      {
        value: 7,
        tolerance: 0.005,
        why: "That is the sum relative to the old maximum. It must be relative to the new one."
      },
      {value: 13, tolerance: 0.005, why: "Rescaled the wrong way: with a higher maximum the old terms become smaller."}
    ],
    why: "3/4 + 1 = 1.75.",
    solution: "3/4 + 1 = 1.75: the old terms count a quarter, and the new key is the unit."
  },
  {
    kind: "predict",
    name: "tiles-rises",
    prompt:
      "A row of 1,024 scores is read in 32 tiles of 32, and each order of the scores is as likely as any other. In how many of the 32 tiles is the maximum raised on the mean, the first one included?",
    range: [0, 32],
    step: 0.1,
    start: 16,
    unit: "tiles",
    truth: () => risesOf(32),
    within: 1,
    why: "Tile k raises it if the largest of the first k tiles is in the last of them: with probability 1/k.",
    solution: "1 + 1/2 + 1/3 + … + 1/32 is 4.06. In nearly all tiles nothing has to be rescaled."
  },
  {
    kind: "compute",
    name: "tiles-slope",
    prompt:
      "A query’s answer is O = (1.5, 0.75), and the gradient by it is dO = (1, −1). A key has the weight 0.5 and the value (2, 1). What is the gradient by its score?",
    answer: () => {
      const along = (v: readonly [number, number]): number => v[0] - v[1];
      return 0.5 * (along([2, 1]) - along([1.5, 0.75]));
    },
    tolerance: 0.002,
    hint: "The weight times the difference of two products with dO: that of the value, and Δ, that of the answer.",
    hints: [
      {value: 0.5, tolerance: 0.002, why: "Δ is missing: what all keys share does not move a score."},
      {value: 0.25, tolerance: 0.002, why: "Multiply by the weight, 0.5, once the two products are subtracted."},
      {value: -0.125, tolerance: 0.002, why: "The value’s product minus that of the answer, not the other way around."}
    ],
    why: "0.5 · (1 − 0.75) = 0.125.",
    solution: "The value’s product is 2 − 1 = 1, and Δ = 1.5 − 0.75 = 0.75. So it is 0.5 · (1 − 0.75) = 0.125."
  },
  {
    kind: "choose",
    name: "tiles-nan",
    prompt:
      "A causal mask sets hidden scores to −∞, so their weights are exactly 0. The value of the last token is NaN. Which rows of weights times values are NaN, if all are multiplied?",
    options: [
      {
        text: "All rows.",
        right: true,
        holds: () => [0, 1, 2].every((i) => Number.isNaN((i === 2 ? 0.3 : 0) * NaN + 0.7)),
        why: "0 · NaN is NaN, so each row gets one, although it gives the token no weight."
      },
      {
        text: "The last row alone, because only it sees the last token.",
        holds: () => !Number.isNaN(0 * NaN + 0.7),
        why: "So it should be. But a product also multiplies what has the weight 0."
      },
      {
        text: "None: softmax takes care of it.",
        holds: () => !Number.isNaN(0.3 * NaN + 0.7),
        why: "Softmax never meets the values. The last row sees the NaN, and must show it."
      }
    ],
    solution:
      "All of them. What is hidden must be left out of the sum, and not multiplied by zero. The last row has a NaN in any case, and rightly so."
  }
];
