import type {Question} from "../../../components/exercise/question.js";
import {apply, dot, lengthOf, type Matrix} from "../model/linear.js";

const TURN: Matrix = [
  [0, -1],
  [1, 0]
];
const moves = (x: number, y: number, u: number, v: number): boolean => {
  const [a, b] = apply(TURN, [x, y]);
  return a === u && b === v;
};

/** What the page “Vectors and matrices” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "vectors-hundred",
    prompt:
      "In the plane, the arrows (1, 1) and (1, 0) enclose 45 degrees. Now take a hundred numbers: all ones, and a one with 99 zeros. Which angle do these two enclose?",
    range: [0, 90],
    step: 1,
    start: 45,
    unit: "°",
    within: 5,
    truth: () => {
      const ones = Array.from({length: 100}, () => 1);
      const axis = ones.map((_, i) => (i === 0 ? 1 : 0));
      return (Math.acos(dot(ones, axis) / (lengthOf(ones) * lengthOf(axis))) * 180) / Math.PI;
    },
    why: "84 degrees: nearly a right angle. With many numbers there is so much room that most arrows are nearly at right angles.",
    solution:
      "The dot product is 1, and the lengths are 10 and 1, so the shadow of the one on the other is a tenth of its length. The angle whose cosine is 0.1 is 84 degrees. In 100 dimensions no single axis says much about all of them."
  },
  {
    kind: "choose",
    name: "vectors-columns",
    prompt: "What does the matrix with the rows (0, −1) and (1, 0) do to the plane?",
    options: [
      {
        text: "It turns it by a quarter to the left.",
        right: true,
        holds: () => moves(1, 0, 0, 1) && moves(0, 1, -1, 0),
        why: "Its columns are (0, 1) and (−1, 0): east goes to north, and north goes to west."
      },
      {
        text: "It turns it by a quarter to the right.",
        holds: () => moves(1, 0, 0, -1) && moves(0, 1, 1, 0),
        why: "You read the rows as the places where the arrows go. It is the columns that say so."
      },
      {
        text: "It mirrors it, left and right exchanged.",
        holds: () => moves(1, 0, -1, 0) && moves(0, 1, 0, 1),
        why: "A mirror leaves north where it is. Here the second column is (−1, 0): north goes to west."
      },
      {
        text: "It presses it flat onto a line.",
        holds: () => moves(1, 0, 0, 0) || moves(0, 1, 0, 0),
        why: "Zeros in a matrix do not flatten the plane, as long as its columns point in two directions."
      }
    ],
    solution:
      "Multiply with (1, 0): the rows’ dot products with it are 0 and 1, so it goes to (0, 1), which is the first column. In the same way (0, 1) goes to the second column, (−1, 0). Whoever knows where these two go knows where all points go."
  },
  {
    kind: "compute",
    name: "vectors-score",
    prompt: "A model weighs three numbers with (0.5, −1, 2) and adds a bias of 1. What is its score for (4, 1, 3)?",
    answer: () => dot([0.5, -1, 2], [4, 1, 3]) + 1,
    tolerance: 0.001,
    why: "2 − 1 + 6 + 1 = 8.",
    hint: "Multiply number by number, add the three products, and add the bias.",
    hints: [
      {value: 7, tolerance: 0.001, why: "That is the dot product. The bias is still to be added."},
      {value: 10, tolerance: 0.001, why: "The second weight is below zero: its product is taken off."}
    ],
    solution:
      "0.5 · 4 = 2, then −1 · 1 = −1, then 2 · 3 = 6. The dot product is 2 − 1 + 6 = 7, and with the bias it is 8. This is one neuron of stage 3, before its activation."
  },
  {
    kind: "compute",
    name: "vectors-multiplications",
    prompt:
      "A matrix of shape [8, 64] is multiplied with one of shape [64, 10]. How many multiplications of two numbers is that?",
    answer: () => [8, 64, 10].reduce((all, n) => all * n, 1),
    tolerance: 0.5,
    why: "8 · 10 cells with 64 products each: 5120.",
    hint: "How many cells does the product have, and how many products does one cell take?",
    hints: [
      {value: 80, tolerance: 0.5, why: "So many cells the product has. Each is a dot product of 64 numbers."},
      {
        value: 8 * 64 + 64 * 10,
        tolerance: 0.5,
        why: "So many numbers are in both matrices. Each of them is used many times."
      }
    ],
    solution:
      "The product has the shape [8, 10], so 8 · 10 = 80 cells. Each is a dot product of 64 numbers, so there are 80 · 64 = 5120 multiplications. Nearly all of the work of a language model is this."
  }
];
