import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {hash} from "../../lib/core/hash.js";
import {key} from "../../lib/core/random/key.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";
import {
  emptyCache,
  firstPositions,
  gpt2,
  lastPositions,
  llama,
  mistral,
  mixtral,
  readOn,
  transformer,
  type KeyValueCache,
  type TransformerConfig
} from "../../lib/transformer.js";

const sizes = {vocabSize: 7, layers: 2, width: 8, heads: 4, kvHeads: 2, context: 24} as const;
const idsOf = (list: readonly (readonly number[])[]): Tensor => t.tensor(list, {dtype: "int32"});
const last = ({data, shape}: Tensor, row = 0): readonly number[] => {
  const [, length, width] = shape as [number, number, number];
  return Array.from(data).slice(((row + 1) * length - 1) * width, (row + 1) * length * width);
};
const near = (a: readonly number[], b: readonly number[]): void => a.forEach((x, i) => expect(x).toBeCloseTo(b[i]!, 5));

const forms: readonly (readonly [string, TransformerConfig])[] = [
  ["Llama", llama(sizes)],
  ["GPT-2", gpt2({...sizes, kvHeads: 4})],
  ["Mistral", mistral({...sizes, window: 3})],
  ["Mixtral", mixtral({...sizes, experts: 3})],
  ["sinusoidal positions", {...sizes, positions: "sinusoidal"}],
  ["ALiBi", {...sizes, positions: "alibi"}]
];

describe("a cache of keys and values", () => {
  it.each(forms)("of %s gives what the whole sequence gives, however it is cut", (_, config) => {
    const model = transformer(config);
    const params = model.init(key(1));
    const cuts = fc.array(fc.integer({min: 1, max: 6}), {minLength: 1, maxLength: 4});
    fc.assert(
      fc.property(cuts, fc.nat(), (lengths, seed) => {
        const ids = Array.from({length: lengths.reduce((a, b) => a + b, 0)}, (_, i) => (seed + i * i) % 7);
        let [cache, at]: [KeyValueCache, number] = [emptyCache, 0];
        const parts: number[] = [];
        for (const length of lengths) {
          const {logits, caches} = readOn(model, params, idsOf([ids.slice(at, at + length)]), [cache]);
          [cache, at] = [caches[0]!, at + length];
          parts.push(...Array.from(logits.data));
        }
        near(parts, Array.from(model.apply(params, idsOf([ids])).data));
      }),
      {numRuns: 15}
    );
  });

  it("reads rows of different lengths side by side as it reads each alone", () => {
    const model = transformer(llama(sizes));
    const params = model.init(key(1));
    const prompts = [[1], [2, 3, 4, 5, 6], [0, 0, 3]];
    const caches = prompts.map((prompt) => readOn(model, params, idsOf([prompt]), [emptyCache]).caches[0]!);
    const {logits} = readOn(model, params, idsOf([[4], [1], [6]]), caches);
    [4, 1, 6].forEach((id, row) => near(last(logits, row), last(model.apply(params, idsOf([[...prompts[row]!, id]])))));
  });

  it("is a value: two futures of one past do not disturb each other, in any order", () => {
    const model = transformer(llama(sizes));
    const params = model.init(key(1));
    const [past] = readOn(model, params, idsOf([[1, 2, 3]]), [emptyCache]).caches;
    const future = (from: KeyValueCache, ids: readonly number[]): string => {
      let cache = from;
      let all = "";
      for (const id of ids) {
        const next = readOn(model, params, idsOf([[id]]), [cache]);
        all += hash(next.logits);
        cache = next.caches[0]!;
      }
      return all;
    };
    const before = future(past!, [4, 5, 6, 0]);
    future(past!, [6, 6, 6, 6, 6]);
    expect(future(past!, [4, 5, 6, 0])).toBe(before);
  });

  it("may forget what a window does not see", () => {
    const model = transformer(mistral({...sizes, window: 3, layers: 1}));
    const params = model.init(key(1));
    const [whole] = readOn(model, params, idsOf([[1, 2, 3, 4, 5, 6]]), [emptyCache]).caches;
    const short = lastPositions(whole!, 3);
    expect([short.length, short.start]).toEqual([6, 3]);
    const [a, b] = [whole!, short].map((cache) => readOn(model, params, idsOf([[2]]), [cache]).logits);
    near(last(b!), last(a!));
    expect(lastPositions(whole!, 9)).toBe(whole);
  });

  it("may go back to what it was, and on from there another way", () => {
    const model = transformer(llama(sizes));
    const params = model.init(key(1));
    const [longer] = readOn(model, params, idsOf([[1, 2, 3, 4, 5]]), [emptyCache]).caches;
    const back = firstPositions(longer!, 2);
    expect([back.length, firstPositions(longer!, 5)]).toEqual([2, longer]);
    const {logits} = readOn(model, params, idsOf([[6, 0]]), [back]);
    expect(last(logits)).toEqual(last(readOn(model, params, idsOf([[1, 2, 6, 0]]), [emptyCache]).logits));
    const on = last(readOn(model, params, idsOf([[6]]), [longer!]).logits);
    expect(on).toEqual(last(readOn(model, params, idsOf([[1, 2, 3, 4, 5, 6]]), [emptyCache]).logits));
    expect(() => firstPositions(lastPositions(longer!, 2), 2)).toThrow("firstPositions.length");
  });

  it("refuses more positions than the context, another number of rows, and a model that looks ahead", () => {
    const model = transformer(llama({...sizes, context: 4}));
    const params = model.init(key(1));
    const [full] = readOn(model, params, idsOf([[1, 2, 3, 4]]), [emptyCache]).caches;
    expect(() => readOn(model, params, idsOf([[1]]), [full!])).toThrow("as many positions as");
    expect(() => readOn(model, params, idsOf([[1], [2]]), [emptyCache])).toThrow("a cache for each row");
    const both = transformer({...sizes, causal: false});
    expect(() => readOn(both, both.init(key(1)), idsOf([[1]]), [emptyCache])).toThrow("causal");
  });
});
