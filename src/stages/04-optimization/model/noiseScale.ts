/** How noisy gradients of batches are, and what batch is large enough: formulas alone. */

/** The variance of the mean of a batch, by that of single examples and their number: each is drawn at most once, or anew. */
export const batchVariance = (variance: number, count: number, batch: number, anew = false): number =>
  (variance / batch) * (anew ? 1 : (count - batch) / (count - 1));

/** A gradient's squared length, and the sum of the variances of its numbers when it is of one example. */
interface SignalAndNoise {
  readonly square: number;
  readonly trace: number;
}

/**
 * Both from the mean squared lengths of gradients of two batch sizes, since each is |g|² + tr Σ / B. Neither is biased, but
 * of noisy lengths either may come out negative.
 *
 * @see McCandlish and others 2018, An empirical model of large-batch training, appendix A.1.
 */
export function fromTwoSizes(
  small: {readonly batch: number; readonly squared: number},
  large: {readonly batch: number; readonly squared: number}
): SignalAndNoise {
  return {
    square: (large.batch * large.squared - small.batch * small.squared) / (large.batch - small.batch),
    trace: (small.squared - large.squared) / (1 / small.batch - 1 / large.batch)
  };
}

/** What the expansion of a loss around a place knows: |g|², gᵀHg, and tr HΣ of one example. */
interface Expansion {
  readonly square: number;
  readonly curvature: number;
  readonly noise: number;
}

/** By how much a step lowers the loss in the mean: η|g|² − ½ η² (gᵀHg + tr HΣ / B). */
export const expectedFall = ({square, curvature, noise}: Expansion, batch: number, rate: number): number =>
  rate * square - (rate * rate * (curvature + noise / batch)) / 2;

/** The rate with the largest fall in the mean, |g|² / (gᵀHg + tr HΣ / B), and that fall. */
export function bestStep(expansion: Expansion, batch: number): {readonly rate: number; readonly fall: number} {
  const rate = expansion.square / (expansion.curvature + expansion.noise / batch);
  return {rate, fall: (rate * expansion.square) / 2};
}

/**
 * The hyperbola S = least · (1 + knee / B) through steps by batch size, with the smallest sum of squares of relative errors:
 * 1 = a/S + b/(B S) is linear in a = least and b = least · knee.
 */
export function hyperbola(points: readonly {readonly batch: number; readonly steps: number}[]): {
  readonly least: number;
  readonly knee: number;
} {
  let [uu, uv, vv, u1, v1] = [0, 0, 0, 0, 0];
  for (const {batch, steps} of points) {
    const [u, v] = [1 / steps, 1 / (batch * steps)];
    uu += u * u;
    uv += u * v;
    vv += v * v;
    u1 += u;
    v1 += v;
  }
  const determinant = uu * vv - uv * uv;
  const least = (u1 * vv - v1 * uv) / determinant;
  return {least, knee: (v1 * uu - u1 * uv) / determinant / least};
}
