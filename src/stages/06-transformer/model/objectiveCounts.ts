/** Arithmetic of objectives: conditionals that belong to no distribution, the rule of 80, 10 and 10, and sizes of spans. */

/**
 * The odds ratio of conditionals of two tokens, each one of two, where one is a copy of the other with this probability. It is the
 * same read from either token, if both tables are of one distribution.
 */
export const oddsRatio = (copies: number): number => Math.pow(copies / (1 - copies), 2);

/** What an ordinary token that is read may be, where a share of the places are targets by the rule of 80, 10 and 10. */
export function ruleOf(rate: number) {
  const [mask, other, same, none] = [0.8 * rate, 0.1 * rate, 0.1 * rate, 1 - rate];
  return {
    mask,
    other,
    same,
    none,
    /** How likely an ordinary token is the one that stood there. */
    trusted: (none + same) / (none + same + other),
    /** How likely an ordinary token is one of which the model is asked. */
    asked: (same + other) / (none + same + other)
  };
}

/** Sizes of an example of span corruption. */
export function spanSizes(length: number, rate: number, meanSpan: number) {
  const gone = Math.max(1, Math.min(length - 1, Math.round(length * rate)));
  const spans = Math.max(1, Math.min(Math.round(gone / meanSpan), length - gone));
  return {gone, spans, inputs: length - gone + spans, targets: gone + spans + 1};
}

/** In how many ways k of n things can be taken. */
function choose(n: number, k: number): number {
  if (k < 0 || n < k) return 0;
  let ways = 1;
  for (let i = 1; i <= k; i++) ways *= (n - k + i) / i;
  return ways;
}

/** The probability that one part has this length, where things in a row are cut into parts, each way as likely. */
export function partLength(things: number, parts: number, length: number): number {
  if (parts === 1) return length === things ? 1 : 0;
  return choose(things - length - 1, parts - 2) / choose(things - 1, parts - 1);
}
