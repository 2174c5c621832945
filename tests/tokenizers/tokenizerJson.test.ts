import {Tokenizer as Javascript} from "@huggingface/tokenizers";
import {Tokenizer as Rust} from "tokenizers";
import {describe, expect, it} from "vitest";
import {
  bpeFromRanks,
  bpeTokenizer,
  readTokenizerJson,
  trainBpe,
  trainUnigram,
  trainWordPiece,
  unigramTokenizer,
  wordPieceTokenizer,
  writeTokenizerJson,
  type FileTokenizer
} from "../../lib/tokenizers.js";
import {corpus} from "../../tools/corpora.js";
import {hardTexts, novel} from "./samples.js";

const special = {addSpecialTokens: false};
const part = novel.slice(0, 150_000);
const makers: Readonly<Record<string, () => FileTokenizer>> = {
  gpt2: () => bpeTokenizer(trainBpe(novel, {size: 3000, special: ["<|endoftext|>"]})),
  cl100k: () => bpeTokenizer(trainBpe(part, {size: 3000, split: "cl100k"})),
  o200k: () => bpeTokenizer(trainBpe(part, {size: 3000, split: "o200k"})),
  "no split": () => bpeTokenizer(trainBpe(part.split("\n"), {size: 700, split: "none"})),
  WordPiece: () => wordPieceTokenizer(trainWordPiece(part, {size: 1500, special: ["[CLS]"]})),
  "Unigram with marks": () => unigramTokenizer(trainUnigram(part.slice(0, 25_000), {size: 500, special: ["<s>"]})),
  Unigram: () => unigramTokenizer(trainUnigram(part.slice(0, 25_000), {size: 500, spaces: "keep"}))
};
const names = Object.keys(makers);
const made = new Map<string, FileTokenizer>();
const tokenizerOf = (name: string): FileTokenizer => {
  const known = made.get(name) ?? makers[name]!();
  made.set(name, known);
  return known;
};

/** Where JavaScript's reader has a Unicode, white space or punctuation of its own. */
const common = (text: string): boolean => !/[^\n -~éÉ中あ😀]/u.test(text);

const lines = (text: string): readonly string[] => text.match(/(?:[^\n]*\n){1,40}|[^\n]+$/g)!;

describe("a written tokenizer", () => {
  it.each(names)("of %s is read back as the same model, with the same ids", (name) => {
    const tokenizer = tokenizerOf(name);
    const back = readTokenizerJson(writeTokenizerJson(tokenizer)["tokenizer.json"]);
    expect(back.vocabulary.tokens).toEqual(tokenizer.vocabulary.tokens);
    for (const text of [part.slice(0, 20_000), ...hardTexts(300)]) {
      const ids = tokenizer.encode(text);
      expect(back.encode(text)).toEqual(ids);
      expect(back.decode(ids)).toBe(tokenizer.decode(ids));
    }
  });

  it.each(names)("of %s has the Rust package's ids on a novel and on hard texts", async (name) => {
    const tokenizer = tokenizerOf(name);
    const rust = Rust.fromString(writeTokenizerJson(tokenizer)["tokenizer.json"]);
    const texts = [...lines(name === "gpt2" ? novel : part.slice(0, 100_000)), ...hardTexts(3000)];
    const theirs = await rust.encodeBatch([...texts], special);
    texts.forEach((text, i) => expect(Array.from(tokenizer.encode(text)), text).toEqual(theirs[i]!.getIds()));
  });

  it.each(names)("of %s has the ids of JavaScript's package, where it agrees with Rust's", (name) => {
    const tokenizer = tokenizerOf(name);
    const {"tokenizer.json": file, "tokenizer_config.json": config} = writeTokenizerJson(tokenizer);
    const theirs = new Javascript(JSON.parse(file) as object, JSON.parse(config) as object);
    const texts = [...lines(part.slice(0, 60_000)), ...hardTexts(1500).filter(common)];
    const scores = tokenizer.model.kind === "unigram" ? tokenizer.model.tokens.map(([, score]) => score) : undefined;
    const total = (ids: readonly number[]): number => ids.reduce((sum, id) => sum + scores![id]!, 0);
    for (const text of texts) {
      const [ours, other] = [Array.from(tokenizer.encode(text)), theirs.encode(text, {add_special_tokens: false}).ids];
      // of segmentations that are equally likely it takes another one than Rust
      if (scores !== undefined && ours.join() !== other.join()) expect(total(other)).toBeCloseTo(total(ours), 9);
      else expect(ours, text).toEqual(other);
    }
    expect(JSON.parse(config)).toMatchObject({clean_up_tokenization_spaces: false});
  });

  it("is decoded to the text by both readers", async () => {
    const tokenizer = tokenizerOf("gpt2");
    const {"tokenizer.json": file, "tokenizer_config.json": config} = writeTokenizerJson(tokenizer);
    const text = part.slice(0, 3000);
    const ids = Array.from(tokenizer.encode(text));
    expect(await Rust.fromString(file).decode(ids, false)).toBe(text);
    expect(new Javascript(JSON.parse(file) as object, JSON.parse(config) as object).decode(ids)).toBe(text);
  });

  it("has the Rust package's ids on addresses of presidents, of which it knows nothing", async () => {
    const tokenizer = tokenizerOf("cl100k");
    const text = corpus("sotu").text.slice(0, 250_000);
    const rust = Rust.fromString(writeTokenizerJson(tokenizer)["tokenizer.json"]);
    expect(Array.from(tokenizer.encode(text))).toEqual((await rust.encode(text, null, special)).getIds());
  });

  it("of ranks has their ids", async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const ranks = [
      ...Array.from({length: 256}, (_, byte) => Uint8Array.of(byte)),
      ...["bc", "ab", "abc", "ca"].map(bytes)
    ];
    const tokenizer = bpeTokenizer(bpeFromRanks(ranks, "cl100k"));
    const rust = Rust.fromString(writeTokenizerJson(tokenizer)["tokenizer.json"]);
    for (const text of ["abc", "abcabcab", "cabcab bcab", "ccaabb"])
      expect(Array.from(tokenizer.encode(text)), text).toEqual((await rust.encode(text, null, special)).getIds());
  });

  it.each<[string, () => FileTokenizer, RegExp]>([
    [
      "bytes without a token",
      () => bpeTokenizer({kind: "bpe", tokens: ["a"], merges: [], split: "gpt2"}),
      /all 256 bytes/
    ],
    [
      "Unigram with byte fallback",
      () => unigramTokenizer(trainUnigram("a b", {size: 5, byteFallback: true})),
      /byte fallback/
    ],
    [
      "words that end at white space alone",
      () => wordPieceTokenizer({kind: "wordpiece", tokens: ["a"], split: "whitespace"}),
      /readers differ/
    ]
  ])("is refused for %s", (_, make, message) => {
    expect(() => writeTokenizerJson(make())).toThrow(message);
  });
});

describe("reading a file of a tokenizer", () => {
  const file = (): Record<string, unknown> & {model: Record<string, unknown> & {merges: [string, string][]}} =>
    JSON.parse(writeTokenizerJson(bpeTokenizer(trainBpe(part.slice(0, 20_000), {size: 300})))["tokenizer.json"]);

  it("takes merges as pairs and, as older files have them, as one string", () => {
    const pairs = file();
    const legacy = {...pairs, model: {...pairs.model, merges: pairs.model.merges.map((pair) => pair.join(" "))}};
    const [a, b] = [pairs, legacy].map((one) => readTokenizerJson(JSON.stringify(one)));
    const text = part.slice(0, 5000);
    expect(a!.encode(text)).toEqual(b!.encode(text));
    expect(a!.encode("the").length).toBeLessThan(3);
  });

  it("reads Unigram with byte fallback, whose unknown characters are bytes as in Rust", async () => {
    const model = trainUnigram("low low lower newest", {size: 20, byteFallback: true});
    const tokenizer = unigramTokenizer(model);
    const metaspace = {type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true};
    const text = JSON.stringify({
      version: "1.0",
      truncation: null,
      padding: null,
      added_tokens: [],
      normalizer: null,
      pre_tokenizer: metaspace,
      post_processor: null,
      decoder: {type: "Sequence", decoders: [{type: "ByteFallback"}, metaspace]},
      model: {type: "Unigram", unk_id: 0, vocab: model.tokens, byte_fallback: true}
    });
    const rust = Rust.fromString(text);
    for (const each of ["low zé", "😀 lower", "newest"]) {
      const ids = Array.from(readTokenizerJson(text).encode(each));
      expect(ids).toEqual(Array.from(tokenizer.encode(each)));
      expect(ids).toEqual((await rust.encode(each, null, special)).getIds());
      expect(tokenizer.decode(ids)).toBe(each);
    }
  });

  const vocab = (change: object): string => {
    const one = file();
    return JSON.stringify({...one, model: {...one.model, ...change}});
  };
  const listed = (): Record<string, number> => file().model["vocab"] as Record<string, number>;
  it.each<[string, () => string, RegExp]>([
    ["what is no JSON", () => "{", /the file is JSON/],
    ["lists nested a hundred thousand deep", () => "[".repeat(100_000) + "]".repeat(100_000), /it is a record|JSON/],
    ["a token twice", () => JSON.stringify(file()).replace('"!":0,', '"!":0,"!":1,'), /every name stands once/],
    ["two tokens with one id", () => vocab({vocab: {...listed(), '"': 0}}), /an id stands for one token/],
    ["an id of -1", () => vocab({vocab: {...listed(), "!": -1}}), /whole numbers from 0 to 299[\s\S]*-1/],
    ["an id of 1.5", () => vocab({vocab: {...listed(), "!": 1.5}}), /whole numbers/],
    ["an id that is a string", () => vocab({vocab: {...listed(), "!": "0"}}), /whole numbers/],
    ["an id of 2³²", () => vocab({vocab: {...listed(), "!": 4294967296}}), /whole numbers/],
    ["ids with a hole", () => vocab({vocab: {...listed(), zzz: 301}}), /whole numbers from 0 to 300/],
    ["a merge with a part that is absent", () => vocab({merges: [["a", "qq"]]}), /not a token/],
    ["a merge with two spaces", () => vocab({merges: ["a  b"]}), /a merge is two tokens/],
    ["an unknown type of model", () => vocab({type: "Neural"}), /BPE, WordPiece or Unigram/],
    ["dropout", () => vocab({dropout: 0.1}), /model.dropout/],
    ["a field that is not understood", () => vocab({extra: 1}), /every field is one that is understood/],
    [
      "a regular expression of its own",
      () =>
        JSON.stringify({
          ...file(),
          pre_tokenizer: {
            type: "Sequence",
            pretokenizers: [
              {type: "Split", pattern: {Regex: "\\w+"}, behavior: "Isolated", invert: false},
              {type: "ByteLevel", add_prefix_space: false, trim_offsets: true, use_regex: false}
            ]
          }
        }),
      /the pattern of GPT-2, of cl100k or of o200k/
    ],
    ["a normalizer", () => JSON.stringify({...file(), normalizer: {type: "NFC"}}), /no normalizer is understood/],
    ["another version", () => JSON.stringify({...file(), version: "2.0"}), /tokenizer.version/],
    [
      "an empty added token",
      () =>
        JSON.stringify({
          ...file(),
          added_tokens: [
            {id: 300, content: "", single_word: false, lstrip: false, rstrip: false, normalized: false, special: true}
          ]
        }),
      /at least one character/
    ],
    ["more than 50 MB", () => " ".repeat(50_000_001), /at most 50000000/]
  ])("refuses %s", (_, make, message) => {
    expect(() => readTokenizerJson(make())).toThrow(message);
  });

  it("takes tokens that are called like what every record of JavaScript has", () => {
    const one = file();
    const tokens = ["__proto__", "constructor", "toString"];
    const added = tokens.map((content, i) => ({
      id: 300 + i,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: false
    }));
    const tokenizer = readTokenizerJson(JSON.stringify({...one, added_tokens: added}));
    expect(Array.from(tokenizer.encode("__proto__constructortoString"))).toEqual([300, 301, 302]);
  });
});
