import {define} from "../../../components/stage.js";

/** What a prediction is charged, and by what it is made. */
export const crossEntropy = [
  define(
    "cross-entropy",
    "proper scoring rule",
    ["proper scoring rules", "proper score", "proper scores"],
    "A charge for forecasts that is least, on average, for one who announces the true distribution. It is strictly proper if nobody else is charged as little."
  ),
  define(
    "cross-entropy",
    "log-sum-exp",
    [],
    "The logarithm of the sum of e to each logit. Computed with the largest logit subtracted first, it neither overflows nor vanishes."
  ),
  define(
    "cross-entropy",
    "label smoothing",
    [],
    "Training against a target that keeps a small part of its probability for all tokens, so that no logit has a reason to grow without end."
  ),
  define(
    "cross-entropy",
    "z-loss",
    [],
    "A small charge for the square of the log-sum-exp, which keeps the common level of the logits near zero."
  )
];
