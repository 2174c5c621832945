import type {Question} from "../../../components/exercise/question.js";
import {key} from "/lib/index.js";
import {backward, mlp, mul, sub, tanh, variable} from "/lib/scalar.js";
import {slopeOf} from "../model/slopeOf.js";
import {num, times, walkBack} from "../model/tinyEngine.js";

/** A gradient that is taken three times, with the value and the births before and after. */
function threeTimes() {
  const x = variable(3);
  const root = mul(x, tanh(x));
  const [value, births] = [root.value, [x.birth, root.birth]];
  const slopes = [1, 2, 3].map(() => backward(root).get(x));
  const same = root.value === value && x.birth === births[0] && root.birth === births[1];
  return {slopes, same, births: [x.birth, root.birth]};
}

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
        holds: () => {
          const [first = 0, , third = 0] = threeTimes().slopes;
          return third === 3 * first;
        },
        why: "So it would be with a field that is added to. Here gradients are in the maps that were returned."
      },
      {
        text: "Nothing",
        right: true,
        holds: () => threeTimes().same && new Set(threeTimes().slopes).size === 1,
        why: "Expressions are read only. Three maps exist, with equal numbers, and each goes away with whoever holds it."
      },
      {
        text: "The nodes are in another order",
        holds: () => threeTimes().births[0]! > threeTimes().births[1]!,
        why: "The order is that of births, which were given when the nodes were made."
      },
      {
        text: "The values are gone",
        holds: () => !threeTimes().same,
        why: "Nothing is freed while somebody holds the root: the values are part of the expressions."
      }
    ],
    solution:
      "Backward reads the graph and writes into an array of its own. So it may be asked for again, for the same root or for another one that shares nodes with it."
  },
  {
    kind: "compute",
    name: "autograd-by-hand",
    prompt:
      "A neuron gives y = tanh(w x + b), and its loss is (y − 1)². Be the engine: at w = 0.5, x = 4 and b = −2, what is the gradient of w?",
    answer: () =>
      slopeOf((w) => {
        const error = sub(tanh(sub(mul(w, 4), 2)), 1);
        return mul(error, error);
      }, 0.5),
    tolerance: 0.01,
    hint: "Forward first: what goes into tanh? Then back, one factor for each edge: the square, tanh, the product.",
    hints: [
      {value: 2 * (1 - 0) * 4, tolerance: 0.01, why: "The size is right. But y − 1 is −1: the loss falls as w grows."},
      {
        value: 2 * (0 - 1),
        tolerance: 0.01,
        why: "That is the gradient of b. On the way to w stands one edge more, the product with x."
      },
      {
        value: 2 * (0 - 1) * 0.5,
        tolerance: 0.01,
        why: "That is the gradient of x: a product hands each factor the other one."
      },
      {value: (0 - 1) * 4, tolerance: 0.01, why: "The square has two edges to y − 1, and both hand something back."}
    ],
    why: "2 · (0 − 1) · 1 · 4 = −8: the square, the subtraction and tanh, whose slope at 0 is 1, and the product.",
    solution:
      "Forward: 0.5 · 4 − 2 = 0, so y = 0 and the error is −1. Back: the square hands 2 · (−1) = −2 to the error, which hands it on to y. The slope of tanh is 1 − y² = 1, so the sum gets −2 and b as well. The product hands w that times x: −2 · 4 = −8. The gradient of b is a fourth of it, and that of x is −2 · 0.5 = −1."
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
