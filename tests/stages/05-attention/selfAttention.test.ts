import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {attention, concat, reshape, selfAttention, tensor} from "../../../lib/tensor.js";
import {blockCost, crossing, pairShare} from "../../../src/stages/05-attention/model/attentionCost.js";
import {
  attendAgain,
  averaged,
  contraction,
  weightsOf,
  ownShare,
  points,
  spreadOfRows
} from "../../../src/stages/05-attention/model/averaging.js";

const rows = fc.integer({min: 2, max: 6}).chain((n) =>
  fc.array(fc.array(fc.double({min: -2, max: 2, noNaN: true}), {minLength: 3, maxLength: 3}), {
    minLength: n,
    maxLength: n
  })
);

describe("averaging by attention", () => {
  it("is the library’s attention of rows to themselves", () =>
    fc.assert(
      fc.property(rows, (x) => {
        const all = reshape(tensor(x, "float64"), [1, 1, x.length, 3]);
        const theirs = attention(all, all, all).data;
        attendAgain(x, 1, {residual: false})[1]!
          .flat()
          .forEach((value, i) => expect(value).toBeCloseTo(theirs[i]!, 9));
      })
    ));

  it("reads the three maps from one packed row", () =>
    fc.assert(
      fc.property(rows, rows, (x, y) => {
        const part = (list: typeof x) =>
          tensor(
            x.map((_, i) => list[i % list.length]!),
            "float64"
          );
        const [query, key, value] = [part(x), part(y), part([...y].reverse())];
        const heads = (each: typeof query) => reshape(each, [1, 1, x.length, 3]);
        const apart = attention(heads(query), heads(key), heads(value)).data;
        const packed = reshape(concat([query, key, value], 1), [1, x.length, 9]);
        const ours = selfAttention(packed, {heads: 1, causal: false}).data;
        Array.from(ours).forEach((number, i) => expect(number).toBeCloseTo(apart[i]!, 9));
      })
    ));

  it("stays between the smallest and the largest of what it averages", () =>
    fc.assert(
      fc.property(rows, (x) => {
        const [before, after] = attendAgain(x, 1, {residual: false}) as [typeof x, typeof x];
        for (let k = 0; k < 3; k++) {
          const column = before.map((row) => row[k]!);
          for (const row of after) {
            expect(row[k]!).toBeGreaterThanOrEqual(Math.min(...column) - 1e-12);
            expect(row[k]!).toBeLessThanOrEqual(Math.max(...column) + 1e-12);
          }
        }
      })
    ));

  it("shrinks every difference by one minus n times the smallest weight", () =>
    fc.assert(
      fc.property(rows, rows, (x, y) => {
        const weights = weightsOf(x);
        const values = x.map((_, i) => y[i % y.length]!);
        expect(spreadOfRows(averaged(weights, values))).toBeLessThanOrEqual(
          contraction(weights) * spreadOfRows(values) + 1e-12
        );
      })
    ));

  it("makes all points one, unless they are added to what they got", () => {
    expect(ownShare(attendAgain(points, 8, {residual: false})[8]!)).toBeLessThan(1e-12);
    expect(ownShare(attendAgain(points, 8, {residual: true})[8]!)).toBeGreaterThan(0.9);
    expect(
      ownShare([
        [1, 2],
        [1, 2]
      ])
    ).toBe(0);
  });
});

describe("the cost of a block", () => {
  it("is four squares of the width and twice width times length, by the estimate", () => {
    for (const [width, tokens] of [
      [64, 100],
      [512, 1024]
    ] as const) {
      const {maps, pairs, feedForward} = blockCost(width, tokens, {causal: false});
      expect(maps).toBe(2 * 4 * width * width);
      expect(pairs).toBe(2 * 2 * width * tokens);
      expect(feedForward).toBeGreaterThan(1.9 * maps);
      expect(blockCost(width, tokens).pairs).toBe(2 * width * (tokens + 1));
    }
  });

  it("crosses at twice the width", () => {
    expect([64, 512, 4096].map(crossing)).toEqual([128, 1024, 8192]);
    expect(pairShare(4096, 131072)).toBeGreaterThan(pairShare(4096, 8192));
  });
});
