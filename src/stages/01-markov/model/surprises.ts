/** Candidates for a measure of surprise, what is asked of them, and how the proof of the logarithm closes in on a number. */
import {log2} from "/lib/index.js";

/** A surprise for each probability above 0 and up to 1. */
export const surprises = {
  "−log₂ p": (p: number) => 0 - log2(p),
  "1 − p": (p: number) => 1 - p,
  "√(−log₂ p)": (p: number) => Math.sqrt(0 - log2(p)),
  "−p log₂ p": (p: number) => 0 - p * log2(p)
} as const satisfies Readonly<Record<string, (p: number) => number>>;

export type SurpriseName = keyof typeof surprises;

/** What two independent outcomes and both together show of the axioms. A pair can refute an axiom, never prove it. */
export interface Tried {
  readonly p: number;
  readonly q: number;
  /** Of p, of q, and of pq. */
  readonly costs: readonly [p: number, q: number, both: number];
  /** Axiom 2: both together are rarer than either, so no less surprising. */
  readonly ordered: boolean;
  /** Axiom 3: the surprise at both is the sum. */
  readonly additive: boolean;
}

export function tried(name: SurpriseName, p: number, q: number): Tried {
  const of = surprises[name];
  const costs = [of(p), of(q), of(p * q)] as const;
  const [a, b, both] = costs;
  const close = 1e-9; // rounding of logarithms
  const ordered = both >= Math.max(a, b) - close && (p <= q ? a >= b - close : b >= a - close);
  return {p, q, costs, ordered, additive: Math.abs(both - (a + b)) < close};
}

/** The neighbors of x among the fractions with this denominator: m/n ≤ x ≤ (m + 1)/n. */
export function squeezed(x: number, denominator: number): {readonly below: number; readonly above: number} {
  const m = Math.floor(x * denominator);
  return {below: m / denominator, above: (m + 1) / denominator};
}
