import {exp, fold, key, normal, roundToBfloat16, uniform} from "/lib/index.js";

export const workloads = ["sum", "dot", "softmax"] as const;
export type Workload = (typeof workloads)[number];

type Round = (x: number) => number;

/** A kind of arithmetic: every operation's result is rounded by `round`; running sums may be kept in another. */
interface Arithmetic {
  readonly name: string;
  readonly round: Round;
  readonly sumRound: Round;
  /** The unit roundoff: the largest relative error of one rounding. */
  readonly unit: number;
}

const exact: Round = (x) => x;

export const arithmetics: readonly Arithmetic[] = [
  {name: "float64", round: exact, sumRound: exact, unit: 2 ** -53},
  {name: "float32", round: Math.fround, sumRound: Math.fround, unit: 2 ** -24},
  {name: "bfloat16", round: roundToBfloat16, sumRound: roundToBfloat16, unit: 2 ** -8},
  {name: "bfloat16, sums in float32", round: roundToBfloat16, sumRound: Math.fround, unit: 2 ** -8}
];

/** A sum from left to right. */
function sumIn({sumRound}: Arithmetic, terms: (i: number) => number, n: number): number {
  let total = 0;
  for (let i = 0; i < n; i++) total = sumRound(total + terms(i));
  return total;
}

/** Sums and products with their errors kept (Knuth 1969, Dekker 1971): right to about 32 digits. */
function compensated(first: (i: number) => number, second: (i: number) => number, n: number): number {
  let [total, lost] = [0, 0];
  const split = (x: number): readonly [number, number] => {
    const c = 134217729 * x; // 2²⁷ + 1: half of the digits
    const high = c - (c - x);
    return [high, x - high];
  };
  for (let i = 0; i < n; i++) {
    const [x, y] = [first(i), second(i)];
    const p = x * y;
    const [[a, b], [c, d]] = [split(x), split(y)];
    const next = total + p;
    const part = next - total;
    lost += total - (next - part) + (p - part) + (b * d - (p - a * c - b * c - a * d));
    total = next;
  }
  return total + lost;
}

/** p ⊙ (ȳ − ⟨ȳ, p⟩) for p = softmax(z). */
function softmaxGradient(arithmetic: Arithmetic, z: Float64Array, dy: Float64Array): Float64Array {
  const {round, sumRound} = arithmetic;
  const top = round(Math.max(...z));
  const e = z.map((x) => round(exp(round(round(x) - top))));
  const total = sumIn(arithmetic, (i) => e[i]!, z.length);
  const p = e.map((x) => round(x / total));
  const wanted = dy.map(round);
  const inner = sumIn(arithmetic, (i) => sumRound(wanted[i]! * p[i]!), z.length);
  return p.map((x, i) => round(x * round(wanted[i]! - inner)));
}

function softmaxGradientExactly(z: Float64Array, dy: Float64Array): Float64Array {
  const top = Math.max(...z);
  const e = z.map((x) => exp(x - top));
  const total = compensated(
    (i) => e[i]!,
    () => 1,
    z.length
  );
  const inner =
    compensated(
      (i) => e[i]!,
      (i) => dy[i]!,
      z.length
    ) / total;
  return e.map((x, i) => (x / total) * (dy[i]! - inner));
}

/** The error of one computation of n numbers, relative to the size of what is added up. */
export function relativeError(
  what: Workload,
  positive: boolean,
  arithmetic: Arithmetic,
  n: number,
  seed: number
): number {
  const k = fold(key(5), seed);
  const drawn = (which: number) =>
    Float64Array.from({length: n}, (_, i) => (positive ? uniform(fold(k, which), i) : normal(fold(k, which), i)));
  const [x, y] = [drawn(0), drawn(1)];
  const {round, sumRound} = arithmetic;
  if (what === "softmax") {
    const right = softmaxGradientExactly(x, y);
    const found = softmaxGradient(arithmetic, x, y);
    let [off, size] = [0, 0];
    right.forEach((g, i) => {
      off += (found[i]! - g) ** 2;
      size += g * g;
    });
    return Math.sqrt(off / size);
  }
  const second = what === "sum" ? () => 1 : (i: number) => y[i]!;
  const right = compensated((i) => x[i]!, second, n);
  const found = sumIn(arithmetic, (i) => sumRound(round(x[i]!) * round(second(i))), n);
  let size = 0;
  for (let i = 0; i < n; i++) size += Math.abs(x[i]! * second(i));
  return Math.abs(round(found) - right) / size;
}
