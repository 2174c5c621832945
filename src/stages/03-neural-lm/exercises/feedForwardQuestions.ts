import type {Question} from "../../../components/exercise/question.js";
import {bestLine, type Point} from "../model/bentPlane.js";
import {boundOf, errorOf, fitOf} from "../model/bumps.js";
import {parametersOf} from "../model/networkSizes.js";
import {START, tinyPass, VECTORS} from "../model/tinyHidden.js";

const four = VECTORS.slice(0, 4).map(([x = 0, y = 0]): Point => [x, y]);

/** The fewest pieces of tanh steps with which a measure of the wave is below 0.05. */
const fewest = (measure: (pieces: number) => number): number => {
  let n = 2;
  while (measure(n) >= 0.05) n++;
  return n;
};
const waveError = (n: number): number => errorOf(fitOf("tanh", "wave", n, 3), "wave");

/** Whether a map of the plane is one affine map: then the middle of two points goes to the middle of their images. */
const bends = (f: (p: Point) => Point) => (): boolean => {
  const [a, b]: readonly [Point, Point] = [
    [0.3, -1.2],
    [2, 0.7]
  ];
  const [fa, fb] = [f(a), f(b)];
  const middle = f([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  return Math.abs(middle[0] - (fa[0] + fb[0]) / 2) + Math.abs(middle[1] - (fa[1] + fb[1]) / 2) > 1e-9;
};
const first = ([x, y]: Point): Point => [2 * x - y + 1, x + 3 * y];
const second = ([x, y]: Point): Point => [x + y, 4 * x - 2 * y - 1];
const size = {vocabulary: 5, context: 3, width: 2, hidden: 4};

/** What the page “The feed-forward language model” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "feed-forward-one-line",
    prompt:
      "Four tokens of the tiny example lie on a square: ⏎ at (0, 0), a at (1, 0), b at (0, 1) and e at (1, 1). Suppose that n comes after a and after b, and never after ⏎ and e. A network of ten layers without activations scores n high on one side. For how many of the four can it be right, at most?",
    range: [0, 4],
    step: 1,
    start: 4,
    truth: () => bestLine(four, [false, true, true, false]),
    why: "3: a and b lie at opposite corners, and ten matrices are one matrix, which draws one straight line.",
    solution:
      "Ten affine maps are one affine map, so the score of n is w₁ x + w₂ y + c, and its sides are divided by a line. If a and b are on the high side, w₁ + c and w₂ + c are positive, so their sum w₁ + w₂ + 2c is. But that sum is also the score of e plus the score of ⏎, so one of these two is on the high side as well. Three of four is the best."
  },
  {
    kind: "choose",
    name: "feed-forward-collapse",
    prompt:
      "Between two dense layers stands one of these. With which is the whole not the same as a single dense layer, for some weights?",
    options: [
      {
        text: "Another dense layer with a bias of its own.",
        holds: bends((p) => second(first(first(p)))),
        why: "Affine after affine after affine is affine, with or without biases."
      },
      {
        text: "A fixed mask that sets every other coordinate to zero.",
        holds: bends((p) => second([first(p)[0], 0])),
        why: "A fixed mask is a product with a diagonal matrix. It costs rank, and bends nothing. If the mask depended on the input it would be another matter: relu is such a mask."
      },
      {
        text: "A division of the vector by its own length.",
        right: true,
        holds: bends((p) => {
          const [x, y] = first(p);
          const length = Math.sqrt(x * x + y * y);
          return second([x / length, y / length]);
        }),
        why: "The factor depends on the input, so the middle of two points no longer goes to the middle of their images."
      },
      {
        text: "The sum of the vector and what a dense layer makes of it.",
        holds: bends((p) => {
          const [x, y] = first(p);
          const [u, v] = second([x, y]);
          return second([x + u, y + v]);
        }),
        why: "x + (xW + b) is x(I + W) + b: one matrix again. A residual connection alone does not bend."
      }
    ],
    solution:
      "Test each with three points on a line: an affine map sends the middle to the middle. Masks, sums and further dense layers do; division by the length does not. Normalizations in today’s models are such divisions, so that they bend, though they are not there for it."
  },
  {
    kind: "compute",
    name: "feed-forward-parameters",
    prompt:
      "A network over windows of 3 tokens, with a vocabulary of 5, vectors of width 2 and one hidden layer of 4 neurons, all dense layers with biases. How many numbers does it learn?",
    answer: () => parametersOf(size),
    tolerance: 0.1,
    hint: "Three parts: a row for each token; a matrix from all vectors of the window to the hidden layer; a matrix to the logits.",
    hints: [
      {value: parametersOf(size) - 4 - 5, tolerance: 0.1, why: "The biases are missing: 4 and 5 of them."},
      {
        value: parametersOf({...size, context: 1}),
        tolerance: 0.1,
        why: "The hidden layer sees 3 vectors side by side, 6 numbers, and not one vector."
      },
      {
        value: parametersOf(size) + 20,
        tolerance: 0.1,
        why: "The vectors are shared: a token has the same one in each of the three places."
      }
    ],
    why: "10 + 28 + 25 = 63.",
    solution:
      "Vectors: 5 · 2 = 10, shared by all places. Hidden layer: (3 · 2) · 4 + 4 = 28. Output: 4 · 5 + 5 = 25. In all 10 + 28 + 25 = 63. A table of the same contexts would have 5³ · 4 = 500 free numbers."
  },
  {
    kind: "compute",
    name: "feed-forward-steer",
    prompt:
      "In the figure of bumps, choose the wave, tanh units and sharpness 3. What is the smallest number of pieces with which the largest error is below 0.05?",
    answer: () => fewest(waveError),
    tolerance: 0.1,
    hint: "Move the slider until the error drops below 0.0500. One piece less must be above it.",
    hints: [
      {
        value: fewest((n) => boundOf("tanh", "wave", n, 3)),
        tolerance: 0.1,
        why: "From there on the bound is below 0.05, too. What is measured gets there earlier."
      },
      {value: 25, tolerance: 0.1, why: "At 25 the error is still 0.0504, a little above."}
    ],
    why: "26, and the bound would ask for about twice as many.",
    solution:
      "With 26 pieces the error is 0.0484, with 25 it is 0.0504. The bound falls below 0.05 at 51 pieces only, because it adds two worst cases: that the curve is steepest everywhere, and that a step is half done where the stair is also farthest from the curve."
  },
  {
    kind: "compute",
    name: "feed-forward-relu-by-hand",
    prompt:
      "The tiny network with relu in place of tanh, before any step. The token is n, with the vector (−1, 1). What is the probability that ⏎ comes next?",
    answer: () => tinyPass(START, "n", "⏎", "relu").probabilities[0]!,
    tolerance: 0.002,
    hint: "The hidden layer is (0, 1), so the logits are the second row of the output weights.",
    hints: [
      {
        value: tinyPass(START, "n", "⏎", "none").probabilities[0]!,
        tolerance: 0.002,
        why: "That is without relu: the first neuron would answer −1, and the logits would be (1, −1, 1, −1, 0)."
      },
      {
        value: tinyPass(START, "n", "⏎", "tanh").probabilities[0]!,
        tolerance: 0.002,
        why: "That is with tanh."
      },
      {value: 0.2, tolerance: 0.002, why: "Equal logits would give 1/5; these are not equal."}
    ],
    why: "e/(2e + 2 + 1/e), about 0.348.",
    solution:
      "z = (−1, 1), and relu leaves h = (0, 1). So the logits are the second row of the output weights, (1, 0, 0, −1, 1). Their exponentials are e, 1, 1, 1/e, e, in all 7.804. The share of ⏎ is 2.718/7.804 = 0.3483. The first neuron is off: for this token no slope reaches its weights."
  }
];
