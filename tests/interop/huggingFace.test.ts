import {Tokenizer as Javascript} from "@huggingface/tokenizers";
import fc from "fast-check";
import {Tokenizer as Rust} from "tokenizers";
import {describe, expect, it} from "vitest";
import {ConfigError, FormatError} from "../../lib/core/errors.js";
import {roundToBfloat16} from "../../lib/core/bfloat16.js";
import {halfToNumber, numberToHalf} from "../../lib/core/float16.js";
import {hash} from "../../lib/core/hash.js";
import * as t from "../../lib/tensor.js";
import {characterTokenizer} from "../../lib/text/characters.js";
import type {Tokenizer} from "../../lib/text/tokenizer.js";
import {wordTokenizer} from "../../lib/text/words.js";
import {readTokenizerJson, writeTokenizerJson} from "../../lib/tokenizers.js";
import {llama, mistral, transformer} from "../../lib/transformer.js";
import {readHuggingFace, writeHuggingFace, type Files, type HuggingFaceModel} from "../../lib/interop.js";
import {characters, names, noisy, samples, text} from "./samples.js";

const jsonOf = (files: Files, name: string): Readonly<Record<string, unknown>> =>
  JSON.parse(new TextDecoder().decode(files.get(name))) as Readonly<Record<string, unknown>>;
const bytes = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const model = samples["a Llama"]!;

describe("a directory", () => {
  it.each(names)("of %s gives the same model back, to the bit", (name) => {
    const {config, params, tokenizer} = samples[name]!;
    const files = writeHuggingFace({config, params, tokenizer, generation: {temperature: 0.8, topK: 50}});
    const back = readHuggingFace(files);
    const {deviation: _, ...full} = transformer(config).config;
    expect(back.config).toMatchObject(full);
    expect(hash(back.params)).toBe(hash(params));
    expect(back.tokenizer!.vocabulary).toEqual(tokenizer.vocabulary);
    expect(back.tokenizer!.encode(text)).toEqual(tokenizer.encode(text));
    expect(back.generation).toMatchObject({temperature: 0.8, topK: 50, topP: 1});
    expect([...files.keys()].sort()).toEqual([
      "config.json",
      "generation_config.json",
      "model.safetensors",
      "tokenizer.json",
      "tokenizer_config.json"
    ]);
  });

  it("in shards holds no more in each than was asked for, and is the same model", () => {
    const files = writeHuggingFace({...model, shardBytes: 50_000});
    const shards = [...files].filter(([name]) => name.endsWith(".safetensors"));
    expect(shards.length).toBeGreaterThan(4);
    const {metadata, weight_map: map} = jsonOf(files, "model.safetensors.index.json");
    const sizes = shards.map(([, file]) => {
      const {tensors} = t.readSafetensors(file);
      return [...tensors.values()].reduce((sum, {bytes}) => sum + bytes.length, 0);
    });
    expect(metadata).toEqual({total_size: sizes.reduce((sum, size) => sum + size, 0)});
    expect(Math.max(...sizes)).toBeLessThan(75_000); // the embedding alone has 74,240
    expect(new Set(Object.values(map as object))).toEqual(new Set(shards.map(([name]) => name)));
    expect(shards[0]![0]).toBe(`model-00001-of-${String(shards.length).padStart(5, "0")}.safetensors`);
    expect(hash(readHuggingFace(files).params)).toBe(hash(model.params));
  });

  it.each([
    ["F16", "float16", (x: number) => halfToNumber(numberToHalf(x))],
    ["BF16", "bfloat16", roundToBfloat16]
  ] as const)("in %s has its numbers rounded once, and says so", (dtype, name, round) => {
    const files = writeHuggingFace({...model, dtype});
    expect(jsonOf(files, "config.json")).toMatchObject({dtype: name, torch_dtype: name});
    const {embedding} = readHuggingFace(files).params;
    expect(embedding.weight.data).toEqual(Float32Array.from(model.params.embedding.weight.data, round));
    expect(
      [...t.readSafetensors(files.get("model.safetensors")!).tensors.values()].every((x) => x.dtype === dtype)
    ).toBe(true);
  });

  it("has what readers fail or guess without", () => {
    const files = writeHuggingFace({...model, chatTemplate: "{{ messages }}", generation: {}});
    expect(t.readSafetensors(files.get("model.safetensors")!).metadata).toMatchObject({format: "pt"});
    expect(jsonOf(files, "tokenizer_config.json")).toMatchObject({
      clean_up_tokenization_spaces: false,
      eos_token: "<|endoftext|>",
      unk_token: null,
      model_max_length: 64,
      chat_template: "{{ messages }}"
    });
    expect(jsonOf(files, "config.json")).toMatchObject({
      rope_theta: 10000,
      rope_parameters: {rope_type: "default", rope_theta: 10000},
      head_dim: 24,
      eos_token_id: 0
    });
    // absent, top_k would be 50
    expect(jsonOf(files, "generation_config.json")).toMatchObject({do_sample: true, top_k: 0, eos_token_id: 0});
    expect(jsonOf(writeHuggingFace({...model, generation: {temperature: 0}}), "generation_config.json")).toMatchObject({
      do_sample: false
    });
    const known = samples["a Llama of characters"]!;
    expect(jsonOf(writeHuggingFace(known), "tokenizer_config.json")).toMatchObject({
      unk_token: "<unk>",
      bos_token: "<s>",
      eos_token: "</s>"
    });
  });

  it("of a Mistral is one", () => {
    const config = mistral({vocabSize: 9, layers: 1, width: 8, heads: 2, context: 16, window: 4});
    const files = writeHuggingFace({config, params: noisy(config)});
    expect(jsonOf(files, "config.json")).toMatchObject({model_type: "mistral", sliding_window: 4});
    expect(readHuggingFace(files).config.window).toBe(4);
  });

  it("that somebody else wrote has no hash, and is read", () => {
    const files = new Map(writeHuggingFace(model));
    const {tensors} = t.readSafetensors(files.get("model.safetensors")!);
    files.set("model.safetensors", t.writeSafetensors({tensors}));
    expect(hash(readHuggingFace(files).params)).toBe(hash(model.params));
  });

  it("is refused where config.json was changed, unless that was on purpose", () => {
    const files = new Map(writeHuggingFace(model));
    files.set("config.json", bytes({...jsonOf(files, "config.json"), rms_norm_eps: 1e-6}));
    expect(() => readHuggingFace(files)).toThrow(/as they were written/);
    expect(readHuggingFace(files, {changed: true}).config.epsilon).toBe(1e-6);
  });

  const without = (name: string): Files => {
    const files = new Map(writeHuggingFace({...model, shardBytes: 50_000}));
    files.delete(name);
    return files;
  };
  const withIndex = (map: object): Files =>
    new Map([
      ...writeHuggingFace({...model, shardBytes: 50_000}),
      ["model.safetensors.index.json", bytes({weight_map: map})]
    ]);
  it.each<[string, () => Files, RegExp]>([
    ["without config.json", () => without("config.json"), /has config.json/],
    ["without an index", () => without("model.safetensors.index.json"), /has model.safetensors/],
    [
      "without a shard",
      () =>
        without([...writeHuggingFace({...model, shardBytes: 50_000}).keys()].find((name) => name.includes("-00002-"))!),
      /has model-00002/
    ],
    ["whose index names no files", () => withIndex([]), /weight_map/],
    ["whose index leaves tensors out", () => withIndex({"model.norm.weight": "config.json"}), /header/],
    [
      "that is no JSON",
      () => new Map([...writeHuggingFace(model), ["config.json", new TextEncoder().encode("{")]]),
      /config.json is JSON/
    ],
    [
      "of another kind of model",
      () => new Map([...writeHuggingFace(model), ["config.json", bytes({model_type: "bert"})]]),
      /llama, mistral or gpt2/
    ],
    [
      "of sizes that cannot be",
      () =>
        new Map([
          ...writeHuggingFace(model),
          ["config.json", bytes({...jsonOf(writeHuggingFace(model), "config.json"), num_attention_heads: -1})]
        ]),
      /heads/
    ]
  ])("%s is refused", (_, files, message) => {
    expect(() => readHuggingFace(files())).toThrow(FormatError);
    expect(() => readHuggingFace(files())).toThrow(message);
  });

  it.each<[string, () => HuggingFaceModel, RegExp]>([
    [
      "heads that do not divide the width",
      () => {
        const config = llama({vocabSize: 9, layers: 1, width: 10, heads: 4, headDim: 4, context: 8});
        return {config, params: noisy(config)};
      },
      /divide the width/
    ],
    ["a part of no bytes", () => ({...model, shardBytes: 0}), /at least 1/],
    ["a temperature below 0", () => ({...model, generation: {temperature: -1}}), /at least 0/],
    ["a dtype that there is not", () => ({...model, dtype: "F8" as "F16"}), /choices/],
    [
      "words as tokens",
      () => {
        const tokenizer = wordTokenizer(text);
        const config = llama({
          vocabSize: tokenizer.vocabulary.tokens.length,
          layers: 1,
          width: 8,
          heads: 2,
          context: 8
        });
        return {config, params: noisy(config), tokenizer};
      },
      /characters/
    ]
  ])("is not written of %s", (_, wrong, message) => {
    expect(() => writeHuggingFace(wrong())).toThrow(ConfigError);
    expect(() => writeHuggingFace(wrong())).toThrow(message);
  });
});

describe("a tokenizer of a directory", () => {
  const texts = [text, "", " ", "<s>", "a<s></s><unk>b", "zzz Q\u0301\u{1f600}\ufeff\r\n  x", text.repeat(30)];
  const readersOf = (tokenizer: Tokenizer) => {
    const files = writeHuggingFace({...samples["a Llama"]!, ...fitting(tokenizer)});
    const [file, config] = [jsonOf(files, "tokenizer.json"), jsonOf(files, "tokenizer_config.json")];
    return {rust: Rust.fromString(JSON.stringify(file)), javascript: new Javascript(file, config)};
  };
  const fitting = (tokenizer: Tokenizer): HuggingFaceModel => {
    const config = llama({vocabSize: tokenizer.vocabulary.tokens.length, layers: 1, width: 8, heads: 2, context: 8});
    return {config, params: transformer(config).init(t.key(1)), tokenizer};
  };

  it.each(["a Llama", "a tied Llama", "a Llama of characters"])(
    "of %s gives our ids in Rust and in JavaScript",
    async (name) => {
      const {tokenizer} = samples[name]!;
      const {rust, javascript} = readersOf(tokenizer);
      for (const one of texts) {
        // JavaScript’s white space has U+FEFF
        const ids = Array.from(tokenizer.encode(one));
        expect((await rust.encode(one, null, {addSpecialTokens: false})).getIds(), one).toEqual(ids);
        if (name === "a Llama of characters" || !one.includes("\ufeff"))
          expect(javascript.encode(one, {add_special_tokens: false}).ids, one).toEqual(ids);
      }
    }
  );

  it("of characters is decoded to the text by both", async () => {
    const {rust, javascript} = readersOf(characters);
    const ids = Array.from(characters.encode(text));
    expect(await rust.decode(ids, false)).toBe(text);
    expect(javascript.decode(ids)).toBe(text);
  });

  it("of characters has our ids on any text", async () => {
    const {rust, javascript} = readersOf(characters);
    await fc.assert(
      fc.asyncProperty(fc.string({unit: "binary"}), async (one) => {
        const ids = Array.from(characters.encode(one));
        expect((await rust.encode(one, null, {addSpecialTokens: false})).getIds()).toEqual(ids);
        expect(javascript.encode(one, {add_special_tokens: false}).ids).toEqual(ids);
      }),
      {numRuns: 300}
    );
  });

  it("of characters without an unknown one leaves out, in both, what ours refuses", async () => {
    const known = characterTokenizer("abc");
    const {rust, javascript} = readersOf(known);
    expect(() => known.encode("axb")).toThrow(/unknown token/);
    expect((await rust.encode("axb", null, {addSpecialTokens: false})).getIds()).toEqual([0, 1]);
    expect(javascript.encode("axb", {add_special_tokens: false}).ids).toEqual([0, 1]);
  });

  it("of characters is refused if a special token is a character", () => {
    expect(() => writeTokenizerJson(characterTokenizer("abc", {end: "^"}))).toThrow(/more than one character/);
  });

  it("of characters is read without its config only if that names nothing", () => {
    const written = writeTokenizerJson(characters)["tokenizer.json"];
    expect(() => readTokenizerJson(written)).toThrow(FormatError);
    const plain = writeTokenizerJson(characterTokenizer("abc", {unknown: "<unk>"}))["tokenizer.json"];
    expect(readTokenizerJson(plain).vocabulary).toEqual({tokens: ["a", "b", "c", "<unk>"], unknown: 3});
  });

  it.each([
    ["merges", {merges: [["a", "b"]]}, {}],
    ["another split", {}, {pre_tokenizer: {type: "Split", pattern: {Regex: "."}, behavior: "Isolated", invert: false}}],
    [
      "added tokens",
      {},
      {added_tokens: [{id: 0, content: "a", single_word: false, lstrip: false, rstrip: false, normalized: false}]}
    ],
    ["another order", {vocab: {b: 0, a: 1}}, {}]
  ])("of characters is refused with %s", (_, inner, outer) => {
    const file = JSON.parse(writeTokenizerJson(characterTokenizer("ab"))["tokenizer.json"]) as {readonly model: object};
    expect(() => readTokenizerJson(JSON.stringify({...file, ...outer, model: {...file.model, ...inner}}))).toThrow(
      FormatError
    );
  });
});
