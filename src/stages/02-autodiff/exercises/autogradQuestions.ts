import type {Question} from "../../../components/exercise/question.js";
import {key} from "/lib/index.js";
import {mlp} from "/lib/scalar.js";
import {num, times, walkBack} from "../model/tinyEngine.js";

/** What the page “Autograd from scratch” asks. */
export const questions: readonly Question[] = [
  {
    kind: "predict",
    name: "autograd-first-engine",
    prompt: "The slope of x · x at 3 is 6. What does the engine above say?",
    range: [0, 12],
    step: 1,
    start: 6,
    within: 0,
    truth: () => {
      const x = num(3);
      walkBack(times(x, x));
      return x.gradient;
    },
    why: "Both edges hand 3 to the same number, and the second replaces the first.",
    solution:
      "The product has two edges, both to x, each with the slope 3. walkBack sets x.gradient to 3 for the first, and then to 3 again for the second. It should have added."
  },
  {
    kind: "choose",
    name: "autograd-keep",
    prompt:
      "A graph of a million nodes is built, and its gradient is taken three times. What is different in the graph after that?",
    options: [
      {
        text: "Each node’s gradient is three times too large",
        why: "So it would be with a field that is added to. Here gradients are in the maps that were returned."
      },
      {
        text: "Nothing",
        right: true,
        why: "Expressions are read only. Three maps exist, with equal numbers, and each goes away with whoever holds it."
      },
      {
        text: "The nodes are in another order",
        why: "The order is that of births, which were given when the nodes were made."
      },
      {
        text: "The values are gone",
        why: "Nothing is freed while somebody holds the root: the values are part of the expressions."
      }
    ],
    solution:
      "Backward reads the graph and writes into an array of its own. So it may be asked for again, for the same root or for another one that shares nodes with it."
  },
  {
    kind: "predict",
    name: "autograd-parameters",
    prompt:
      "A network for exclusive or has 2 inputs, a hidden layer of 8 neurons, and 1 output. How many parameters does it have?",
    range: [0, 60],
    step: 1,
    start: 16,
    within: 2,
    truth: () =>
      mlp({sizes: [2, 8, 1], activation: "tanh"})
        .init(key(1))
        .flat()
        .reduce((sum, {weights}) => sum + weights.length + 1, 0),
    why: "Each neuron has a weight for each input and one bias: 8 · 3 + 1 · 9.",
    solution:
      "The hidden neurons have 2 weights and a bias each, 24 numbers; the output neuron has 8 weights and a bias, 9 numbers: 33 together."
  }
];
