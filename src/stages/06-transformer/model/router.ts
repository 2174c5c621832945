/** A router in plain numbers: which experts tokens go to, and what the load-balancing loss makes of it. */

type Rows = readonly (readonly number[])[];

/** The library’s, in plain numbers: pages load this file at once, and the library late. */
const softmax = (row: readonly number[]): readonly number[] => {
  const top = Math.max(...row);
  const powers = row.map((z) => Math.exp(z - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
};

/** The places of the k largest, largest first; of equal ones, the first. */
const largest = (row: readonly number[], k: number): readonly number[] =>
  row
    .map((_, e) => e)
    .sort((a, b) => row[b]! - row[a]! || a - b)
    .slice(0, k);

export interface Routed {
  readonly probs: Rows;
  /** The experts of each token, the likeliest first. */
  readonly chosen: Rows;
  /** Their weights, which sum to 1. */
  readonly weights: Rows;
  /** Of each expert, the share of tokens that go to it: together k. */
  readonly used: readonly number[];
  /** Of each expert, its mean probability: together 1. */
  readonly wanted: readonly number[];
  /** experts · Σ used · wanted */
  readonly loss: number;
}

/** What a router does with tokens, by its logits of each token for each expert. */
export function route(logits: Rows, k: number): Routed {
  const probs = logits.map(softmax);
  const chosen = probs.map((row) => largest(row, k));
  const weights = chosen.map((experts, t) => {
    const kept = experts.map((e) => probs[t]![e]!);
    const sum = kept.reduce((a, b) => a + b, 0);
    return kept.map((p) => p / sum);
  });
  const experts = logits[0]!.map((_, e) => e);
  const used = experts.map((e) => chosen.filter((list) => list.includes(e)).length / logits.length);
  const wanted = experts.map((e) => probs.reduce((sum, row) => sum + row[e]!, 0) / logits.length);
  const loss = experts.length * experts.reduce((sum, e) => sum + used[e]! * wanted[e]!, 0);
  return {probs, chosen, weights, used, wanted, loss};
}

/** The slope of the loss by each logit. How often experts are used is counted, so no slope goes through it. */
export function balanceSlope(logits: Rows, k: number): Rows {
  const {probs, used} = route(logits, k);
  const factor = used.length / logits.length;
  return probs.map((row) => {
    const mean = row.reduce((sum, p, e) => sum + p * used[e]!, 0);
    return row.map((p, e) => factor * p * (used[e]! - mean));
  });
}

/** Logits after so many steps down that slope, with nothing else to learn. */
export function balanced(logits: Rows, k: number, rate: number, steps: number): Rows {
  if (steps === 0) return logits;
  const slope = balanceSlope(logits, k);
  return balanced(
    logits.map((row, t) => row.map((z, e) => z - rate * slope[t]![e]!)),
    k,
    rate,
    steps - 1
  );
}

/** Three tokens, of which the page follows the way by hand: the probabilities of three experts. */
export const tinyProbs = [
  [0.6, 0.3, 0.1],
  [0.5, 0.2, 0.3],
  [0.7, 0.1, 0.2]
] as const;

/** Three tokens and two experts that are used unevenly, at a loss below 1. */
export const blindProbs = [
  [0.51, 0.49],
  [0.51, 0.49],
  [0, 1]
] as const;

/** Logits that softmax makes these probabilities of. */
export const logitsOf = (probs: Rows): Rows => probs.map((row) => row.map((p) => Math.log(Math.max(p, 1e-30))));
