import {log2} from "/lib/index.js";
import type {Question} from "../../../components/exercise/question.js";

const word = Array.from("banana");
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** The self-test of the prelude: one question for each of its pages. */
export const questions: readonly Question[] = [
  {
    kind: "compute",
    name: "prelude-logarithm",
    prompt: "What is the logarithm of 1/32 to base 2?",
    answer: () => log2(1 / 32),
    tolerance: 0.001,
    why: "Five halvings of 1 are 1/32, so it is −5. You can pass over “Logarithms and sums”.",
    hint: "How many halvings lead from 1 to 1/32? “Logarithms and sums” begins with this.",
    hints: [
      {value: 5, tolerance: 0.001, why: "The count is right. But halvings count as negative powers of two."},
      {value: 1 / 5, tolerance: 0.001, why: "A logarithm counts factors; one over it does not come in."}
    ],
    solution: "2 · 2 · 2 · 2 · 2 = 32, so 1/32 is 2 to the power −5, and its logarithm is −5."
  },
  {
    kind: "compute",
    name: "prelude-slope",
    prompt: "A straight line goes through the points (1, 2) and (4, 8). What is its slope?",
    answer: () => (8 - 2) / (4 - 1),
    tolerance: 0.001,
    why: "6 up over 3 to the right: 2. If “tangent” says something to you as well, pass over “Functions and graphs”.",
    hint: "How far does it rise, and over how far to the right?",
    hints: [
      {value: 1 / 2, tolerance: 0.001, why: "That is run over rise. A slope is rise over run."},
      {value: 6, tolerance: 0.001, why: "That is the rise. Divide it by the way to the right."}
    ],
    solution:
      "From the first point to the second the line rises by 8 − 2 = 6 while it goes 4 − 1 = 3 to the right, so its slope is 6/3 = 2."
  },
  {
    kind: "compute",
    name: "prelude-dot",
    prompt: "What is the dot product of (1, 2, 3) and (2, 0, −1)?",
    answer: () => dot([1, 2, 3], [2, 0, -1]),
    tolerance: 0.001,
    why: "2 + 0 − 3 = −1. If you also know what a matrix does to a vector, pass over “Vectors and matrices”.",
    hint: "Multiply number by number, and add.",
    hints: [{value: 5, tolerance: 0.001, why: "The last product is 3 · (−1) = −3, and it is taken off."}],
    solution: "1 · 2 + 2 · 0 + 3 · (−1) = 2 + 0 − 3 = −1. The sign says that the two arrows point apart."
  },
  {
    kind: "choose",
    name: "prelude-chance",
    prompt:
      "In “banana”, you point at one of the letters that are followed by another. It is an a. How likely is the next one an n?",
    options: [
      {
        text: "1",
        right: true,
        holds: () => word.every((c, i) => c !== "a" || i === 5 || word[i + 1] === "n"),
        why: "Of the two letters a that anything follows, both are followed by n. You can pass over “Chance”, if you know what a variance is."
      },
      {text: "2/3", holds: () => false, why: "You counted the last a, which nothing follows."},
      {
        text: "1/3",
        holds: () => false,
        why: "That is the share of n among all letters: what you would say if you did not know about the a."
      },
      {
        text: "2/5",
        holds: () => false,
        why: "That is the share of “an” among all pairs: both at once, and not one given the other."
      }
    ],
    solution:
      "Given that it is an a with a letter after it, there are two cases, and n follows in both: 2/2. “Given that” is what “Chance” calls conditional probability, and stage 1 is built on it."
  }
];
