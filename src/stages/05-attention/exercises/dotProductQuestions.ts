import type {Question} from "../../../components/exercise/question.js";
import {lookUp} from "../model/softLookup.js";
import {tinyAttention} from "../model/tiny.js";

/** What the page “Dot-product attention” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "dot-product-flat",
    prompt:
      "Five keys have the values 1, 3, 2.5, 4 and 1.5. The lookup is made blunt: its sharpness is 0. What does it answer to a query of 70 degrees?",
    range: [0, 5],
    step: 0.1,
    start: 1,
    unit: "",
    truth: () => lookUp(70, 0, "product").answer,
    within: 0.15,
    why: "e to 0 is 1 for every key, so all weigh the same, whatever the query.",
    solution: "The plain mean of the values: (1 + 3 + 2.5 + 4 + 1.5)/5 = 2.4."
  },
  {
    kind: "choose",
    name: "dot-product-no-slope",
    prompt: "Why can a network not learn with a lookup that takes the best key alone?",
    options: [
      {
        text: "Its answer does not change when a key moves a little, so the slope by every key is 0.",
        right: true,
        why: "Between two jumps the answer is constant, and at a jump it has no slope at all. Nothing says in which direction a key should move."
      },
      {
        text: "It is too slow: all keys must be compared.",
        why: "The soft lookup compares all keys too, and has to add them up as well."
      },
      {
        text: "It cannot answer a query that is no key.",
        why: "It answers with the nearest. What is missing is a slope."
      }
    ],
    solution:
      "The stairs are flat. The soft lookup is smooth, so that each key and each query has a slope at every moment, and the better a key fits the more it is moved."
  },
  {
    kind: "compute",
    name: "dot-product-output",
    prompt:
      "In the tiny example the last token has the weights 0.248, 0.248 and 0.503, and the second numbers of the three values are 0, 1 and 1. What is the second number of its answer?",
    answer: () => tinyAttention().outputs[2][1],
    tolerance: 0.005,
    hint: "The weighted sum 0.248 · 0 + 0.248 · 1 + 0.503 · 1.",
    hints: [
      {value: 2 / 3, tolerance: 0.005, why: "That is the plain mean of the values. They have weights."},
      {
        value: tinyAttention().outputs[2][0],
        tolerance: 0.005,
        why: "That is the first number, from the values 2, 0 and 2."
      }
    ],
    why: "0.248 + 0.503 = 0.751.",
    solution: "0.248 · 0 + 0.248 · 1 + 0.503 · 1 = 0.751; with more digits, 0.752."
  },
  {
    kind: "choose",
    name: "dot-product-outside",
    prompt: "The values of a head are all between 1 and 4. What can its answer never be?",
    options: [
      {text: "2.5", why: "A mixture of 1 and 4 in equal parts is 2.5."},
      {
        text: "5",
        right: true,
        why: "Weights are at least 0 and sum to 1, so the answer lies between the smallest and the largest value."
      },
      {text: "1.01", why: "If nearly all of the weight is on the value 1, the answer is near 1."}
    ],
    solution:
      "A weighted mean lies in the convex hull of what it is a mean of. Attention by itself invents nothing: it moves and mixes. To make something new of what it brought is the work of the layer after it."
  },
  {
    kind: "choose",
    name: "dot-product-steer",
    prompt:
      "In the figure, set the similarity from product to distance, at any query and sharpness. How does the curve change, and why?",
    options: [
      {
        text: "Not at all: for keys of one length, the square of the distance is a constant minus twice the product.",
        right: true,
        holds: () =>
          Promise.resolve(
            [15, 90, 150].every(
              (query) => Math.abs(lookUp(query, 16, "product").answer - lookUp(query, 16, "distance").answer) < 1e-9
            )
          ),
        why: "Softmax does not see the constant, so both give the same weights."
      },
      {text: "It becomes sharper, since distances are squared.", why: "The factor one half takes care of that."},
      {
        text: "It turns over: large distances are bad.",
        why: "The figure takes minus the distance, so near is good in both."
      }
    ],
    solution:
      "All keys here have length 1. Then |q − k|² = 2 − 2 q·k, and minus half of it is q·k − 1: the same up to a constant that softmax takes away."
  }
];
