import {exp, log, log1p} from "/lib/index.js";

/** The logarithm of e^a + e^b, as it is written. */
export const asWritten = (a: number, b: number): number => log(exp(a) + exp(b));

/** The same, with the larger number taken out first: its exponential is never computed, so nothing overflows. */
export function logSumExp(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  return large + log1p(exp(small - large));
}
