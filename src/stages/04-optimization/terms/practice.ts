import {define} from "../../../components/stage.js";

/** Words for what is done besides the rule of an optimizer. */
export const practice = [
  define(
    "practice",
    "gradient clipping",
    [],
    "Shortening a gradient that is longer than a threshold to that length, so that no single step goes too far."
  ),
  define(
    "practice",
    "gradient accumulation",
    [],
    "Adding up the gradients of several small batches before a step is taken, in place of a batch that would not fit into memory."
  ),
  define(
    "practice",
    "mixed precision",
    [],
    "Computing with numbers of 16 bits or fewer where that is enough, and with 32 where it is not: in sums, and in what a weight adds up."
  ),
  define(
    "practice",
    "stochastic rounding",
    [],
    "Rounding up or down by chance, up the more likely the nearer it is, so that the mean is the number itself."
  ),
  define(
    "practice",
    "loss scaling",
    [],
    "Multiplying the loss before the backward pass and dividing gradients after it, so that small ones do not become zero in between."
  )
];
