import {entries, lookUp, lookUpHard} from "../model/softLookup.js";
import {tinyAttention} from "../model/tiny.js";

/** The soft lookup of the figure, and the tiny example's slopes. */
export function facts() {
  const at = (query: number, sharpness: number) => lookUp(query, sharpness, "product").answer;
  const alike = [10, 70, 133].map((query) => Math.abs(at(query, 8) - lookUp(query, 8, "distance").answer));
  const {weights, outputs} = tinyAttention();
  const own = weights[2];
  const values = [2, 0, 2]; // the first number of each token’s value
  const slope = own[1] * (values[1]! - outputs[2][0]);
  const h = 1e-5;
  const nudged = (change: number): number => {
    const scores = [Math.SQRT1_2, Math.SQRT1_2 + change, Math.SQRT2];
    const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
    return scores.reduce((sum, score, i) => sum + (Math.exp(score) / total) * values[i]!, 0);
  };
  return {
    mean: entries.reduce((sum, {value}) => sum + value, 0) / entries.length,
    flat: at(70, 0),
    middling: at(70, 8),
    sharp: at(70, 128),
    hard: lookUpHard(70),
    widest: Math.max(...alike),
    slope,
    difference: (nudged(h) - nudged(-h)) / (2 * h),
    output: outputs[2][0],
    weight: own[1]
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  flatIsMean: Math.abs(f.flat - f.mean) < 1e-9,
  sharpIsHard: Math.abs(f.sharp - f.hard) < 0.06,
  sameCurve: f.widest < 1e-9,
  slopeRight: Math.abs(f.slope - f.difference) < 1e-8
});
