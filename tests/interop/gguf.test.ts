import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError, FormatError} from "../../lib/core/errors.js";
import {hash} from "../../lib/core/hash.js";
import {isTensor, type Tensor} from "../../lib/core/tensorData.js";
import {leaves} from "../../lib/core/tree.js";
import {fromQ4, fromQ8, toQ4, toQ8} from "../../lib/io/blocks.js";
import type {GgufArray, GgufFact} from "../../lib/io/ggufFormat.js";
import {ggufNumbers} from "../../lib/io/ggufNumbers.js";
import {readGgufFile} from "../../lib/io/readGgufFile.js";
import {writeGgufFile} from "../../lib/io/writeGgufFile.js";
import * as t from "../../lib/tensor.js";
import {trainUnigram, unigramTokenizer} from "../../lib/tokenizers.js";
import {gpt2, llama, transformer} from "../../lib/transformer.js";
import {readGguf, toHuggingFaceWeights, writeGguf, type GgufModel} from "../../lib/interop.js";
import {byteLevel, characters, names, noisy, samples, text} from "./samples.js";

const tensorsIn = (tree: object): readonly Tensor[] => leaves(tree).flatMap(([, x]) => (isTensor(x) ? [x] : []));

/** A file with other facts, as another program would write it: without a hash. */
function changed(file: Uint8Array, facts: Readonly<Record<string, GgufFact | undefined>>): Uint8Array {
  const {facts: old, tensors} = readGgufFile(file);
  const all = new Map([...old].filter(([key]) => key !== "llm_first_principles.hash"));
  for (const [key, fact] of Object.entries(facts))
    if (fact === undefined) all.delete(key);
    else all.set(key, fact);
  return writeGgufFile({facts: all, tensors});
}

describe("a GGUF file", () => {
  it.each(names)("of %s gives the same model back, to the bit", (name) => {
    const {config, params, tokenizer} = samples[name]!;
    const back = readGguf(writeGguf({config, params, tokenizer, name: "whale", chatTemplate: "{{ messages }}"}));
    const {deviation: _, ...full} = transformer(config).config; // what only training uses is not in the file
    expect(back.config).toEqual({...full, ...(config.deviation && {deviation: config.deviation})});
    expect(hash(back.params)).toBe(hash(params));
    expect(back).toMatchObject({name: "whale", chatTemplate: "{{ messages }}"});
    expect(back.tokenizer!.vocabulary).toEqual(tokenizer.vocabulary);
    expect(back.tokenizer!.encode(text)).toEqual(tokenizer.encode(text));
    expect(back.tokenizer!.decode(tokenizer.encode(text))).toBe(text);
  });

  it("is read from Node’s Buffer, which stays as it was", () => {
    const {config, params, tokenizer} = samples["a Llama"]!;
    const file = writeGguf({config, params, tokenizer});
    const buffer = Buffer.concat([Buffer.from([1, 2, 3]), file]).subarray(3);
    expect(hash(readGguf(buffer).params)).toBe(hash(params));
    expect(buffer.equals(file)).toBe(true);
  });

  it.each(["F16", "Q8_0", "Q4_0"] as const)("in %s gives the numbers that the format says", (type) => {
    const {config, params, tokenizer} = samples["a Llama"]!;
    const file = writeGguf({config, params, tokenizer, type});
    const {tensors} = readGgufFile(file);
    const back = readGguf(file);
    expect(Object.fromEntries([...tensors].map(([tensor, stored]) => [tensor, stored.type]))).toMatchObject({
      "token_embd.weight": type,
      "blk.0.attn_norm.weight": "F32",
      "blk.1.ffn_up.weight": type,
      "blk.1.ffn_down.weight": "F16" // its rows have 176 numbers, which are no whole blocks
    });
    // the embedding is not turned, so that it shows the numbers as they are
    expect(back.params.embedding.weight.data).toEqual(ggufNumbers(tensors.get("token_embd.weight")!));
    const written = writeGguf({config, params: back.params, tokenizer, type: "F32"});
    expect(hash(readGguf(written).params)).toBe(hash(back.params));
    const worst = tensorsIn(back.params).map((x, i) => {
      const first = tensorsIn(params)[i]!;
      return Math.max(...Array.from(x.data, (value, at) => Math.abs(value - first.data[at]!)));
    });
    expect(Math.max(...worst)).toBeLessThan({F16: 2e-3, Q8_0: 1e-2, Q4_0: 0.15}[type]);
    expect(Math.max(...worst)).toBeGreaterThan(0);
  });

  it("in blocks written again is the same file", () => {
    const {config, params} = samples["a GPT-2"]!;
    const file = writeGguf({config, params, type: "Q8_0"});
    expect(writeGguf({config, params: readGguf(file).params, type: "Q8_0"})).toEqual(file);
  });

  it("has queries and keys that pair neighbors, and GPT-2’s matrices with outputs first", () => {
    const {config, params} = samples["a Llama"]!;
    const full = transformer(config).config;
    const theirs = toHuggingFaceWeights(full, params)["model.layers.1.self_attn.k_proj.weight"]!;
    const numbers = ggufNumbers(readGgufFile(writeGguf({config, params})).tensors.get("blk.1.attn_k.weight")!);
    const [width, headDim] = [64, 24];
    for (let head = 0; head < 2; head++)
      for (let i = 0; i < headDim / 2; i++)
        for (let k = 0; k < 2; k++) {
          const [from, to] = [head * headDim + k * (headDim / 2) + i, head * headDim + 2 * i + k];
          expect(numbers[to * width]).toBe(theirs.data[from * width]);
        }
    const second = samples["a GPT-2"]!;
    const {shape} = readGgufFile(writeGguf(second)).tensors.get("blk.0.ffn_up.weight")!;
    expect(shape).toEqual([256, 64]);
  });

  it("says what llama.cpp would take something else for", () => {
    const facts = (name: string) => readGgufFile(writeGguf(samples[name]!)).facts;
    const value = (name: string, key: string) => facts(name).get(key)?.value;
    expect(value("a Llama", "llama.attention.key_length")).toBe(24);
    expect(value("a Llama", "llama.attention.value_length")).toBe(24);
    expect(value("a Llama", "llama.rope.dimension_count")).toBe(24);
    expect(value("a Llama", "tokenizer.ggml.add_bos_token")).toBe(false);
    // without an end, llama.cpp takes token 11 for it: here a byte that no text has
    const tokens = (value("a tied Llama", "tokenizer.ggml.tokens") as GgufArray).values;
    expect(tokens[Number(value("a tied Llama", "tokenizer.ggml.eos_token_id"))]).toBe("\u00ff");
    expect(readGguf(writeGguf(samples["a tied Llama"]!)).tokenizer!.vocabulary.end).toBeUndefined();
    const unknown = Number(value("a Llama of endless characters", "tokenizer.ggml.eos_token_id"));
    const endless = readGguf(writeGguf(samples["a Llama of endless characters"]!)).tokenizer!.vocabulary;
    expect([endless.tokens[unknown], endless.unknown, endless.end]).toEqual(["<unk>", unknown, undefined]);
    expect([...readGgufFile(writeGguf(samples["a tied Llama"]!)).tensors.keys()]).not.toContain("output.weight");
  });

  it("without a tokenizer gives none back", () => {
    const {config, params} = samples["a GPT-2"]!;
    expect(readGguf(writeGguf({config, params})).tokenizer).toBeUndefined();
  });

  it("of a scaled rotation is read with its scale", () => {
    const config = llama({
      vocabSize: 9,
      layers: 1,
      width: 8,
      heads: 2,
      context: 16,
      ropeScaling: {kind: "linear", factor: 2.5}
    });
    expect(readGguf(writeGguf({config, params: noisy(config)})).config.ropeScaling).toEqual(config.ropeScaling);
  });
});

const small = {vocabSize: 9, layers: 1, width: 8, heads: 2, context: 16} as const;

describe("writeGguf", () => {
  const params = noisy(llama(small));
  it.each<[string, () => GgufModel, RegExp]>([
    ["a window", () => ({config: llama({...small, window: 4}), params}), /window/],
    [
      "scaling by yarn",
      () => ({
        config: llama({...small, ropeScaling: {kind: "yarn", factor: 2, originalMaxPositions: 8}}),
        params
      }),
      /linearly/
    ],
    ["another GELU", () => ({config: gpt2({...small, feedForward: "gelu"}), params: noisy(gpt2(small))}), /tanh/],
    ["another form", () => ({config: llama({...small, qkNorm: true}), params}), /Llama or a GPT-2/],
    ["other sizes", () => ({config: llama({...small, hidden: 16}), params}), /sizes that the config says/],
    ["fewer blocks", () => ({config: llama({...small, layers: 2}), params}), /as many as its config/],
    ["another vocabulary", () => ({config: llama(small), params, tokenizer: byteLevel}), /as many ids/],
    [
      "a setting that there is not",
      () => ({config: llama(small), params, typ: "F16"}) as GgufModel,
      /did you mean type/
    ],
    ["a type that there is not", () => ({config: llama(small), params, type: "Q4_K" as "Q4_0"}), /choices/],
    [
      "a number beyond float16",
      () => ({
        config: llama(small),
        params: {...params, embedding: {weight: t.full([9, 8], 70_000)}},
        type: "F16" as const
      }),
      /smaller than 65520/
    ],
    [
      "characters without an end",
      () => {
        const {tokens} = characters.vocabulary;
        const tokenizer = {...characters, vocabulary: {tokens}};
        const config = llama({...small, vocabSize: tokens.length});
        return {config, params: noisy(config), tokenizer};
      },
      /names its end/
    ],
    [
      "a tokenizer of another kind",
      () => {
        const tokenizer = unigramTokenizer(trainUnigram(text.repeat(20), {size: 40}));
        const config = llama({...small, vocabSize: tokenizer.vocabulary.tokens.length});
        return {config, params: noisy(config), tokenizer};
      },
      /byte-level BPE or of characters/
    ]
  ])("refuses %s", (_, model, message) => {
    expect(() => writeGguf(model())).toThrow(ConfigError);
    expect(() => writeGguf(model())).toThrow(message);
  });
});

const u64 = (...values: readonly bigint[]): Uint8Array => new Uint8Array(new BigUint64Array(values).buffer);
const header = (...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(["G", "G", "U", "F"].map((c) => c.charCodeAt(0)).concat([3, 0, 0, 0], ...parts.map((p) => [...p])));

describe("readGguf", () => {
  const file = writeGguf(samples["a GPT-2"]!);

  it.each<[string, Uint8Array, RegExp]>([
    ["an empty file", new Uint8Array(), /begins with GGUF/],
    ["another version", Uint8Array.from([0x47, 0x47, 0x55, 0x46, 2, 0, 0, 0]), /version of the format is 3/],
    ["2⁶² tensors", header(u64(1n << 62n, 0n)), /all that it announces/],
    ["2⁶² facts", header(u64(0n, 1n << 62n)), /all that it announces/],
    ["a key of 2⁶³ bytes", header(u64(0n, 1n, 1n << 63n), new Uint8Array(40)), /all that it announces/],
    [
      "2⁶⁰ values in a list",
      header(u64(0n, 1n, 1n), [97, 9, 0, 0, 0, 0, 0, 0, 0], u64(1n << 60n), new Uint8Array(40)),
      /all that it announces/
    ],
    ["an end too soon", file.subarray(0, file.length - 100), /all that it announces/],
    ["a byte too many", Uint8Array.from([...file, 0]), /end where the file does/]
  ])("refuses %s before it allocates anything", (_, bytes, message) => {
    expect(() => readGguf(bytes)).toThrow(FormatError);
    expect(() => readGguf(bytes)).toThrow(message);
  });

  it.each<[string, Readonly<Record<string, GgufFact | undefined>>, RegExp]>([
    ["another architecture", {"general.architecture": {kind: "string", value: "falcon"}}, /llama or gpt2/],
    ["a setting that is not understood", {"gpt2.expert_count": {kind: "uint32", value: 8}}, /understood/],
    ["a size that is missing", {"gpt2.block_count": undefined}, /block_count/],
    ["more blocks than tensors", {"gpt2.block_count": {kind: "uint32", value: 4e9}}, /each block/],
    ["another size", {"gpt2.embedding_length": {kind: "uint32", value: 32}}, /shape/],
    ["another number of tokens", {"gpt2.vocab_size": {kind: "uint32", value: 7}}, /vocab_size/],
    ["another way to cut texts", {"tokenizer.ggml.pre": {kind: "string", value: "qwen2"}}, /cut as/]
  ])("refuses %s", (_, facts, message) => {
    expect(() => readGguf(changed(file, facts))).toThrow(FormatError);
    expect(() => readGguf(changed(file, facts))).toThrow(message);
  });

  it("notices a change, and reads a file that was changed on purpose", () => {
    const other = Uint8Array.from(file);
    other[other.length - 8]! ^= 1;
    expect(() => readGguf(other)).toThrow(/as it was written/);
    expect(readGguf(other, {changed: true}).config).toEqual(readGguf(file).config);
  });

  it("reads a file of another program, which has no hash", () => {
    const {params} = readGguf(changed(file, {"gpt2.vocab_size": undefined, "general.name": undefined}));
    expect(hash(params)).toBe(hash(samples["a GPT-2"]!.params));
  });
});

describe("a block of 32 numbers", () => {
  const numbers = fc.array(fc.float({noNaN: true, noDefaultInfinity: true, min: -60_000, max: 60_000}), {
    minLength: 32,
    maxLength: 32
  });
  it("in 8 bits is within half a level of its numbers", () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const most = Math.max(...list.map(Math.abs));
        fromQ8(toQ8(list)).forEach((x, i) => expect(Math.abs(x - list[i]!)).toBeLessThanOrEqual(most / 200 + 1e-5));
      })
    );
  });
  it("in 4 bits is within a level of its numbers, and half of one but at the end", () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const most = Math.max(...list.map(Math.abs));
        fromQ4(toQ4(list)).forEach((x, i) => expect(Math.abs(x - list[i]!)).toBeLessThanOrEqual(most / 7.9 + 1e-5));
      })
    );
  });
  it("that were in blocks before are themselves", () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const once = fromQ4(toQ4(list));
        expect(fromQ4(toQ4(once))).toEqual(once);
      })
    );
  });
});
