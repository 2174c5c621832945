import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {estimate, gpt2} from "../../../lib/transformer.js";
import {attention, fold, full, key, randomNormal, vjp, type Tensor} from "../../../lib/tensor.js";
import {attentionMemory, blockKeeps, patternsWin} from "../../../src/stages/05-attention/model/attentionMemory.js";
import {joined, onlineSoftmax, readInTiles, risesOf} from "../../../src/stages/05-attention/model/onlineSoftmax.js";
import {plainAttention} from "../../../src/stages/05-attention/model/plainAttention.js";
import {tinyAttention, tinyHeads} from "../../../src/stages/05-attention/model/tiny.js";

type Rows = readonly (readonly number[])[];
type Inputs = readonly [Tensor, Tensor, Tensor];

const DIM = 5;
const rowsOf = ({data, shape}: Tensor): Rows =>
  Array.from({length: shape[2]!}, (_, i) => Array.from({length: DIM}, (__, d) => Number(data[i * DIM + d])));
const drawn = (seed: number, queries: number, keys: number, dtype: "float32" | "float64"): Inputs =>
  [queries, keys, keys].map((n, i) => randomNormal(fold(key(seed), i), [1, 1, n, DIM], dtype)) as unknown as Inputs;
const near = (a: Rows, b: Rows, digits: number): void =>
  a.forEach((row, i) => row.forEach((x, d) => expect(x).toBeCloseTo(b[i]![d]!, digits)));

describe("three loops", () => {
  it("equal the library’s kernel and its composition, whatever the lengths and the mask", () => {
    for (const [queries, keys] of [
      [1, 1],
      [3, 3],
      [4, 9],
      [40, 70]
    ] as const)
      for (const causal of [false, true])
        for (const dtype of ["float32", "float64"] as const) {
          const inputs = drawn(queries, queries, keys, dtype);
          const [q, k, v] = inputs.map(rowsOf) as [Rows, Rows, Rows];
          const plain = plainAttention(q, k, v, {causal});
          const digits = dtype === "float32" ? 5 : 12;
          near(rowsOf(attention(...inputs, {causal})), plain, digits);
          near(rowsOf(attention(...inputs, {causal, mask: full([queries, keys], 1, "bool")})), plain, digits);
        }
  });

  it("give the tiny example", () => {
    const {queries, keys, values} = tinyHeads();
    near(plainAttention(queries, keys, values), tinyAttention().outputs, 12);
    near(plainAttention(queries, keys, values, {causal: true}), tinyAttention({causal: true}).outputs, 12);
  });
});

const score = fc.oneof(fc.double({min: -800, max: 800, noNaN: true}), fc.double({min: -3, max: 3, noNaN: true}));
const row = fc.array(fc.tuple(score, fc.integer({min: -9, max: 9})), {minLength: 1, maxLength: 20});

/** Σ softmax · v with the whole row at hand. */
const direct = (pairs: readonly (readonly [number, number])[]): number => {
  const top = Math.max(...pairs.map(([s]) => s));
  const raised = pairs.map(([s]) => Math.exp(s - top));
  return pairs.reduce((sum, [, v], j) => sum + raised[j]! * v, 0) / raised.reduce((a, b) => a + b, 0);
};

describe("softmax in tiles", () => {
  it("is softmax of the whole row, whatever the scores and the size of tiles", () =>
    fc.assert(
      fc.property(row, fc.integer({min: 1, max: 21}), (pairs, size) => {
        const scores = pairs.map(([s]) => s);
        const values = pairs.map(([, v]) => [v]);
        expect(onlineSoftmax(scores, values, size)[0]).toBeCloseTo(direct(pairs), 9);
      })
    ));

  it("may join its tiles in any order and grouping", () =>
    fc.assert(
      fc.property(fc.tuple(row, row, row), (three) => {
        const [a, b, c] = three.map(
          (pairs) =>
            readInTiles(
              pairs.map(([s]) => s),
              pairs.map(([, v]) => [v]),
              pairs.length
            )[1]!
        ) as [ReturnType<typeof joined>, ReturnType<typeof joined>, ReturnType<typeof joined>];
        const [left, right] = [joined(joined(a, b), c), joined(c, joined(b, a))];
        expect(left.top).toBe(right.top);
        expect(left.sum).toBeCloseTo(right.sum, 9);
        expect(left.out[0]).toBeCloseTo(right.out[0]!, 8);
      })
    ));

  it("leaves hidden keys out, whole tiles of them too, whatever their values are", () => {
    const hidden = -Infinity;
    const values = [[NaN], [NaN], [3], [NaN], [5]];
    for (const size of [1, 2, 3, 5])
      expect(onlineSoftmax([hidden, hidden, 1, hidden, 1], values, size)[0]).toBeCloseTo(4, 12);
    expect(onlineSoftmax([hidden, hidden], [[NaN], [1]], 1)).toEqual([0]);
  });

  it("raises its maximum as often as the harmonic sum says", () => {
    const orders = [0, 1, 2, 3].flatMap((a) =>
      [0, 1, 2, 3].flatMap((b) => [0, 1, 2, 3].flatMap((c) => [0, 1, 2, 3].map((d) => [a, b, c, d])))
    );
    const all = orders.filter((order) => new Set(order).size === 4);
    const rises = (order: readonly number[]): number =>
      order.filter((x, i) => order.slice(0, i).every((y) => y < x)).length;
    expect(risesOf(4)).toBeCloseTo(all.reduce((sum, order) => sum + rises(order), 0) / all.length, 12);
  });
});

describe("the library’s attention", () => {
  it("keeps a NaN behind the mask from rows that do not see it, and shows it to the one that does", () => {
    for (const dtype of ["float32", "float64"] as const) {
      const [q, k, v] = drawn(3, 40, 40, dtype);
      const clean = rowsOf(attention(q, k, v, {causal: true}));
      const data = Float64Array.from(v.data as ArrayLike<number>, (x, i) => (i >= 39 * DIM ? NaN : x));
      const bad = {...v, data: dtype === "float32" ? Float32Array.from(data) : data} as Tensor;
      const spoilt = rowsOf(attention(q, k, bad, {causal: true}));
      expect(spoilt.slice(0, 39)).toEqual(clean.slice(0, 39));
      expect(spoilt[39]!.every(Number.isNaN)).toBe(true);
    }
  });

  it("has the gradient by its queries that one number for each row gives", () => {
    const inputs = drawn(8, 7, 7, "float64");
    const [q, k, v] = inputs.map(rowsOf) as [Rows, Rows, Rows];
    const dout = randomNormal(key(4), [1, 1, 7, DIM], "float64");
    const pulled = rowsOf(
      vjp(([x]: readonly [Tensor]) => attention(x, inputs[1], inputs[2]), [inputs[0]] as const).pull(dout)[0]
    );
    const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, d) => sum + x * b[d]!, 0);
    const outputs = plainAttention(q, k, v);
    const expected = q.map((query, i) => {
      const g = rowsOf(dout)[i]!;
      const raised = k.map((one) => Math.exp(dot(query, one) / Math.sqrt(DIM)));
      const total = raised.reduce((a, b) => a + b, 0);
      const slopes = raised.map((x, j) => (x / total) * (dot(g, v[j]!) - dot(g, outputs[i]!)));
      return query.map((_, d) => slopes.reduce((sum, slope, j) => sum + (slope * k[j]![d]!) / Math.sqrt(DIM), 0));
    });
    near(pulled, expected, 10);
  });
});

describe("what attention needs", () => {
  it("is n² for the pattern and n for what the library keeps of it, as its estimate has it", () => {
    expect(attentionMemory(2048, 3).pattern).toBe(4 * attentionMemory(1024, 3).pattern);
    expect(attentionMemory(2048, 3).kept).toBe(2 * attentionMemory(1024, 3).kept);
    expect(blockKeeps(64, 12) - blockKeeps(64, 6)).toBe(attentionMemory(64, 6).kept);
    const model = (layers: number) =>
      estimate(gpt2({vocabSize: 9, layers, width: 768, heads: 12, context: 64})).bytes.activations;
    expect(blockKeeps(64, 12)).toBe(model(3) - model(2));
    const n = patternsWin(12);
    expect(attentionMemory(n, 12).pattern).toBeCloseTo((blockKeeps(1024, 12) / 1024) * n, 3);
  });
});
