/** What the loss is before the first step, if the logits are noise. */
import {log} from "/lib/index.js";

/** ln V + ½ s² (1 − 1/V): to second order in the deviation s of independent logits. */
export const secondOrderLoss = (vocabulary: number, deviation: number): number =>
  log(vocabulary) + 0.5 * deviation * deviation * (1 - 1 / vocabulary);

/** ln V + ½ s²: what the mean loss of independent normal logits cannot be above, by Jensen's inequality. */
export const mostLoss = (vocabulary: number, deviation: number): number =>
  log(vocabulary) + 0.5 * deviation * deviation;
