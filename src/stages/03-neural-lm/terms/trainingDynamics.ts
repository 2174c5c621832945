import {define} from "../../../components/stage.js";

/** What becomes of signals in deep networks. */
export const trainingDynamics = [
  define(
    "training-dynamics",
    "fan-in",
    [],
    "How many inputs a neuron has. Fan-out is how many neurons of the next layer read it."
  ),
  define(
    "training-dynamics",
    "Xavier initialization",
    ["Glorot initialization"],
    "First weights with a variance of two over the sum of fan-in and fan-out: between what keeps a signal and what keeps a gradient."
  ),
  define(
    "training-dynamics",
    "He initialization",
    ["Kaiming initialization"],
    "First weights with a variance of two over the fan-in, since relu lets half of the mean square of a signal through."
  ),
  define(
    "training-dynamics",
    "residual connection",
    ["residual connections"],
    "That a layer adds to what comes in instead of replacing it, x + f(x), so that signals and gradients have a way past it."
  ),
  define(
    "training-dynamics",
    "update-to-weight ratio",
    ["update-to-weight ratios"],
    "The length of a step over the length of the weights that it moves: by a rule of thumb about a thousandth."
  )
];
