/** Ways to add up aₖ bₖ in float32: which have the bits of the plain loop? */
import {key, uniform} from "/lib/index.js";

type Way = (a: readonly number[], b: readonly number[]) => number;

const f = Math.fround;

export const sums = {
  plain: (a, b) => a.reduce((sum, x, k) => f(sum + f(x * b[k]!)), 0),
  evenThenOdd: (a, b) => {
    const half = (rest: number) => a.reduce((sum, x, k) => (k % 2 === rest ? f(sum + f(x * b[k]!)) : sum), 0);
    return f(half(0) + half(1));
  },
  /** A product of two float32 is exact in float64. */
  fused: (a, b) => a.reduce((sum, x, k) => f(sum + x * b[k]!), 0),
  wide: (a, b) => f(a.reduce((sum, x, k) => sum + x * b[k]!, 0))
} satisfies Readonly<Record<string, Way>>;

/** n rows of n numbers. */
export const rowsOf = (n: number, seed: number): readonly (readonly number[])[] =>
  Array.from({length: n}, (_, i) => Array.from({length: n}, (_, k) => f(uniform(key(seed), i * n + k) - 0.5)));

const columnsOf = (rows: readonly (readonly number[])[]) => rows.map((_, j) => rows.map((row) => row[j]!));

/** A product, each element added up in a way. */
export const product = (a: readonly (readonly number[])[], b: readonly (readonly number[])[], way: Way) =>
  a.map((row) => columnsOf(b).map((column) => way(row, column)));

/** A product in the order k, i, j: one outer product after another is added to the result. */
export function outerProducts(a: readonly (readonly number[])[], b: readonly (readonly number[])[]) {
  let c = a.map((row) => row.map(() => 0));
  for (let k = 0; k < a.length; k++) c = c.map((row, i) => row.map((sum, j) => f(sum + f(a[i]![k]! * b[k]![j]!))));
  return c;
}
