/** One context, small enough for a pencil, through every smoothing of the stage. */

/** The four words of its world. */
export const WORDS = ["whale", "sea", "ship", "boat"] as const;
/** How often each followed “the”. */
export const COUNTS: readonly number[] = [3, 1, 1, 0];
/** How likely each is without a context: relative frequencies of the whole text. */
export const COMMON: readonly number[] = [0.4, 0.3, 0.2, 0.1];
/** In how many places each was seen, as shares: what Kneser–Ney asks. */
export const PLACES: readonly number[] = [0.1, 0.4, 0.3, 0.2];

const total = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const N = total(COUNTS);

/** Takes from each count, and gives what was taken to a shorter context. */
function interpolated(taken: (count: number) => number, lower: readonly number[]): readonly number[] {
  const shaved = COUNTS.map((count) => (count === 0 ? 0 : Math.min(taken(count), count)));
  return COUNTS.map((count, w) => (count - shaved[w]!) / N + (total(shaved) / N) * lower[w]!);
}

/** Discounting with one D, in two ways to give away what was taken. */
export const discounted = (D: number, lower: readonly number[] = COMMON): readonly number[] =>
  interpolated(() => D, lower);

/** Katz on one context: how much of each count stays, what that frees, and how it is given to the unseen alone. */
export interface BackedOff {
  /** d_r · r for each word, or its count in full above the limit. */
  readonly kept: readonly number[];
  /** What the discounts freed, in counts. */
  readonly freed: number;
  /** The share that the unseen have without a context, together. */
  readonly open: number;
  /** What the lower probabilities of the unseen are multiplied by; 0 where nothing is freed. */
  readonly alpha: number;
  /** What the counts are divided by: one more than their sum where one sighting is kept in reserve. */
  readonly total: number;
  readonly p: readonly number[];
}

/**
 * `ratios` are d₁, d₂, …; a count above the last is trusted as it is. With `reserve`, a context that frees nothing
 * keeps one sighting for what was not seen, as toolkits do; without, the unseen are impossible there.
 */
export function backedOff(
  counts: readonly number[],
  ratios: readonly number[],
  {lower = COMMON, reserve = false}: {readonly lower?: readonly number[]; readonly reserve?: boolean} = {}
): BackedOff {
  const kept = counts.map((count) => count * (ratios[count - 1] ?? 1));
  const discounts = total(counts) - total(kept);
  const freed = discounts === 0 && reserve ? 1 : discounts;
  const all = total(kept) + freed;
  const open = total(lower.filter((_, w) => counts[w] === 0));
  const alpha = freed / all / open;
  return {kept, freed, open, alpha, total: all, p: kept.map((k, w) => (counts[w] === 0 ? alpha * lower[w]! : k / all))};
}

/** What each method makes of it. */
export const byMethod = {
  counted: COUNTS.map((count) => count / N),
  addOne: COUNTS.map((count) => (count + 1) / (N + COUNTS.length)),
  mixed: COUNTS.map((count, w) => 0.7 * (count / N) + 0.3 * COMMON[w]!),
  discounted: discounted(0.5),
  katz: backedOff(COUNTS, [0.5]).p,
  kneserNey: discounted(0.5, PLACES),
  modified: interpolated((count) => [0.5, 0.8, 1.2][Math.min(count, 3) - 1]!, PLACES),
  stupid: COUNTS.map((count, w) => (count > 0 ? count / N : 0.4 * COMMON[w]!))
} as const;
