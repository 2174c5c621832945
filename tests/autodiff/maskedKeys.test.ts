/** What a query does not see never reaches it, and what does not see a key never reaches its gradient: 0 · NaN is NaN. */
import {describe, expect, it} from "vitest";
import {fold, key} from "../../lib/core/random/key.js";
import type {FloatDtype, Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";

const [HEADS, KV_HEADS, QUERIES, KEYS, DIM] = [2, 1, 37, 40, 5];
const PAST = KEYS - QUERIES;

interface Case {
  readonly name: string;
  readonly options: t.AttentionOptions;
  readonly sees: (query: number, key: number) => boolean;
}

const behind = (i: number, j: number): boolean => j <= i + PAST;
const near = (i: number, j: number): boolean => i + PAST - j < 6;
const odd = (i: number, j: number): boolean => (i * 7 + j * 3) % 5 < 2;
const bools = (length: number, f: (n: number) => boolean, shape: readonly number[]): Tensor =>
  t.tensor(
    Array.from({length}, (_, n) => Number(f(n))),
    {dtype: "bool", shape}
  );
const mask = bools(QUERIES * KEYS, (n) => odd(Math.floor(n / KEYS), n % KEYS), [QUERIES, KEYS]);

const cases: readonly Case[] = [
  {name: "causal", options: {causal: true}, sees: behind},
  {name: "a window", options: {window: 6}, sees: near},
  {name: "a causal window", options: {causal: true, window: 6}, sees: (i, j) => behind(i, j) && near(i, j)},
  {name: "a prefix", options: {causal: true, prefix: 3}, sees: (i, j) => behind(i, j) || j < 3},
  {name: "a mask", options: {mask}, sees: odd},
  {name: "a causal mask", options: {causal: true, mask}, sees: (i, j) => behind(i, j) && odd(i, j)},
  {name: "slopes", options: {causal: true, slopes: [0.5, 0.25]}, sees: behind},
  {name: "a soft cap", options: {causal: true, softcap: 5}, sees: behind}
];

type Inputs = readonly [query: Tensor, key: Tensor, value: Tensor];

const inputsOf = (dtype: FloatDtype): Inputs => [
  t.randomNormal(fold(key(5), 0), [1, HEADS, QUERIES, DIM], dtype),
  t.randomNormal(fold(key(5), 1), [1, KV_HEADS, KEYS, DIM], dtype),
  t.randomNormal(fold(key(5), 2), [1, KV_HEADS, KEYS, DIM], dtype)
];

/** x with one number of row `row` of each head in its place. */
const spoilt = (x: Tensor, row: number, bad: number): Tensor => {
  const data = Array.from(x.data as ArrayLike<number>);
  for (let h = 0; h < x.shape[1]!; h++) data[(h * x.shape[2]! + row) * DIM + (h % DIM)] = bad;
  return t.tensor(data, {dtype: x.dtype, shape: x.shape});
};

/** Row `row` of each head, without the sign of zero. */
const rowsAt = (x: Tensor, row: number): readonly number[] =>
  Array.from({length: x.shape[1]! * DIM}, (_, n) => {
    const [h, d] = [Math.floor(n / DIM), n % DIM];
    return Number(x.data[(h * x.shape[2]! + row) * DIM + d]) + 0;
  });

const all = (n: number): readonly number[] => Array.from({length: n}, (_, i) => i);

/** Out, and the gradients of a sum that looks at some queries alone. */
function run(inputs: Inputs, options: t.AttentionOptions, looked: (query: number) => boolean) {
  const [query, key_, value] = inputs;
  const weights = t.randomNormal(fold(key(5), 3), query.shape, query.dtype as FloatDtype);
  const chosen = bools(QUERIES, looked, [QUERIES, 1]);
  const {value: out, pull} = t.vjp(([q, k, v]: Inputs) => t.attention(q, k, v, options), [query, key_, value] as const);
  return {out, gradients: pull(t.where(chosen, weights, 0))};
}

describe.each(["float32", "float64"] as const)("attention in %s", (dtype) => {
  it.each(cases)("with $name keeps a bad key or value from what does not see it", ({options, sees}) => {
    const clean = inputsOf(dtype);
    for (const bad of [NaN, Infinity, -Infinity])
      for (const [input, at] of [
        [1, 20],
        [2, 20],
        [2, 33]
      ] as const) {
        const blind = (i: number): boolean => !sees(i, at);
        const want = run(clean, options, blind);
        const got = run(
          clean.map((x, n) => (n === input ? spoilt(x, at, bad) : x)) as unknown as Inputs,
          options,
          blind
        );
        const unreached = all(QUERIES).filter(blind);
        expect(unreached.length).toBeGreaterThan(0);
        for (const i of unreached) {
          expect(rowsAt(got.out, i)).toEqual(rowsAt(want.out, i));
          expect(rowsAt(got.gradients[0], i)).toEqual(rowsAt(want.gradients[0], i));
        }
        // a key that meets none of the queries that see the bad one
        for (const j of all(KEYS).filter((j) => !all(QUERIES).some((i) => sees(i, at) && sees(i, j))))
          for (const n of [1, 2] as const) expect(rowsAt(got.gradients[n], j)).toEqual(rowsAt(want.gradients[n], j));
      }
  });

  it.each(cases)("with $name keeps a bad query from the gradients of keys that it does not see", ({options, sees}) => {
    const [query, key_, value] = inputsOf(dtype);
    const at = 17;
    const want = run([query, key_, value], options, (i) => i !== at);
    const got = run([spoilt(query, at, NaN), key_, value], options, () => true);
    const unseen = all(KEYS).filter((j) => !sees(at, j));
    expect(unseen.length).toBeGreaterThan(0);
    for (const j of unseen)
      for (const n of [1, 2] as const) expect(rowsAt(got.gradients[n], j)).toEqual(rowsAt(want.gradients[n], j));
  });
});
