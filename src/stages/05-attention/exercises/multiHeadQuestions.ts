import type {Question} from "../../../components/exercise/question.js";
import {softmaxOf} from "../model/scoresDrawn.js";
import {attentionSize, rankOf, scoreMap} from "../model/headRanks.js";

/** What the page “Many heads” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "multi-head-narrow",
    prompt:
      "A head of one number asks with 1, and meets the keys 1, 0 and 1. What weight does it give to the first key?",
    range: [0, 1],
    step: 0.01,
    start: 0.2,
    unit: "",
    truth: () => softmaxOf([1, 0, 1])[0]!,
    within: 0.03,
    why: "With one number √d is 1, so the scores are 1, 0 and 1: e against e + 1 + e.",
    solution: "e/(2e + 1) = 0.42. A head of one number can ask for more of it, or for less, and for nothing else."
  },
  {
    kind: "choose",
    name: "multi-head-missed",
    prompt:
      "Two heads of the trained model, one in the second layer and one in the third, put nearly half of their weight on the letter before. Are they missed alike when they are silenced?",
    options: [
      {
        text: "No, the later one less: much of what it brings has been brought before.",
        right: true,
        why: "The stream keeps what the second layer has found. Less than half as much is lost with the later one."
      },
      {
        text: "Yes, for their pictures are nearly the same.",
        why: "A picture tells where a head looks. What it brings, and whether that is new, only taking it away tells."
      },
      {
        text: "No, the later one more: it is nearer to the answer.",
        why: "What it would add can be had from the stream, where the earlier one has put it for all that come later."
      }
    ],
    solution:
      "A pattern says where a head looks, and not whether anybody uses what it brings. The table has both: sort it by the letter before, and then by what is missed."
  },
  {
    kind: "compute",
    name: "multi-head-size",
    prompt:
      "Attention in a model of width 64 with 8 heads, without biases: queries, keys, values and output. How many numbers are in its matrices?",
    answer: () => attentionSize(64, 8),
    tolerance: 0.001,
    hint: "Four matrices of 64 by 64, however they are cut into heads.",
    hints: [
      {
        value: 8 * attentionSize(64, 8),
        tolerance: 0.001,
        why: "Each head has an eighth of the columns, not a whole matrix."
      },
      {value: attentionSize(64, 8) / 4, tolerance: 0.001, why: "That is one of the four matrices."}
    ],
    why: "4 · 64 · 64 = 16384.",
    solution: "4 · 64² = 16,384, with one head as with sixty-four: heads are stripes of the same matrices."
  },
  {
    kind: "compute",
    name: "multi-head-grouped",
    prompt:
      "The same attention, width 64 with 8 heads of queries, but only 2 heads of keys and values. How many numbers now?",
    answer: () => attentionSize(64, 8, 2),
    tolerance: 0.001,
    hint: "Queries and output stay 64 by 64; keys and values are 64 by 16.",
    hints: [
      {value: attentionSize(64, 8), tolerance: 0.001, why: "Keys and values have a quarter of the columns now."},
      {value: 4 * 64 * 16, tolerance: 0.001, why: "Queries and output are as large as before."}
    ],
    why: "2 · 64 · 64 + 2 · 64 · 16 = 8192 + 2048 = 10240.",
    solution: "8,192 + 2,048 = 10,240. The larger saving is in the cache, which is a quarter of what it was."
  },
  {
    kind: "choose",
    name: "multi-head-rank",
    prompt:
      "A head has 2 numbers in a model of width 6. What is the rank of the map by which it scores pairs of vectors, at most?",
    options: [
      {
        text: "2",
        right: true,
        holds: () => {
          const [q, k] = [3, 7].map((m) => Array.from({length: 6}, (_, i) => [Math.sin(m * i + 1), Math.cos(m * i)]));
          return Promise.resolve(rankOf(scoreMap(q!, k!)) === 2);
        },
        why: "It is a product of a 6 by 2 and a 2 by 6 matrix, and a product cannot have a larger rank than its factors."
      },
      {text: "6", holds: () => Promise.resolve(false), why: "The map is 6 by 6, but it goes through only 2 numbers."},
      {text: "12", holds: () => Promise.resolve(false), why: "A matrix of 6 by 6 has at most rank 6."}
    ],
    solution: "At most 2. So a narrow head can compare vectors in two directions alone, and is blind to the other four."
  },
  {
    kind: "choose",
    name: "multi-head-steer",
    prompt: "In the table, sort the heads by what followed the same letter. What do you see?",
    options: [
      {
        text: "No head of this model does that much: the largest share is below a tenth.",
        right: true,
        why: "Letters come again too often for it to pay: what followed the last e says little about what follows this one."
      },
      {
        text: "The heads of the first layer do it most.",
        why: "They cannot: to find what followed the same letter, one must know what stood before each place, and that is brought by a layer before."
      },
      {
        text: "One head does nothing else.",
        why: "In models of words or of repeated texts there are such heads. Here the largest share is small."
      }
    ],
    solution:
      "Heads that complete what came before are called induction heads, and they need two layers. On letters of a novel they are hardly worth it; the mini-project of this stage makes a text on which they are."
  }
];
