import {describe, expect, it} from "vitest";
import {hash} from "../../lib/core/hash.js";
import * as t from "../../lib/tensor.js";

const draw = (seed: number, ...shape: readonly number[]): t.Tensor => t.randomNormal(t.key(seed), shape, "float64");
const params = {query: draw(1, 3, 6), key: draw(2, 2, 6), score: draw(3, 6)};
const [query, keys, values] = [draw(4, 2, 3), draw(5, 4, 2), draw(6, 4, 5)];

const product = (row: readonly number[], matrix: readonly (readonly number[])[]): readonly number[] =>
  matrix[0]!.map((_, j) => row.reduce((sum, x, i) => sum + x * matrix[i]![j]!, 0));
const rows = (x: t.Tensor) => t.toNested(x) as readonly (readonly number[])[];

describe("additive attention", () => {
  it("is Bahdanau’s formula, pair by pair", () => {
    const ours = rows(t.additiveAttention(query, keys, values, params));
    const score = t.toNested(params.score) as readonly number[];
    rows(query).forEach((q, row) => {
      const asked = product(q, rows(params.query));
      const scores = rows(keys).map((k) =>
        product(k, rows(params.key)).reduce((sum, x, i) => sum + score[i]! * Math.tanh(asked[i]! + x), 0)
      );
      const total = scores.reduce((sum, s) => sum + Math.exp(s), 0);
      for (let j = 0; j < 5; j++) {
        const mean = scores.reduce((sum, s, i) => sum + (Math.exp(s) / total) * rows(values)[i]![j]!, 0);
        expect(ours[row]![j]).toBeCloseTo(mean, 12);
      }
    });
  });

  it("has the gradients that differences find", () =>
    expect(
      t.checkGrad(
        (p: {
          readonly query: t.Tensor;
          readonly keys: t.Tensor;
          readonly values: t.Tensor;
          readonly own: typeof params;
        }) => t.sum(t.square(t.additiveAttention(p.query, p.keys, p.values, p.own))),
        {query, keys, values, own: params},
        {order: 2}
      )
    ).toMatchObject({passed: true}));

  it("gives the same when keys and values are put in another order", () => {
    const order = t.tensor([2, 0, 3, 1], "int32");
    const [k, v] = [t.take(keys, order, 0), t.take(values, order, 0)];
    const difference = t.sub(
      t.additiveAttention(query, k, v, params),
      t.additiveAttention(query, keys, values, params)
    );
    expect(t.item(t.max(t.abs(difference)))).toBeLessThan(1e-12);
  });

  it("gives the mean of values if its last vector is zero", () => {
    const even = t.additiveAttention(query, keys, values, {...params, score: t.zeros([6], "float64")});
    const means = t.mean(values, {axes: 0});
    for (const row of rows(even)) row.forEach((x, j) => expect(x).toBeCloseTo(means.data[j]!, 12));
    expect(hash(t.slice(even, [0, 1]))).toBe(hash(t.slice(even, [1, 2])));
  });

  it("refuses shapes that do not fit, by their names", () => {
    expect(() => t.additiveAttention(query, keys, draw(7, 3, 5), params)).toThrow(t.ShapeError);
    expect(() => t.additiveAttention(query, keys, values, {...params, key: params.query})).toThrow(/params.key/);
  });
});
