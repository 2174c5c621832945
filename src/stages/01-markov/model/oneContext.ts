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

/** Good–Turing ratios d₁ = 0.5 and, above the limit, 1; the unseen share what was freed, in proportion to `COMMON`. */
function backedOff(): readonly number[] {
  const kept = COUNTS.map((count) => (count === 1 ? 0.5 : count) / N);
  const unseen = total(COMMON.filter((_, w) => COUNTS[w] === 0));
  return kept.map((share, w) => (COUNTS[w] === 0 ? ((1 - total(kept)) * COMMON[w]!) / unseen : share));
}

/** What each method makes of it. */
export const byMethod = {
  counted: COUNTS.map((count) => count / N),
  addOne: COUNTS.map((count) => (count + 1) / (N + COUNTS.length)),
  mixed: COUNTS.map((count, w) => 0.7 * (count / N) + 0.3 * COMMON[w]!),
  discounted: discounted(0.5),
  katz: backedOff(),
  kneserNey: discounted(0.5, PLACES),
  modified: interpolated((count) => [0.5, 0.8, 1.2][Math.min(count, 3) - 1]!, PLACES),
  stupid: COUNTS.map((count, w) => (count > 0 ? count / N : 0.4 * COMMON[w]!))
} as const;
