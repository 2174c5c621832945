import {log} from "./log.js";

/**
 * The slope of the logarithm of the gamma function, for x > 0, within about 1e-14 of its size or of 1.
 *
 * ψ(x) = ψ(x + 1) - 1 / x moves x above 10, where the asymptotic series has what is needed in seven terms (Abramowitz &
 * Stegun 1964, 6.3.18).
 */
export function digamma(x: number): number {
  let [at, moved] = [x, 0];
  for (; at < 10; at++) moved += 1 / at;
  const s = 1 / (at * at);
  const series =
    s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - s * (691 / 32760 - s * (1 / 12)))))));
  return log(at) - 0.5 / at - series - moved;
}
