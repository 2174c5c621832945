import type {Question} from "../../../components/exercise/question.js";
import {layerNormed, rmsNormed, rmsSlope} from "../model/norms.js";

const lengthOf = (x: readonly number[]): number => Math.sqrt(x.reduce((sum, each) => sum + each * each, 0));
const some = (count: number): readonly number[] => Array.from({length: count}, (_, i) => Math.sin(3 * i + 1) - 0.2);
const close = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((each, i) => Math.abs(each - b[i]!) < 1e-9);
const shifted = (x: readonly number[], by: number): readonly number[] => x.map((each) => each + by);

/** How much of a slope gets straight through so many parts whose norms stand after the sum, each of which adds as much as it finds. */
const straightThrough = (parts: number): number =>
  Array.from({length: parts}).reduce<number>((left) => left / lengthOf([1, 1]), 1);

/** What the page “The transformer block” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "block-length",
    prompt:
      "A vector of 96 numbers goes through RMSNorm without weights. How long is it then: what is the root of the sum of its squares?",
    range: [0, 20],
    step: 0.2,
    start: 1,
    unit: "",
    truth: () => lengthOf(rmsNormed(some(96))),
    within: 1,
    why: "The mean of the squares is 1, so their sum is as large as there are numbers.",
    solution:
      "√96 = 9.80, whatever the vector was. RMSNorm moves every vector to one sphere, whose radius is the root of the number of dimensions, so that a single number has a size of about 1."
  },
  {
    kind: "choose",
    name: "block-embedding",
    prompt:
      "The book’s transformer uses one table of vectors for reading and for predicting. Read its stream out before the first block: which letter would it predict after “wh”?",
    options: [
      {
        text: "h: the vector of a letter fits none so well as itself.",
        right: true,
        why: "Before any block the stream is the letter’s own vector, and the last matrix asks which vector it fits."
      },
      {
        text: "a, e or y, as pairs of letters would have it.",
        why: "To know what follows h, somebody must have turned the vector of h to those of a and e. That is what blocks do."
      },
      {
        text: "A space, the commonest of all letters.",
        why: "Nothing in the vector of h points to a space more than to any other letter."
      }
    ],
    solution:
      "It repeats the letter, and is sure of it: that costs more than 14 nats a letter, three times as much as guessing. The blocks have to undo it, and do, by adding things that are longer than what is there at first."
  },
  {
    kind: "compute",
    name: "block-gate",
    prompt:
      "A feed-forward layer of width 96 without a gate has 384 hidden neurons, and two matrices. A layer with a gate has three. How many hidden neurons may it have, to be of the same size?",
    answer: () => (2 * 96 * 384) / (3 * 96),
    tolerance: 0.001,
    hint: "Two matrices of 96 by 384 are as many numbers as three of 96 by h.",
    hints: [
      {value: 384, tolerance: 0.001, why: "Then it would have half as many numbers again."},
      {value: 192, tolerance: 0.001, why: "That would be right if it had four matrices."}
    ],
    why: "2 · 384/3 = 256.",
    solution:
      "2 · 96 · 384 = 73728 numbers, and 73728/(3 · 96) = 256 neurons. So gated layers are 8/3 times as wide as the stream where others are 4 times as wide."
  },
  {
    kind: "compute",
    name: "block-straight",
    prompt:
      "In a transformer with norms after each sum, every part adds as much as it finds, and so every norm divides by √2. What share of a slope gets straight through 6 blocks of two parts each, past all parts?",
    answer: () => straightThrough(12),
    tolerance: 0.0005,
    hint: "Twelve norms, each with a factor of 1/√2.",
    hints: [
      {value: straightThrough(6), tolerance: 0.005, why: "Each block has two parts, and each of them a norm."},
      {value: 1, tolerance: 0.005, why: "That is so where norms stand before the parts, and not on the stream."}
    ],
    why: "(1/√2) to the 12 is 1/64, or 0.0156.",
    solution:
      "Two norms halve it, six blocks leave 1/64 = 0.0156. In a hundred blocks nothing would be left. With norms before the parts the share is 1, however many blocks there are."
  },
  {
    kind: "choose",
    name: "block-slope",
    prompt:
      "The stream becomes ten times as long, and RMSNorm reads it. What happens to the slope that comes back through the norm?",
    options: [
      {
        text: "It is a tenth of what it was.",
        right: true,
        holds: () => {
          const [x, g] = [some(6), some(12).slice(6)];
          const long = rmsSlope(
            x.map((each) => 10 * each),
            g
          );
          return close(
            long.map((each) => 10 * each),
            rmsSlope(x, g)
          );
        },
        why: "The answer is the same, and a step of the same size turns a long vector ten times less."
      },
      {
        text: "It is the same, since the norm’s answer is the same.",
        why: "The value is the same. But a small change of a long vector is a smaller turn, and turns are all that the norm lets through."
      },
      {
        text: "It is ten times as large.",
        why: "The other way round: the norm divides by the length, and so does its derivative."
      }
    ],
    solution:
      "norm(10x) = norm(x) for all x; differentiate both sides, and ten times the slope at 10x is the slope at x. Late blocks read a long stream, and what they send back through it is small."
  },
  {
    kind: "choose",
    name: "block-steer",
    prompt: "In the first figure, shift all six numbers by 3. Which of the two norms gives the same as before?",
    options: [
      {
        text: "LayerNorm alone.",
        right: true,
        holds: () =>
          close(layerNormed(shifted(some(6), 3)), layerNormed(some(6))) &&
          !close(rmsNormed(shifted(some(6), 3)), rmsNormed(some(6))),
        why: "It takes the mean away, and a shift changes nothing but the mean."
      },
      {
        text: "RMSNorm alone.",
        holds: () => close(rmsNormed(shifted(some(6), 3)), rmsNormed(some(6))),
        why: "Look again: with a large shift all of its bars become nearly 1, because the shift is most of the vector."
      },
      {
        text: "Both.",
        holds: () => close(rmsNormed(shifted(some(6), 3)), rmsNormed(some(6))),
        why: "Both forget how long a vector is. Only one forgets where its mean was."
      }
    ],
    solution:
      "LayerNorm forgets two things, the mean and the scale, RMSNorm only one. That one has turned out to be enough, and it costs a pass over the numbers less."
  }
];
