import {uniform, type Key} from "/lib/index.js";
import type {ScalingLaw} from "/lib/transformer.js";
import type {LawForm} from "./scalingSpec.js";

/** What is known of a run: its size, what it read, and where it ended. */
interface Measured {
  readonly parameters: number;
  readonly tokens: number;
  readonly loss: number;
}

/** Errors of ln(loss) below this weigh by their square, and larger ones by their size alone (Hoffmann et al. 2022). */
const HUBER = 1e-3;
const ROUNDS = 60;

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** x with A x = b, for a matrix that is symmetric and positive: Gauss’s elimination. */
export function solve(a: readonly (readonly number[])[], b: readonly number[]): readonly number[] {
  const rows = a.map((row, i) => [...row, b[i]!]);
  const n = b.length;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const factor = rows[j]![i]! / rows[i]![i]!;
      for (let k = i; k <= n; k++) rows[j]![k]! -= factor * rows[i]![k]!;
    }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--)
    x[i] =
      (rows[i]![n]! - rows[i]!.reduce((sum, value, k) => (k > i && k < n ? sum + value * x[k]! : sum), 0)) /
      rows[i]![i]!;
  return x;
}

/** Logarithms of size and text, counted from their middle: then the numbers to be found hardly depend on each other. */
interface Centered {
  readonly n: readonly number[];
  readonly d: readonly number[];
  readonly y: readonly number[];
}

/** What is found: ln E (absent without a floor), ln A and ln B at the middle, and the two exponents. */
type Found = readonly number[];

/** ln of what the law expects of run i, and its slope by each number that is found. */
export function expectedAt(
  found: Found,
  n: number,
  d: number
): {readonly value: number; readonly slope: readonly number[]} {
  const [a, b, alpha, beta, e] = found as readonly [number, number, number, number, number?];
  const [size, text, floor] = [Math.exp(a - alpha * n), Math.exp(b - beta * d), e === undefined ? 0 : Math.exp(e)];
  const sum = size + text + floor;
  const slope = [size / sum, text / sum, (-n * size) / sum, (-d * text) / sum];
  return {value: Math.log(sum), slope: e === undefined ? slope : [...slope, floor / sum]};
}

const huber = (r: number): number => (Math.abs(r) < HUBER ? r * r : HUBER * (2 * Math.abs(r) - HUBER));

const costOf = (found: Found, {n, d, y}: Centered, counts: readonly number[]): number =>
  counts.reduce((sum, count, i) => sum + count * huber(expectedAt(found, n[i]!, d[i]!).value - y[i]!), 0);

/** One step of Levenberg and Marquardt: the law is replaced by its slopes, and least squares are solved for these. */
function stepFrom(found: Found, {n, d, y}: Centered, counts: readonly number[], damping: number): Found {
  const size = found.length;
  const matrix = Array.from({length: size}, () => new Array<number>(size).fill(0));
  const right = new Array<number>(size).fill(0);
  counts.forEach((count, i) => {
    if (count === 0) return;
    const {value, slope} = expectedAt(found, n[i]!, d[i]!);
    const error = y[i]! - value;
    const weight = count * Math.min(1, HUBER / Math.max(Math.abs(error), 1e-12)); // what makes squares into sizes
    for (let j = 0; j < size; j++) {
      right[j]! += weight * slope[j]! * error;
      for (let k = 0; k < size; k++) matrix[j]![k]! += weight * slope[j]! * slope[k]!;
    }
  });
  const damped = matrix.map((row, j) => row.map((value, k) => (j === k ? value * (1 + damping) + 1e-12 : value)));
  return solve(damped, right).map((move, j) => found[j]! + move);
}

function descend(
  start: Found,
  data: Centered,
  counts: readonly number[]
): {readonly found: Found; readonly cost: number} {
  let [found, cost, damping] = [start, costOf(start, data, counts), 1e-2];
  for (let round = 0; round < ROUNDS && damping < 1e8; round++) {
    const next = stepFrom(found, data, counts, damping);
    const after = costOf(next, data, counts);
    if (after < cost) {
      const small = cost - after < 1e-8 * cost;
      [found, cost, damping] = [next, after, damping / 3];
      if (small) break;
    } else damping *= 4;
  }
  return {found, cost};
}

/** A fitted law, with what is needed to fit it again. */
interface Fitted {
  readonly law: ScalingLaw;
  /** The mean error of ln(loss), by size. */
  readonly error: number;
  /** The law of a resample, in which run i stands so often. */
  readonly again: (counts: readonly number[]) => ScalingLaw;
}

/**
 * The law that is nearest to runs, in Huber’s sense on ln(loss): descents from a grid of starts, of which the best is taken.
 *
 * @param runs - of at least two sizes and two lengths
 */
export function fitLaw(runs: readonly Measured[], form: LawForm): Fitted {
  const [logN, logD] = [runs.map((run) => Math.log(run.parameters)), runs.map((run) => Math.log(run.tokens))];
  const [n0, d0] = [mean(logN), mean(logD)];
  const data = {n: logN.map((x) => x - n0), d: logD.map((x) => x - d0), y: runs.map(({loss}) => Math.log(loss))};
  const least = Math.min(...runs.map(({loss}) => loss));
  const lawOf = ([a, b, alpha, beta, e]: Found): ScalingLaw => ({
    irreducible: e === undefined ? 0 : Math.exp(e),
    a: Math.exp(a! + alpha! * n0),
    alpha: alpha!,
    b: Math.exp(b! + beta! * d0),
    beta: beta!
  });
  const starts = [0.2, 0.6].flatMap((alpha) =>
    [0.2, 0.6].flatMap((beta) =>
      (form === "floor" ? [0.3, 0.8] : [0]).map((share) => {
        const rest = Math.log((Math.exp(mean(data.y)) - share * least) / 2);
        return [rest, rest, alpha, beta, ...(form === "floor" ? [Math.log(share * least)] : [])];
      })
    )
  );
  const once = runs.map(() => 1);
  const best = starts.map((start) => descend(start, data, once)).reduce((a, b) => (b.cost < a.cost ? b : a));
  return {
    law: lawOf(best.found),
    error: mean(runs.map((_, i) => Math.abs(expectedAt(best.found, data.n[i]!, data.d[i]!).value - data.y[i]!))),
    again: (counts) => lawOf(descend(best.found, data, counts).found)
  };
}

/** How often each of n things stands in a draw of n with replacement. */
export function resampled(n: number, key: Key): readonly number[] {
  const counts = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) counts[Math.floor(uniform(key, i) * n)]!++;
  return counts;
}
