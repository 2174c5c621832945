/** Finite Markov chains: distributions as rows, and matrices whose rows are distributions. */
import {entropy, toBits, log2, uniform, type Key} from "/lib/index.js";

export type Row = readonly number[];
export type Matrix = readonly Row[];

/** A chain of two states: p is the chance to stay in the first, q to come to it from the second. */
export const twoStates = (p: number, q: number): Matrix => [
  [p, 1 - p],
  [q, 1 - q]
];

/** The distribution one step later: πT. */
export const after = (now: Row, chain: Matrix): Row =>
  now.map((_, j) => now.reduce((sum, share, i) => sum + share * (chain[i]?.[j] ?? 0), 0));

/** The distributions after 0, 1, … steps. */
export function course(start: Row, chain: Matrix, steps: number): readonly Row[] {
  const rows = [start];
  for (let n = 0; n < steps; n++) rows.push(after(rows[n]!, chain));
  return rows;
}

/** The matrix of n steps, Tⁿ: its row i is where one is after n steps from state i. */
export const power = (chain: Matrix, n: number): Matrix => {
  const surely = (state: number): Row => chain.map((_, j) => (j === state ? 1 : 0));
  return chain.map((_, i) => course(surely(i), chain, n).at(-1)!);
};

/** What two states settle in, (q, 1 − p) / (1 − p + q); undefined where no state is ever left and any row stays as it is. */
export function settled(p: number, q: number): Row | undefined {
  const sum = 1 - p + q;
  return sum === 0 ? undefined : [q / sum, (1 - p) / sum];
}

/** Mean entropy of a step in bits, weighed by where the chain is: its entropy rate. */
export const entropyRate = (stationary: Row, chain: Matrix): number =>
  stationary.reduce((sum, share, i) => sum + share * toBits(entropy(chain[i]!)), 0);

/** A walk: the state at each time 0 … length − 1, the first drawn from `start`. The same key walks the same way. */
export function walk(start: Row, chain: Matrix, length: number, key: Key): readonly number[] {
  const states: number[] = [];
  for (let t = 0; t < length; t++) {
    const row = t === 0 ? start : chain[states[t - 1]!]!;
    const u = uniform(key, t);
    let [state, sum] = [0, row[0]!];
    while (sum <= u && state < row.length - 1) sum += row[++state]!;
    states.push(state);
  }
  return states;
}

/** Mean surprisal of the first 1, 2, … steps of a walk, in bits. */
export function runningMean(states: readonly number[], chain: Matrix): readonly number[] {
  let sum = 0;
  return states.slice(1).map((state, t) => (sum -= log2(chain[states[t]!]![state]!)) / (t + 1));
}
