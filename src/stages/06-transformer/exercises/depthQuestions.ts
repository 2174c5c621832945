import type {Question} from "../../../components/exercise/question.js";
import {grown, narrowed} from "../model/depthForms.js";

const streamAfter = (blocks: number, added: number): number => grown(2 * blocks, added).at(-1)!;
const blocksUntil = (length: number, added: number): number => {
  let blocks = 0;
  while (streamAfter(blocks, added) < length) blocks++;
  return blocks;
};

/** What the page “Depth” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "depth-growth",
    prompt:
      "A stream begins with a root mean square of 1. Twelve blocks of two parts each add numbers with a root mean square of 0.5, at right angles to all that is there. What is it at the end?",
    range: [1, 15],
    step: 0.1,
    start: 13,
    unit: "",
    truth: () => streamAfter(12, 0.5),
    within: 0.5,
    why: "At right angles squares add up, not lengths: 24 times a quarter.",
    solution:
      "√(1 + 24 · 0.25) = √7 = 2.65, and not 13, as it would be if all parts pushed into one direction. So depth costs its root."
  },
  {
    kind: "choose",
    name: "depth-explodes",
    prompt:
      "Four models of 16 blocks have learned nothing yet. Compare the loss’s slope by the first block’s parameters with that by the last block’s. Where are the two furthest apart?",
    options: [
      {
        text: "Where nothing is added: each part’s answer takes the stream’s place.",
        right: true,
        why: "There the slope goes through all parts one after another, and each multiplies it by about the same factor."
      },
      {
        text: "Where norms stand on the stream.",
        why: "There is a good deal of it, but the stream is still a sum, and much of a slope goes past the parts."
      },
      {
        text: "Where norms stand first, and what is added is not scaled down.",
        why: "The stream grows as the root of the depth, and slopes fall with it: that is a power, and not a power of a power."
      }
    ],
    solution:
      "Without additions the slopes of the first block are hundreds of times those of the last: no learning rate is right for both. Additions turn a product of factors into a sum."
  },
  {
    kind: "compute",
    name: "depth-gpt2",
    prompt:
      "The largest GPT-2 has 48 blocks. By which factor are the last matrices of its parts made smaller at the start?",
    answer: () => 1 / Math.sqrt(2 * 48),
    tolerance: 0.0005,
    hint: "Each block adds twice, so the factor is one by the root of 96.",
    hints: [
      {value: 1 / Math.sqrt(48), tolerance: 0.001, why: "A block has two parts that add."},
      {value: 1 / 96, tolerance: 0.0005, why: "It is the squares that add up: take the root."}
    ],
    why: "1/√96 = 0.102.",
    solution:
      "2 · 48 = 96 parts, and 1/√96 = 0.102. Then all of them together add as much as a single part would without it."
  },
  {
    kind: "compute",
    name: "depth-narrowed",
    prompt:
      "Attention without additions: in every layer, each place gives at least 0.2 of its weight to the first token. Values are the vectors themselves. By which factor has the widest difference of two tokens shrunk after 10 layers, at least?",
    answer: () => narrowed(1, 0.2, 10),
    tolerance: 0.002,
    hint: "Each layer leaves at most 1 − 0.2 of it.",
    hints: [
      {
        value: Math.pow(0.2, 10),
        tolerance: 1e-8,
        why: "What is shared drops out of the difference; the rest, 0.8, remains."
      },
      {value: 1 - 10 * 0.2, tolerance: 0.001, why: "Layers multiply, and do not subtract."}
    ],
    why: "0.8 to the 10 is 0.107.",
    solution:
      "Each layer narrows it to 0.8 of what it was, at least: 0.8 to the 10 is 0.107. In 50 layers it would be a hundred-thousandth, and all tokens would be one."
  },
  {
    kind: "choose",
    name: "depth-steer",
    prompt:
      "In the first figure, let each part add 1, without dividing. After how many blocks is the stream five times as long as at first?",
    options: [
      {
        text: "After 12 blocks.",
        right: true,
        holds: () => blocksUntil(5, 1) === 12,
        why: "24 parts and the beginning make 25 squares, whose root is 5."
      },
      {
        text: "After 2 blocks.",
        holds: () => blocksUntil(5, 1) === 2,
        why: "That would be so if lengths added up: 1 and four more. At right angles squares do."
      },
      {
        text: "After 24 blocks.",
        holds: () => blocksUntil(5, 1) === 24,
        why: "There are 24 parts by then, but they are two to a block."
      }
    ],
    solution: "√(1 + 2 · 12) = 5."
  },
  {
    kind: "choose",
    name: "depth-skip",
    prompt: "Why do tokens become alike without additions, and much less with them?",
    options: [
      {
        text: "Attention takes means, and means of means lie close together; the stream keeps each token’s own vector beside them.",
        right: true,
        why: "The sum still has the token’s own embedding in it, which no mean has touched."
      },
      {
        text: "Because norms make all vectors of the same length.",
        why: "Norms are in all four models. And length is not direction: alike means the same direction."
      },
      {
        text: "Because random matrices are nearly the same everywhere.",
        why: "They are the same at all places in every model. Different tokens stay different under one matrix."
      }
    ],
    solution:
      "A mean is nearer to other means than the things are of which it is the mean. Only what goes past attention keeps tokens apart: the addition, and to a lesser part the feed-forward layer, which can turn small differences into larger ones."
  }
];
