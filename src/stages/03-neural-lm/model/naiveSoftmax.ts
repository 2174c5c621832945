/** Softmax as its formula stands, without care for large numbers: for pages to show what goes wrong. */
import {exp, log} from "/lib/index.js";

export function naiveSoftmax(logits: readonly number[]): readonly number[] {
  const powers = logits.map(exp);
  const total = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / total);
}

/** The loss as its formula stands. */
export const naiveLoss = (logits: readonly number[], target: number): number => 0 - log(naiveSoftmax(logits)[target]!);
