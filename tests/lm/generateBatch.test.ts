import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {key} from "../../lib/core/random/key.js";
import {beamSearch} from "../../lib/decode/beamSearch.js";
import {chain} from "../../lib/decode/chain.js";
import {contrastive} from "../../lib/decode/contrastive.js";
import {speculate, type SpeculativeConfig} from "../../lib/decode/speculative.js";
import {temperature} from "../../lib/decode/temperature.js";
import {topK} from "../../lib/decode/topK.js";
import {writing, type WritingRequest, type WritingStep} from "../../lib/decode/writing.js";
import * as t from "../../lib/tensor.js";
import {
  cachedReader,
  generateBatch,
  gpt2,
  llama,
  mistral,
  mixtral,
  transformer,
  type Transformer,
  type TransformerConfig
} from "../../lib/transformer.js";

const VOCABULARY = 6;
const sizes = {vocabSize: VOCABULARY, layers: 2, width: 16, heads: 2, context: 12} as const;
const forms: readonly (readonly [string, TransformerConfig])[] = [
  ["GPT-2", gpt2({...sizes, deviation: 0.4})],
  ["Llama", llama({...sizes, deviation: 0.4})],
  ["Mistral", mistral({...sizes, window: 5, deviation: 0.4})],
  ["Mixtral", mixtral({...sizes, experts: 3, deviation: 0.4})]
];

/** What a model says of what follows, read as a whole: as much of the end as its context holds, or with its window all. */
function plainly(model: Transformer, ids: readonly number[]): readonly number[] {
  const params = model.init(key(1));
  const {context, window} = model.config;
  const half = context >> 1;
  const start = window > 0 || ids.length <= context ? 0 : half * Math.ceil((ids.length - context) / half);
  const whole = transformer({...model.config, context: Math.max(context, ids.length)});
  const {data} = whole.apply(params, t.tensor([ids.slice(start)], {dtype: "int32"}));
  return Array.from(data).slice(-VOCABULARY);
}

const near = (a: ArrayLike<number>, b: ArrayLike<number>): void => {
  expect(a).toHaveLength(b.length);
  Array.from(a).forEach((x, i) => expect(x).toBeCloseTo(b[i]!, 4));
};

const decode = (ids: readonly number[]): string => ids.map((id) => "abcde "[id]).join("");
const requests: fc.Arbitrary<readonly WritingRequest[]> = fc.array(
  fc
    .record({
      prompt: fc.array(fc.nat(VOCABULARY - 1), {minLength: 1, maxLength: 20}),
      length: fc.nat(14),
      seed: fc.nat(999),
      end: fc.constantFrom({}, {end: 3}),
      rule: fc.constantFrom({}, {rule: chain(temperature(0.8), topK(3))}),
      stop: fc.constantFrom({}, {stop: ["ab", "cc"]})
    })
    .map(({seed, end, rule, stop, ...rest}) => ({...rest, ...end, ...rule, ...stop, key: key(seed), decode})),
  {minLength: 1, maxLength: 5}
);

describe("a batch of texts", () => {
  it.each(forms)("of %s is what each is alone, to the bit, beyond the context too", (_, config) => {
    const model = transformer(config);
    const params = model.init(key(1));
    fc.assert(
      fc.property(requests, (list) => {
        const rounds = [...generateBatch(model, params, list)];
        let longest = 0;
        list.forEach((request, row) => {
          const {predict} = cachedReader(model, params);
          const alone = [...writing({...request, predict})];
          longest = Math.max(longest, alone.length);
          const together = rounds.map(({steps}) => steps[row]);
          expect(together.filter((step) => step !== undefined)).toEqual(alone);
          expect(together.slice(alone.length).every((step) => step === undefined)).toBe(true);
        });
        expect(rounds).toHaveLength(longest);
      }),
      {numRuns: 12}
    );
  });

  it("asks no model for what nobody reads, and makes one token of each text at a time", () => {
    const model = transformer(llama(sizes));
    let runs = 0;
    const counted: Transformer = {...model, run: (...args) => (runs++, model.run(...args))};
    const request = (...prompt: readonly number[]): WritingRequest => ({prompt, length: 5, key: key(1)});
    const steps = generateBatch(counted, model.init(key(1)), [request(1, 2, 3), request(1), request(1, 2, 3)]);
    expect(runs).toBe(0);
    expect(steps.next().value!.steps.map((step: WritingStep | undefined) => step?.count)).toEqual([1, 1, 1]);
    expect(runs).toBe(2); // one id of all, and two of those that have them
    steps.next();
    expect(runs).toBe(3);
    expect([...generateBatch(counted, model.init(key(1)), [])]).toEqual([]);
  });

  it("is the same whatever is worked out ahead, which is worked out once", () => {
    const model = transformer(gpt2({...sizes, deviation: 0.4}));
    const params = model.init(key(1));
    const list: readonly WritingRequest[] = [
      {prompt: [1, 2, 3], length: 9, key: key(1)},
      {prompt: [4], length: 5, key: key(2)}
    ];
    const rounds = [...generateBatch(model, params, list)];
    for (const ahead of [2, 4, 100]) expect([...generateBatch(model, params, list, {ahead})]).toEqual(rounds);
    let runs = 0;
    const counted: Transformer = {...model, run: (...args) => (runs++, model.run(...args))};
    const steps = generateBatch(counted, params, list, {ahead: 4});
    expect(Array.from({length: 5}, () => (steps.next(), runs))).toEqual([5, 5, 5, 5, 9]);
    expect(() => [...generateBatch(model, params, list, {ahead: 0})]).toThrow("generateBatch.ahead");
    expect(() => [...generateBatch(model, params, list, {chunk: 2} as never)]).toThrow("generateBatch.options.chunk");
  });

  it("looks, with a window, at no more positions than twice the window, however long the text is", () => {
    const model = transformer(mistral({...sizes, window: 5}));
    const seen: number[] = [];
    const watched: Transformer = {...model, meet: (heads) => (seen.push(heads.key.shape[1]!), model.meet(heads))};
    const [params, request] = [model.init(key(1)), {prompt: [1], length: 60, key: key(1)}];
    expect([...generateBatch(watched, params, [request])]).toHaveLength(60);
    expect(Math.max(...seen)).toBe(10);
    const {predict} = cachedReader(watched, params);
    seen.length = 0;
    expect([...writing({...request, predict})]).toHaveLength(60);
    expect(Math.max(...seen)).toBe(10);
  });

  it("refuses, by its place, a request that cannot be", () => {
    const model = transformer(llama(sizes));
    const good: WritingRequest = {prompt: [1], length: 5, key: key(1)};
    const refused = (wrong: Partial<WritingRequest>) => () => [
      ...generateBatch(model, model.init(key(1)), [good, {...good, ...wrong}])
    ];
    expect(refused({prompt: []})).toThrow("generateBatch.requests[1].prompt");
    expect(refused({length: 0.5})).toThrow("generateBatch.requests[1].length");
    expect(refused({stops: []} as never)).toThrow(ConfigError);
    const both = transformer({...sizes, causal: false});
    expect(() => [...generateBatch(both, both.init(key(1)), [good])]).toThrow("causal");
  });
});

describe("a reader that remembers", () => {
  it.each(forms)("of %s answers what the whole text answers, whatever was asked before", (_, config) => {
    const model = transformer(config);
    const reader = cachedReader(model, model.init(key(1)), {remember: 3});
    const texts = fc.array(fc.array(fc.nat(2), {minLength: 1, maxLength: 30}), {minLength: 1, maxLength: 4});
    fc.assert(
      fc.property(texts, fc.nat(), (list, cut) => {
        for (const ids of list) {
          near(reader.predict(ids), plainly(model, ids));
          const from = 1 + (cut % ids.length);
          const each = reader.predictEach(ids, from);
          expect(each).toHaveLength(ids.length - from + 1);
          each.forEach((logits, i) => near(logits, plainly(model, ids.slice(0, from + i))));
        }
      }),
      {numRuns: 12}
    );
  });

  it("gives numbers that may be changed", () => {
    const model = transformer(llama(sizes));
    const {predict} = cachedReader(model, model.init(key(1)));
    const before = predict([1, 2]).slice();
    predict([1, 2]).fill(0);
    expect(predict([1, 2])).toEqual(before);
  });

  it("reads the new ids alone, of a text that goes on, branches or is asked for again", () => {
    const model = transformer(llama(sizes));
    const read: number[] = [];
    const counted: Transformer = {
      ...model,
      run: (params, ids, from, attend) => (read.push(ids.shape[1]!), model.run(params, ids, from, attend))
    };
    const reader = cachedReader(counted, model.init(key(1)));
    for (const ids of [
      [1, 2, 3, 4],
      [1, 2, 3, 4, 5],
      [1, 2, 0],
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 1]
    ])
      reader.predict(ids);
    expect(read).toEqual([4, 1, 1, 1]);
    reader.predictEach([1, 2, 3, 4, 1, 0, 0], 5);
    expect(read.slice(4)).toEqual([3]);
  });

  it("shows the stream that the unembedding makes the logits of", () => {
    const model = transformer(llama(sizes));
    const params = model.init(key(1));
    const {logits, hidden} = cachedReader(model, params).look([1, 2, 3]);
    const unembedded = model.unembed(params, t.tensor(Float32Array.from(hidden), {shape: [1, 1, 16]}));
    near(logits, unembedded.data as Float32Array);
  });

  it("refuses no ids, and places that are none", () => {
    const model = transformer(llama(sizes));
    const reader = cachedReader(model, model.init(key(1)));
    expect(() => reader.predict([])).toThrow("at least one id");
    expect(() => reader.predictEach([1, 2], 3)).toThrow("cachedReader.from");
    expect(() => cachedReader(model, model.init(key(1)), {remember: 0})).toThrow("cachedReader.remember");
    expect(() => cachedReader(model, model.init(key(1)), {keep: 2} as never)).toThrow(ConfigError);
  });

  it("serves searches and speculation as a model read anew each time does", () => {
    const [model, small] = [llama({...sizes, deviation: 0.4}), llama({...sizes, layers: 1})].map(transformer);
    const [params, draft] = [model!.init(key(1)), cachedReader(small!, small!.init(key(2)))];
    const reader = cachedReader(model!, params);
    const anew = () => cachedReader(model!, params, {remember: 1});
    const beam = {prompt: [1, 2], beams: 3, length: 6, end: 0};
    const found = beamSearch({...beam, predict: reader.predict});
    expect(found).toEqual(beamSearch({...beam, predict: (ids) => anew().predict(ids)}));
    const search = {prompt: [1, 2], k: 3, alpha: 0.6, length: 8};
    expect([...contrastive({...search, look: reader.look})]).toEqual([
      ...contrastive({...search, look: (ids) => anew().look(ids)})
    ]);
    const config: SpeculativeConfig = {
      ...{prompt: [1], gamma: 3, length: 20, key: key(4)},
      predict: (ids) => anew().predict(ids),
      draft: draft.predict
    };
    const rounds = [...speculate({...config, predict: reader.predict, predictEach: reader.predictEach})];
    expect(rounds).toEqual([...speculate(config)]);
  });
});
