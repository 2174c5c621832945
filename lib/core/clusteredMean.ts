import {real, whole} from "./check.js";
import {ConfigError, ShapeError, found} from "./errors.js";
import {integer} from "./random/integer.js";
import {fold} from "./random/key.js";
import type {Key} from "./random/threefry.js";
import {sum} from "./sum.js";

/** A mean over tokens that came in documents, and how far it may be off. */
export interface ClusteredMean {
  /** The total of all documents by the count of all. */
  readonly mean: number;
  /** The deviation that the mean would have from one draw of the documents to the next. */
  readonly standardError: number;
}

/** Refuses what is not a total and a count above 0 for each of at least two documents. */
function check(where: string, totals: ArrayLike<number>, counts: ArrayLike<number>): void {
  if (totals.length !== counts.length)
    throw new ShapeError(where, "each document has a total and a count", [
      found("totals", totals.length),
      found("counts", counts.length)
    ]);
  if (totals.length < 2)
    throw new ConfigError(
      where,
      "there are at least two documents",
      [found("documents", totals.length)],
      "from one document nobody learns how much documents differ"
    );
  for (let i = 0; i < totals.length; i++) {
    real(`${where}.totals[${i}]`, totals[i]);
    real(`${where}.counts[${i}]`, counts[i], {above: 0});
  }
}

/**
 * A mean per token and its standard error, where tokens come in documents that are drawn independently, and tokens of one
 * document are not. So the error is that of a quotient of two sums over documents, √(n/(n−1) Σ rᵢ²) / Σ cᵢ, where
 * rᵢ = totalᵢ − mean · cᵢ is what document i adds beyond the mean.
 *
 * To compare two models, give the differences of what each document costs them: whatever makes a document hard for both
 * cancels, and the error is smaller than that of two separate measurements.
 *
 * @param totals - of each document, such as its nats, or how many more of them it costs one model than another.
 * @param counts - the tokens of each document, or its bytes: what the mean is by.
 * @throws ShapeError for lists of different lengths; ConfigError for fewer than two documents, a total that is not finite, or a
 * count that is not above 0.
 * @see Cochran, Sampling Techniques, 3rd edition, 1977, chapter 6, on ratio estimators.
 */
export function clusteredMean(totals: ArrayLike<number>, counts: ArrayLike<number>): ClusteredMean {
  check("clusteredMean", totals, counts);
  const n = totals.length;
  const count = sum(counts);
  const mean = sum(totals) / count;
  const squares = sum(Array.from(totals, (total, i) => (total - mean * counts[i]!) * (total - mean * counts[i]!)));
  return {mean, standardError: Math.sqrt((squares * n) / (n - 1)) / count};
}

/** How often documents are drawn anew, and from which key. */
export interface BootstrapOptions {
  /** What the draws come from. */
  readonly key: Key;
  /** How many times the documents are drawn anew: 1000 unless it is named. */
  readonly resamples?: number;
  /** The share of the drawn means that lie in the interval: 0.95 unless it is named. */
  readonly level?: number;
}

/** What a mean comes out as when documents are drawn again. */
export interface Bootstrap {
  /** The ends of the interval: as many means lie below it as above. */
  readonly low: number;
  readonly high: number;
  /** All drawn means, from the least to the greatest. */
  readonly means: Float64Array;
}

/** The value below which a share of sorted numbers lies, straight between neighbors. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const [a, b] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return a + (at - below) * (b - a);
}

/**
 * The percentile bootstrap of a mean per token over documents: as many documents as there are, drawn from them with
 * replacement, again and again. Whole documents are drawn, since tokens of one document belong together.
 *
 * @param totals - of each document, as `clusteredMean` has them.
 * @param counts - the tokens of each document.
 * @throws as `clusteredMean`; ConfigError for fewer than one resample, and a level that is not between 0 and 1.
 * @see Efron, Bootstrap Methods: Another Look at the Jackknife, 1979.
 */
export function bootstrapMean(
  totals: ArrayLike<number>,
  counts: ArrayLike<number>,
  {key, resamples = 1000, level = 0.95}: BootstrapOptions
): Bootstrap {
  check("bootstrapMean", totals, counts);
  whole("bootstrapMean.resamples", resamples, {least: 1});
  real("bootstrapMean.level", level, {above: 0, below: 1});
  const n = totals.length;
  const means = new Float64Array(resamples);
  for (let r = 0; r < resamples; r++) {
    const drawn = fold(key, r);
    let [total, count] = [0, 0];
    for (let i = 0; i < n; i++) {
      const document = integer(drawn, n, i);
      total += totals[document]!;
      count += counts[document]!;
    }
    means[r] = total / count;
  }
  means.sort();
  return {low: quantile(means, (1 - level) / 2), high: quantile(means, (1 + level) / 2), means};
}
