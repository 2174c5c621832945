import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError, TextError} from "../../lib/core/errors.js";
import {key} from "../../lib/core/random/key.js";
import {packedBatch} from "../../lib/text/packedBatch.js";
import {paddedBatch} from "../../lib/text/paddedBatch.js";
import * as t from "../../lib/tensor.js";

/** Documents whose tokens are all different, so that a pair of them says where it is from. */
const documents = fc
  .array(fc.integer({min: 2, max: 9}), {minLength: 1, maxLength: 20})
  .map((lengths) => lengths.map((length, i) => Array.from({length}, (_, j) => 100 * i + j)));
const size = fc.integer({min: 1, max: 7});
const range = (n: number): readonly number[] => Array.from({length: n}, (_, i) => i);

/** Pairs of an input and its target, where there is one. */
const pairs = ({inputs, targets}: {readonly inputs: Int32Array; readonly targets: Int32Array}): readonly string[] =>
  Array.from(inputs, (id, i) => `${id}→${targets[i]}`).filter((pair) => !pair.endsWith("→-100"));
const pairsOf = (all: readonly (readonly number[])[]): readonly string[] =>
  all.flatMap((ids) => ids.slice(1).map((id, j) => `${ids[j]}→${id}`));

describe("padded batches", () => {
  it("have every token of every document once in an epoch, and whole documents in their rows", () =>
    fc.assert(
      fc.property(documents, size, fc.nat(), (all, batch, seed) => {
        const at = paddedBatch(all, {batch, key: key(seed)});
        const steps = Math.ceil(all.length / batch);
        for (const epoch of [0, 3]) {
          const seen = range(steps).map((i) => at(epoch * steps + i));
          expect(seen.flatMap(pairs).sort()).toEqual([...pairsOf(all)].sort());
          for (const {shape, lengths, targets} of seen) {
            expect(shape[1]).toBe(Math.max(...lengths));
            lengths.forEach((length, row) => {
              const own = targets.slice(row * shape[1], (row + 1) * shape[1]);
              expect(own.findIndex((id) => id === -100)).toBe(length === shape[1] ? -1 : length);
            });
          }
        }
        expect(at(2)).toEqual(paddedBatch(all, {batch, key: key(seed)})(2));
      })
    ));

  it("have the loss that their documents have one by one", () => {
    const all = [
      [1, 2, 3, 4],
      [5, 1],
      [2, 2, 6, 0, 3],
      [4, 4, 1]
    ];
    const table = t.randomNormal(t.key(3), [7, 7], "float64");
    const {inputs, targets, shape} = paddedBatch(all, {batch: 4, key: key(1)})(0);
    const loss = (ids: t.Tensor, next: t.Tensor): t.Tensor =>
      t.crossEntropy(t.embedding(table, ids), next, {reduction: "sum"});
    const together = t.item(loss(t.tensor(inputs, {shape}), t.tensor(targets, {shape})));
    const single = all.map((ids) => t.item(loss(t.tensor(ids.slice(0, -1), "int32"), t.tensor(ids.slice(1), "int32"))));
    expect(together).toBeCloseTo(
      single.reduce((a, b) => a + b, 0),
      12
    );
    const mean = t.crossEntropy(t.embedding(table, t.tensor(inputs, {shape})), t.tensor(targets, {shape}));
    expect(t.item(mean)).toBeCloseTo(together / 10, 12); // the pads do not count
  });
});

describe("packed batches", () => {
  it("have every token of every document once in an epoch, in full rows, with the places where documents begin", () =>
    fc.assert(
      fc.property(documents, size, size, fc.nat(), (all, batch, seqLen, seed) => {
        const at = packedBatch(all, {batch, seqLen, key: key(seed)});
        const total = pairsOf(all).length;
        const steps = Math.ceil(Math.ceil(total / seqLen) / batch);
        for (const epoch of [0, 2]) {
          const seen = range(steps).map((i) => at(epoch * steps + i));
          expect(seen.flatMap(pairs).sort()).toEqual([...pairsOf(all)].sort());
          const stream = seen.flatMap(({inputs}) => [...inputs]).slice(0, total);
          const starts = seen.flatMap((each) => [...each.starts]);
          stream.forEach((id, i) => expect(starts[i]).toBe(id % 100 === 0 ? 1 : 0));
          if (starts.length > total) expect(starts[total]).toBe(1);
          expect(seen.slice(0, -1).every(({shape}) => shape[0] === batch && shape[1] === seqLen)).toBe(true);
          expect(starts.length).toBe(Math.ceil(total / seqLen) * seqLen);
        }
        const late = at(steps + 1);
        at(0);
        expect(at(steps + 1)).toEqual(late);
      })
    ));

  it("orders its documents anew in each epoch", () => {
    const all = range(30).map((i) => [i, i]);
    const at = packedBatch(all, {batch: 1, seqLen: 30, key: key(1)});
    expect(at(0).inputs).not.toEqual(at(1).inputs);
  });
});

it("refuse documents of which nothing can be predicted, and sizes that are none", () => {
  const options = {batch: 2, seqLen: 3, key: key(1)};
  expect(() => packedBatch([], options)).toThrow(TextError);
  expect(() => paddedBatch([[1, 2], [3]], {batch: 2, key: key(1)})).toThrow(/documents\[1\]/);
  expect(() => packedBatch([[1, 2]], {...options, seqLen: 0})).toThrow(/packedBatch.seqLen/);
  expect(() => paddedBatch([[1, 2]], {batch: 1.5, key: key(1)})).toThrow(ConfigError);
});
