import {log} from "../core/math/log.js";
import {ConfigError, found} from "../core/errors.js";

/** A power law y = exp(intercept) · x^slope. */
export interface PowerLaw {
  readonly slope: number;
  /** Natural logarithm of y at x = 1. */
  readonly intercept: number;
}

/**
 * The power law nearest to points, by least squares of ln y on ln x. Every point weighs the same.
 *
 * @throws ConfigError if fewer than two points differ in x, or one is not above zero.
 */
export function logLogFit(xs: ArrayLike<number>, ys: ArrayLike<number>): PowerLaw {
  if (xs.length !== ys.length)
    throw new ConfigError("logLogFit", "every x has a y", [found("xs", xs.length), found("ys", ys.length)]);
  const x = Array.from(xs, positive);
  const y = Array.from(ys, positive);
  const [mx, my] = [mean(x), mean(y)];
  let [sxx, sxy] = [0, 0];
  for (const [i, xi] of x.entries()) {
    sxx += (xi - mx) * (xi - mx);
    sxy += (xi - mx) * (y[i]! - my);
  }
  if (!(sxx > 0)) throw new ConfigError("logLogFit", "two points differ in x", [found("points", xs.length)]);
  const slope = sxy / sxx;
  return {slope, intercept: my - slope * mx};
}

function positive(value: number, index: number): number {
  if (value > 0 && value < Infinity) return log(value);
  throw new ConfigError("logLogFit", "a point on logarithmic axes is above zero and finite", [
    found(`point ${index}`, value)
  ]);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
