/** One logit against V − 1 equal ones: what cross-entropy and squared error make of a mistake. */
import {exp} from "/lib/index.js";

export type LossName = "cross-entropy" | "squares";

/** The probability of the token that came, if its logit is x and the others are 0. */
export const rightProbability = (x: number, vocabulary: number): number => {
  const others = (vocabulary - 1) * exp(-x);
  return 1 / (1 + others);
};

/**
 * The slope of the loss by the logit of the token that came. With q for each of the others, (1 − p)² + (V − 1) q² has the slope
 * −2 p ((1 − p)² + (V − 1) q²): softmax’s Jacobian brings a factor p.
 */
export function slope(loss: LossName, x: number, vocabulary: number): number {
  const p = rightProbability(x, vocabulary);
  if (loss === "cross-entropy") return p - 1;
  const q = (1 - p) / (vocabulary - 1);
  return -2 * p * ((1 - p) * (1 - p) + (vocabulary - 1) * q * q);
}

/** The logit after 0, 1, … steps of gradient descent on it alone. */
export function descent(loss: LossName, start: number, vocabulary: number, rate: number, steps: number): number[] {
  const path = [start];
  for (let step = 0; step < steps; step++) path.push(path[step]! - rate * slope(loss, path[step]!, vocabulary));
  return path;
}

/** Steps until the token that came has a probability of one half; `most` if that takes longer. */
export function stepsToHalf(loss: LossName, start: number, vocabulary: number, rate: number, most: number): number {
  let x = start;
  for (let step = 0; step < most; step++) {
    if (rightProbability(x, vocabulary) >= 0.5) return step;
    x -= rate * slope(loss, x, vocabulary);
  }
  return most;
}
