import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {hash} from "../../../lib/core/hash.js";
import {countNgrams, type Sequence} from "../../../lib/stages/01-markov/countNgrams.js";
import {continuationsOf, countOf, ngramsOfLength} from "../../../lib/stages/01-markov/counts.js";
import {mergeNgrams, trainNgrams} from "../../../lib/stages/01-markov/mergeNgrams.js";
import {emptyNgrams, type Ngrams} from "../../../lib/stages/01-markov/ngrams.js";
import {summary} from "../../../lib/stages/01-markov/summary.js";
import {continuations, totals} from "../../../lib/stages/01-markov/totals.js";

const order = fc.integer({min: 0, max: 5});
const vocabSize = fc.constantFrom(1, 2, 3, 7, 300); // 300: too many to sort two tokens at once
const texts = (V: number, most = 60) => fc.array(fc.array(fc.nat(V - 1), {maxLength: most}), {maxLength: 4});
const corpus = fc
  .tuple(order, vocabSize)
  .chain(([n, V]) => fc.record({order: fc.constant(n), vocabSize: fc.constant(V), texts: texts(V)}));
const sequences = (list: readonly (readonly number[])[]): readonly Sequence[] => list.map((ids) => ({ids}));

/** The same counts as anyone would write them: a Map for each context, spelled as text. */
function naive(list: readonly (readonly number[])[], length: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const ids of list)
    for (let i = 0; i + length <= ids.length; i++) {
      const gram = ids.slice(i, i + length).join();
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  return counts;
}

describe("counting", () => {
  it("equals the plain count with Maps, for k-grams of every length", () => {
    fc.assert(
      fc.property(corpus, ({texts, ...shape}) => {
        const model = countNgrams(sequences(texts), shape);
        for (let k = 1; k <= shape.order + 1; k++) {
          const ours = new Map(ngramsOfLength(model, k).map((row) => [row.slice(0, -1).join(), row.at(-1)!]));
          expect(ours).toEqual(naive(texts, k));
        }
      })
    );
  });

  it("gives the same bytes whether texts are counted at once, in shards cut anywhere, or in any order", () => {
    const cut = corpus.chain((c) => fc.tuple(fc.constant(c), fc.array(fc.nat(60), {maxLength: 4}), fc.integer()));
    fc.assert(
      fc.property(cut, ([{texts, ...shape}, cuts, turn]) => {
        const whole = countNgrams(sequences(texts), shape);
        const shards = texts.flatMap((ids) => {
          const ends = [...cuts.map((c) => Math.min(c, ids.length)), 0, ids.length].sort((a, b) => a - b);
          return ends.slice(1).map((end, i): Sequence => {
            const context = Math.min(shape.order, ends[i]!);
            return {ids: ids.slice(ends[i]! - context, end), from: context};
          });
        });
        const turned = turn % 2 === 0 ? shards : [...shards].reverse();
        const merged = turned.map((shard) => countNgrams([shard], shape)).reduce(mergeNgrams, emptyNgrams(shape));
        expect(hash(merged)).toBe(hash(whole));
      })
    );
  });

  it("sorts and tabulates to the same model, however many tokens there are for a table to be worth its while", () => {
    const ids = Array.from({length: 5000}, (_, i) => (i * i + (i >> 3)) % 7);
    const shape = {order: 3, vocabSize: 7};
    const small = Array.from({length: 100}, (_, i): Sequence => {
      const context = Math.min(3, i * 50);
      return {ids: ids.slice(i * 50 - context, (i + 1) * 50), from: context};
    });
    const sorted = small.map((shard) => countNgrams([shard], shape)).reduce(mergeNgrams);
    expect(hash(sorted)).toBe(hash(countNgrams([{ids}], shape)));
  });

  it("returns a new model on training, and leaves the old one as it was", () => {
    const shape = {order: 2, vocabSize: 4};
    const before = countNgrams([{ids: [0, 1, 2, 3, 0, 1]}], shape);
    const print = hash(before);
    const after = trainNgrams(before, [{ids: [0, 1, 3]}]);
    expect(hash(before)).toBe(print);
    expect(continuationsOf(before, [0, 1])).toEqual([{token: 2, count: 1}]);
    expect(continuationsOf(after, [0, 1])).toEqual([
      {token: 2, count: 1},
      {token: 3, count: 1}
    ]);
  });

  it("lets nothing cross the border of a sequence, and counts nothing before `from`", () => {
    const model = countNgrams([{ids: [0, 1]}, {ids: [2, 1, 0], from: 2}], {order: 1, vocabSize: 3});
    expect(ngramsOfLength(model, 2)).toEqual([
      [0, 1, 1],
      [1, 0, 1]
    ]);
    expect(countOf(model, [1], 2)).toBe(0);
  });

  it("answers a context longer than the order by its last tokens, and one never followed by nothing", () => {
    const model = countNgrams([{ids: [0, 1, 2]}], {order: 1, vocabSize: 3});
    expect(countOf(model, [9, 9, 0], 1)).toBe(1);
    expect(continuationsOf(model, [2])).toEqual([]);
  });

  it("keeps no count of an empty model", () => {
    const model = emptyNgrams({order: 2, vocabSize: 3});
    expect(continuationsOf(model, [])).toEqual([]);
    expect(summary(model)).toMatchObject({tokens: 0, contexts: 0, ngrams: 0, singletons: 0});
    expect(hash(countNgrams([], {order: 2, vocabSize: 3}))).toBe(hash(model));
  });
});

describe("totals", () => {
  it("under each context sum to how often it was followed", () => {
    fc.assert(
      fc.property(corpus, ({texts, ...shape}) => {
        totals(countNgrams(sequences(texts), shape)).forEach(({sum}, k) => {
          const followed = texts.reduce((n, ids) => n + Math.max(0, ids.length - k), 0);
          expect(sum.reduce((a, b) => a + b, 0)).toBe(followed);
        });
      })
    );
  });

  it("of continuations are counts of distinct predecessors", () => {
    fc.assert(
      fc.property(corpus, ({texts, ...shape}) => {
        const model = countNgrams(sequences(texts), shape);
        continuations(model).forEach(({count}, k) => {
          if (k === shape.order) return;
          expect(count.reduce((a, b) => a + b, 0)).toBe(naive(texts, k + 2).size);
        });
      })
    );
  });
});

describe("summary", () => {
  it("counts contexts, n-grams and singletons of the full order, and the bytes of the arrays", () => {
    const model = countNgrams([{ids: [0, 1, 0, 1, 0, 2]}], {order: 1, vocabSize: 3});
    expect(summary(model)).toMatchObject({tokens: 6, contexts: 2, ngrams: 3, singletons: 1});
    expect(summary(model).countOfCounts).toEqual(
      new Map([
        [1, 1],
        [2, 2]
      ])
    );
    expect(summary(model).bytes).toBe(bytes(model));
  });
});

const bytes = (model: Ngrams): number =>
  model.levels
    .flatMap((level) => Object.values(level) as Uint32Array[])
    .reduce((sum, {byteLength}) => sum + byteLength, 0);

describe("bad input is refused with what was found and what to do", () => {
  const shape = {order: 1, vocabSize: 3};
  it.each([
    [() => countNgrams([{ids: [0, 3]}], shape), /token id.*0 to 2[^]*id +3[^]*position +1[^]*hint/],
    [() => countNgrams([{ids: [0, -1]}], shape), /id +-1/],
    [() => countNgrams([{ids: [0.5]}], shape), /id +0.5/],
    [() => countNgrams([{ids: [0], from: 2}], shape), /from: counting starts inside/],
    [() => countNgrams([], {order: -1, vocabSize: 3}), /order.*0 to 64[^]*-1[^]*hint/],
    [() => countNgrams([], {order: 1.5, vocabSize: 3}), /order/],
    [() => countNgrams([], {order: 1e6, vocabSize: 3}), /order/],
    [() => countNgrams([], {order: 1, vocabSize: 1e12}), /vocabSize/],
    [() => countNgrams([], {order: 1, vocabSize: 3, begin: 3}), /begin/],
    [() => mergeNgrams(emptyNgrams(shape), emptyNgrams({order: 2, vocabSize: 3})), /same shape[^]*left[^]*right/]
  ])("case %#", (wrong, message) => {
    expect(wrong).toThrow(message);
  });
});
