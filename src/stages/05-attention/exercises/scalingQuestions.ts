import type {Question} from "../../../components/exercise/question.js";
import {softmaxOf} from "../model/scoresDrawn.js";

/** What the page “Scaling” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "scaling-largest",
    prompt:
      "A query and sixteen keys of 64 numbers each are drawn at random, every number with variance 1. Nothing is divided. What is the largest of the sixteen weights, on the mean over many draws?",
    range: [0, 1],
    step: 0.01,
    start: 0.2,
    unit: "",
    truth: async () => (await import("../model/scoresDrawn.js")).drawnMeans(64, false).largest,
    within: 0.07,
    why: "Scores have a standard deviation of 8, so the largest of sixteen lies several units above the next, and e to that difference is a large factor.",
    solution:
      "About 0.85: nearly all of the weight falls on one key, chosen by chance. An untrained head without the division has already made up its mind."
  },
  {
    kind: "choose",
    name: "scaling-why-root",
    prompt: "Why are scores divided by √d, and not by d?",
    options: [
      {
        text: "Their standard deviation grows like √d, so the division makes it 1 at every width.",
        right: true,
        why: "Variances of independent terms add up to d, and the standard deviation is the root of the variance."
      },
      {
        text: "Dividing by d would overflow for wide heads.",
        why: "Dividing makes numbers smaller; nothing overflows."
      },
      {
        text: "It makes no difference: softmax does not see a constant factor.",
        why: "Softmax does not see a constant that is added. A factor makes it sharper or flatter."
      }
    ],
    solution:
      "Divided by d the scores of an untrained head have a standard deviation of 1/√d: nearly equal weights whatever the query. Later, when queries and keys are learned to agree, products do grow like d, and some models divide by d for that reason (Yang and others, 2022). At the start √d is right."
  },
  {
    kind: "compute",
    name: "scaling-uniform",
    prompt:
      "Queries and keys of 36 numbers are drawn evenly between −1 and 1, which has variance 1/3. What is the standard deviation of their product?",
    answer: () => Math.sqrt(36 / 9),
    tolerance: 0.005,
    hint: "The variance of a product of two independent numbers of mean 0 is the product of their variances.",
    hints: [
      {value: 36 / 9, tolerance: 0.005, why: "That is the variance: the standard deviation is its root."},
      {value: Math.sqrt(36 / 3), tolerance: 0.005, why: "Both factors have variance 1/3, so a term has 1/9."},
      {value: 6, tolerance: 0.005, why: "That would be so if both had variance 1."}
    ],
    why: "36 terms of variance 1/9 each: 36/9 = 4, and √4 = 2.",
    solution: "Each term has variance 1/3 · 1/3 = 1/9, so the sum of 36 has 36/9 = 4, and its standard deviation is 2."
  },
  {
    kind: "choose",
    name: "scaling-steer",
    prompt:
      "In the figure, find the largest width at which the weights without the division still look like those with it. Which is it?",
    options: [
      {
        text: "1: there √d is 1.",
        right: true,
        why: "At d = 1 the two are equal. From 4 on the largest weight is visibly larger without the division."
      },
      {text: "64, the usual size of a head.", why: "There one key has nearly everything without the division."},
      {text: "They look alike at every width.", why: "Compare 1024 with and without: one bar against sixteen."}
    ],
    solution:
      "Only at d = 1, where there is nothing to divide by. The effect sets in at once and grows with every doubling."
  },
  {
    kind: "compute",
    name: "scaling-jacobian",
    prompt: "The weights are 0.9 and 0.1. What is the slope of the first weight with respect to its own score?",
    answer: () => {
      const [w = 0] = softmaxOf([Math.log(9), 0]);
      return w * (1 - w);
    },
    tolerance: 0.005,
    hint: "Of a weight w by its own score the slope is w·(1 − w).",
    hints: [
      {value: 0.9, tolerance: 0.005, why: "That is the weight itself. Its slope is smaller the nearer it is to 1."},
      {value: 0.1, tolerance: 0.005, why: "That is 1 − w. It is still to be multiplied by w."}
    ],
    why: "0.9 · 0.1 = 0.09.",
    solution:
      "w·(1 − w) = 0.9 · 0.1 = 0.09. At w = 0.5 it would be 0.25, the largest that it can be; at 0.999 it is 0.001."
  }
];
