import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {key} from "../../lib/core/random/key.js";
import {chain} from "../../lib/decode/chain.js";
import {temperature} from "../../lib/decode/temperature.js";
import {topK} from "../../lib/decode/topK.js";
import {writing, type WritingRequest} from "../../lib/decode/writing.js";
import {batchWriter, cachedReader, llama, mistral, transformer, type TransformerConfig} from "../../lib/transformer.js";

const VOCABULARY = 6;
const sizes = {vocabSize: VOCABULARY, layers: 2, width: 16, heads: 2, context: 12, deviation: 0.4} as const;
const forms: readonly (readonly [string, TransformerConfig])[] = [
  ["Llama", llama(sizes)],
  ["Mistral", mistral({...sizes, window: 5})]
];

/** A text, the round before which it comes, and after how many rounds its reader leaves. */
interface Guest {
  readonly request: WritingRequest;
  readonly comes: number;
  readonly stays: number;
}

const guests: fc.Arbitrary<readonly Guest[]> = fc.array(
  fc
    .record({
      prompt: fc.array(fc.nat(VOCABULARY - 1), {minLength: 1, maxLength: 20}),
      length: fc.nat(14),
      seed: fc.nat(999),
      comes: fc.nat(12),
      stays: fc.constantFrom(3, Infinity)
    })
    .map(({prompt, length, seed, comes, stays}) => ({
      comes,
      stays,
      request: {prompt, length, key: key(seed), end: 3, rule: chain(temperature(0.8), topK(4))}
    })),
  {minLength: 1, maxLength: 6}
);

describe("texts that come and go between rounds", () => {
  it.each(forms)(
    "of a %s are what each is alone, to the bit, with the logits that each token was drawn from",
    (_, config) => {
      const model = transformer(config);
      const params = model.init(key(1));
      fc.assert(
        fc.property(guests, (list) => {
          const {begin, round} = batchWriter(model, params);
          type Text = ReturnType<typeof begin>;
          const written = list.map((): number[] => []);
          const drawnFrom = list.map((): Float64Array[] => []);
          let running: readonly {readonly guest: number; readonly text: Text; readonly age: number}[] = [];
          for (let now = 0; now <= 12 || running.length > 0; now++) {
            const come = list.flatMap(({comes, request}, guest) =>
              comes === now ? [{guest, text: begin(request), age: 0}] : []
            );
            const here = [...running, ...come].filter(({text}) => text.state.ended === undefined);
            const texts = round(here.map(({text}) => text));
            running = here
              .map(({guest, age}, i) => ({guest, text: texts[i]!, age: age + 1}))
              .filter(({guest, age, text}) => {
                written[guest]!.push(text.state.last!.token);
                drawnFrom[guest]!.push(text.logits!);
                return age < list[guest]!.stays;
              });
          }
          list.forEach(({request, stays}, guest) => {
            const {predict} = cachedReader(model, params);
            const alone = [...writing({...request, predict})].slice(0, stays);
            expect(written[guest]).toEqual(alone.map(({token}) => token));
            alone.forEach(({token}, i) => {
              const before = [...request.prompt, ...written[guest]!.slice(0, i)];
              expect(Array.from(drawnFrom[guest]![i]!)).toEqual(Array.from(predict(before)));
              expect(token).toBeLessThan(VOCABULARY);
            });
          });
        }),
        {numRuns: 15}
      );
    }
  );

  it("keep nothing of what was read when they have ended, and stay what they are", () => {
    const model = transformer(llama(sizes));
    const {begin, round} = batchWriter(model, model.init(key(1)));
    const [ended] = round([begin({prompt: [1, 2], length: 1, key: key(1)})]);
    expect(ended).toMatchObject({state: {ended: "length"}, read: undefined});
    expect(round([ended!])[0]).toBe(ended);
    expect(round([])).toEqual([]);
  });

  it("go on twice from the same place, each its own way", () => {
    const model = transformer(llama(sizes));
    const {begin, round} = batchWriter(model, model.init(key(1)));
    const [begun] = round([begin({prompt: [1, 2], length: 9, key: key(1)})]);
    const [once] = round(round([begun!]));
    const [again] = round(round([begun!]));
    expect(again!.state).toEqual(once!.state);
  });

  it("are refused by name", () => {
    const model = transformer(llama(sizes));
    const {begin} = batchWriter(model, model.init(key(1)));
    expect(() => begin({prompt: [], length: 1, key: key(1)})).toThrow("batchWriter.request.prompt");
    expect(() => begin({prompt: [1], length: 1.5, key: key(1)}, "asked")).toThrow("asked.length");
  });
});
