/** The noisy bowl with larger batches: what becomes of the rate, and of the walk by the examples that it has seen. */
import {meanHeights, tinyBowl} from "./noisyBowl.js";

/** How the rate follows the batch. */
export const RULES = ["times k", "times √k", "unchanged"] as const;
export type Rule = (typeof RULES)[number];

/** The rate of single examples, and the deviation of their gradients in each direction. */
const ONE = {rate: 0.005, noise: 10} as const;

export const ruled = (rule: Rule, batch: number): number =>
  ONE.rate * {"times k": batch, "times √k": Math.sqrt(batch), unchanged: 1}[rule];

/** The bowl as batches of a size see it: their mean has the deviation σ/√B. */
export const batchBowl = (batch: number) => tinyBowl(ONE.noise / Math.sqrt(batch));

/** The mean heights by the examples that were seen, up to a number of them. */
export const heightsByExamples = (
  rule: Rule,
  batch: number,
  examples: number
): readonly (readonly [seen: number, height: number])[] =>
  meanHeights(
    batchBowl(batch),
    Array.from({length: Math.floor(examples / batch)}, () => ruled(rule, batch))
  ).map((height, step) => [step * batch, height]);
