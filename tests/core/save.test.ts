import fc from "fast-check";
import {lastValueFrom, range} from "rxjs";
import {describe, expect, it} from "vitest";
import {ConfigError, FormatError} from "../../lib/core/errors.js";
import {hash} from "../../lib/core/hash.js";
import {load} from "../../lib/core/load.js";
import {save} from "../../lib/core/save.js";
import type {Stage} from "../../lib/core/stage.js";
import {run} from "../../lib/reactive/run.js";
import {timeline} from "../../lib/reactive/timeline.js";
import {markov} from "../../lib/stages/01-markov/markov.js";
import {scalarMlp} from "../../lib/stages/02-autodiff/scalarMlp.js";
import {tensorMlp} from "../../lib/stages/02-autodiff/tensorMlp.js";

/** Any tree that a state may be. */
const {tree} = fc.letrec<{tree: unknown}>((tie) => ({
  tree: fc.oneof(
    {maxDepth: 4},
    fc.double(),
    fc.constantFrom(
      NaN,
      Infinity,
      -Infinity,
      -0,
      undefined,
      null,
      true,
      false,
      12345678901234567890n,
      "__proto__",
      "\ud800"
    ),
    fc.string({unit: "binary"}),
    fc.float32Array(),
    fc.float64Array(),
    fc.uint8Array(),
    fc.int32Array({minLength: 3}).map((list) => list.subarray(1)),
    fc.bigInt64Array(),
    fc
      .uint16Array({minLength: 2, maxLength: 2})
      .map((data) => ({shape: [2], dtype: "int32", data: Int32Array.from(data)})),
    fc.array(tie("tree"), {maxLength: 4}),
    fc.dictionary(fc.oneof(fc.string(), fc.constant("__proto__")), tie("tree"), {maxKeys: 4, noNullPrototype: true})
  )
}));

describe("a saved state", () => {
  it("comes back as it was, to the bit, and again saved is the same bytes", () =>
    fc.assert(
      fc.property(tree, (state) => {
        const bytes = save(state);
        const back = load(bytes);
        expect(back).toEqual(state);
        expect(save(back)).toEqual(bytes);
        expect(hash(back)).toBe(hash(state));
      }),
      {numRuns: 300}
    ));

  it("keeps every bit of a NaN in an array", () => {
    const odd = new Float32Array(Uint32Array.of(0x7fc00001, 0xffc12345).buffer);
    expect(new Uint32Array((load(save({odd})) as {odd: Float32Array}).odd.buffer)).toEqual(
      Uint32Array.of(0x7fc00001, 0xffc12345)
    );
  });

  it("lies anywhere in a larger array of bytes", () => {
    const bytes = save({x: Float64Array.of(1, 2)});
    const file = new Uint8Array(bytes.length + 3);
    file.set(bytes, 3);
    expect(load(file.subarray(3))).toEqual({x: Float64Array.of(1, 2)});
    expect(load(Buffer.from(file).subarray(3))).toEqual({x: Float64Array.of(1, 2)});
  });

  it("goes on as the run that was never stopped: counts, scalars, tensors", async () => {
    const corpus = "the whale and the sea and a sailor ".repeat(60);
    const resumed = async <C, B, S, M>(stage: Stage<C, B, S, M>, config: NoInfer<C>) => {
      const {at} = timeline(stage, config);
      const state = load(save(at(4).state)) as S;
      const last = await lastValueFrom(range(4, 4).pipe(run(stage, config, {step: 4, state})));
      expect(hash({...last})).toBe(hash({...at(7)}));
    };
    await resumed(markov, {corpus, batchSize: 100});
    await resumed(scalarMlp, {samples: 20, hidden: [3]});
    await resumed(tensorMlp, {samples: 20, hidden: [3]});
  });
});

describe("what can't be loaded is said:", () => {
  const bytes = save({weights: Float32Array.of(1, 2, 3, 4), step: 7});

  it("any byte that has changed", () => {
    for (let i = 0; i < bytes.length; i++) {
      const damaged = bytes.slice();
      damaged[i]! ^= 1 << (i % 8);
      expect(() => load(damaged)).toThrow(FormatError);
    }
    const damaged = bytes.slice();
    damaged[bytes.length - 1]! ^= 1;
    expect(() => load(damaged)).toThrow(/changed since they were saved/);
  });

  it("an end that is missing, or bytes that follow", () => {
    for (let n = 0; n < bytes.length; n++) expect(() => load(bytes.subarray(0, n))).toThrow(FormatError);
    expect(() => load(bytes.subarray(0, bytes.length - 5))).toThrow(/the end of the bytes is missing/);
    expect(() => load(Uint8Array.of(...bytes, 0))).toThrow(FormatError);
  });

  it("what is something else", () => {
    expect(() => load(new TextEncoder().encode('{"weights": [1, 2]}'))).toThrow(
      /no saved state[^]*expected +"LLMFP-S1"/
    );
    expect(() => load("LLMFP-S1" as unknown as Uint8Array)).toThrow(FormatError);
  });

  it("and what can't be saved, with its place", () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(() => save({a: [1, () => 1]})).toThrow(ConfigError);
    expect(() => save({a: [1, () => 1]})).toThrow(/at +a\.1/);
    for (const wrong of [new Map(), Symbol("x"), new Date(), loop, new DataView(new ArrayBuffer(2))])
      expect(() => save({wrong})).toThrow(ConfigError);
  });
});
