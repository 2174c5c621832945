import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {key} from "../../lib/core/random/key.js";
import {
  bpeFromRanks,
  bpeMerges,
  bpeTokenizer,
  countPieces,
  pieces,
  type Merge,
  type Split
} from "../../lib/tokenizers.js";
import {sortedByteSymbols} from "../../lib/tokenizers/byteAlphabet.js";
import {root} from "../../tools/root.js";
import type {Check, Families, GoldenCase} from "./types.js";

/** A text as the files mean it: half a surrogate pair is U+FFFD. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD");

const texts = ({inputs}: GoldenCase): readonly string[] => inputs["texts"] as readonly string[];

/** The tokens of merges: bytes, then what each merge makes, once. */
const tokensOf = (merges: readonly Merge[]): readonly string[] => [
  ...sortedByteSymbols,
  ...new Set(merges.map(([left, right]) => left + right))
];

function bpeEncode(golden: GoldenCase): readonly Check[] {
  const {inputs, config, expected} = golden;
  const merges = inputs["merges"] as readonly Merge[];
  const special = config["specialTokens"] as Readonly<Record<string, number>>;
  const added = Object.keys(special).sort((a, b) => special[a]! - special[b]!);
  const tokenizer = bpeTokenizer({
    kind: "bpe",
    tokens: [...tokensOf(merges), ...added],
    merges,
    split: config["preTokenizer"] as Split,
    added: added.map((token) => ({token}))
  });
  const {tokens} = tokenizer.vocabulary;
  const ids = texts(golden).map((text) => Array.from(tokenizer.encode(text)));
  return [
    {what: "ids", actual: ids, expected: expected["ids"]},
    ...(expected["tokens"] === undefined
      ? []
      : [{what: "tokens", actual: ids.map((list) => list.map((id) => tokens[id])), expected: expected["tokens"]}]),
    {what: "decoded", actual: ids.map((list) => tokenizer.decode(list)), expected: expected["decoded"]},
    {
      what: "ends",
      actual: texts(golden).map((text) => tokenizer.ends(text).length),
      expected: ids.map((list) => list.length)
    }
  ];
}

interface SpecialToken {
  readonly content: string;
  readonly id: number;
  readonly lstrip?: boolean;
  readonly rstrip?: boolean;
  readonly singleWord?: boolean;
}

function bpeSpecial(golden: GoldenCase): readonly Check[] {
  const {inputs, config, expected} = golden;
  const merges = inputs["merges"] as readonly Merge[];
  const special = inputs["specialTokens"] as readonly SpecialToken[];
  const tokenizer = bpeTokenizer({
    kind: "bpe",
    tokens: [...tokensOf(merges), ...special.map(({content}) => content)],
    merges,
    split: config["preTokenizer"] as Split,
    added: special.map(({content, lstrip = false, rstrip = false, singleWord = false}) => ({
      token: content,
      leftStrip: lstrip,
      rightStrip: rstrip,
      singleWord
    }))
  });
  const dropout = config["dropout"] as number | null;
  const ids = texts(golden).map((text) =>
    Array.from(dropout === null ? tokenizer.encode(text) : tokenizer.sample(text, {key: key(1), dropout}))
  );
  return [
    {what: "ids", actual: ids, expected: expected["ids"]},
    {
      what: "tokens",
      actual: ids.map((list) => list.map((id) => tokenizer.vocabulary.tokens[id])),
      expected: expected["tokens"]
    }
  ];
}

/** Where a published vocabulary lies, if the peers of the benchmarks are installed. */
const ranksFile = (encoding: string): string =>
  join(root, `bench/peers/node_modules/tiktoken/encoders/${encoding}.json`);

function tiktoken(golden: GoldenCase): readonly Check[] {
  const {config, expected} = golden;
  const encoding = config["encoding"] as string;
  const {bpe_ranks: lines} = JSON.parse(readFileSync(ranksFile(encoding), "utf8")) as {readonly bpe_ranks: string};
  const split = encoding === "gpt2" ? "gpt2" : encoding === "o200k_base" ? "o200k" : "cl100k";
  const tokenizer = bpeTokenizer(bpeFromRanks(ranksOf(lines), split));
  const ids = texts(golden).map((text) => Array.from(tokenizer.encode(text)));
  return [
    {what: "ids", actual: ids, expected: expected["ids"]},
    {
      what: "decoded",
      actual: ids.map((list) => tokenizer.decode(list)),
      expected: texts(golden).map(wellFormed)
    }
  ];
}

/** The bytes of each token, from lines `! first-rank base64 base64 …`. */
const ranksOf = (lines: string): readonly Uint8Array[] =>
  lines.split("\n").flatMap((line) =>
    line
      .split(" ")
      .slice(2)
      .map((token) => Uint8Array.from(Buffer.from(token, "base64")))
  );

export const families: Families = {
  tok_pretokenize: (golden) => [
    {
      what: "splits",
      actual: texts(golden).map((text) => pieces(wellFormed(text), golden.config["pattern"] as Split)),
      expected: golden.expected["splits"]
    }
  ],
  tok_bpe_train: ({inputs, config, expected}) => [
    {
      what: "merges",
      actual: bpeMerges(
        countPieces(inputs["text"] as string, config["preTokenizer"] as Split),
        config["merges"] as number
      ).map(({left, right}) => [left, right]),
      expected: expected["merges"]
    }
  ],
  tok_bpe_encode: bpeEncode,
  tok_bpe_special: bpeSpecial,
  ...(existsSync(ranksFile("gpt2")) ? {tok_tiktoken: tiktoken} : {})
};
