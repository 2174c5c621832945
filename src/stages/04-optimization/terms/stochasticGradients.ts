import {define} from "../../../components/stage.js";

/** Words for gradients of a few examples. */
export const stochasticGradients = [
  define(
    "stochastic-gradients",
    "unbiased",
    [],
    "Said of an estimate whose mean, over all that chance may draw, is what it estimates."
  ),
  define(
    "stochastic-gradients",
    "noise scale",
    ["noise scales"],
    "The batch size at which the noise in a gradient matters as much as the gradient itself: the variance of single gradients over the squared length of the whole one, or the same with curvatures."
  ),
  define(
    "stochastic-gradients",
    "critical batch size",
    ["critical batch sizes"],
    "The batch size at the knee between two regimes: below it, a batch of double the size halves the steps of a training; far above it, it saves hardly any."
  )
];
