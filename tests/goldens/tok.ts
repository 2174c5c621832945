import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {key} from "../../lib/core/random/key.js";
import {
  bpeFromRanks,
  bpeMerges,
  bpeTokenizer,
  countPieces,
  countWords,
  pieces,
  unigramPieces,
  unigramTokenizer,
  wordPieceMerges,
  wordPieceTokenizer,
  type Merge,
  type MergeWorth,
  type ScoredToken,
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

function wordPieceEncode(golden: GoldenCase): readonly Check[] {
  const {inputs, config, expected} = golden;
  const tokenizer = wordPieceTokenizer({
    kind: "wordpiece",
    tokens: inputs["vocabulary"] as readonly string[],
    prefix: config["prefix"] as string,
    unknown: config["unkToken"] as string,
    maxWordLength: config["maxInputCharsPerWord"] as number
  });
  const ids = texts(golden).map((text) => Array.from(tokenizer.encode(text)));
  return [
    {what: "ids", actual: ids, expected: expected["ids"]},
    {
      what: "tokens",
      actual: ids.map((list) => list.map((id) => tokenizer.vocabulary.tokens[id])),
      expected: expected["tokens"]
    }
  ];
}

const unigramOf = ({inputs, config}: GoldenCase) => {
  const tokens = inputs["vocabulary"] as readonly ScoredToken[];
  return unigramTokenizer({kind: "unigram", tokens, unknown: tokens[config["unkId"] as number]![0]});
};

function unigramEncode(golden: GoldenCase): readonly Check[] {
  const {expected} = golden;
  const tokenizer = unigramOf(golden);
  const all = texts(golden);
  const parts = all.map((text) => {
    const ends = [0, ...tokenizer.ends(text)];
    return ends.slice(1).map((end, i) => text.slice(ends[i], end));
  });
  const scores = all.map((text) => (text === "" ? 0 : tokenizer.segmentations(text, 1)[0]!.score));
  return [
    {
      what: "ids",
      actual: all.map((text) => Array.from(tokenizer.encode(text))),
      expected: expected["ids"],
      tolerance: 0
    },
    {what: "tokens", actual: parts, expected: expected["tokens"]},
    {what: "scores", actual: scores, expected: expected["scores"]}
  ];
}

interface Marginal {
  readonly start: number;
  readonly end: number;
  readonly id: number;
  readonly probability: number;
}

function unigramLattice(golden: GoldenCase): readonly Check[] {
  const {inputs, config, expected} = golden;
  const tokenizer = unigramOf(golden);
  const unkId = config["unkId"] as number;
  const text = inputs["text"] as string;
  const best = tokenizer.segmentations(text, config["n"] as number).map(({ids, ends, score, probability}) => ({
    tokens: ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end)),
    ids: ids.map((id) => (id < 0 ? unkId : id)),
    score,
    probability
  }));
  const {marginals, logLikelihood, expectedTokens} = tokenizer.sums(text);
  const place = (unit: number): number => Array.from(text.slice(0, unit)).length;
  const order = (list: readonly Marginal[]) =>
    [...list]
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map(({start, end, id, probability}) => ({start, end, id, probability}));
  return [
    {what: "best", actual: best, expected: expected["nBest"]},
    {what: "segmentations", actual: tokenizer.segmentations(text, 10_000).length, expected: expected["segmentations"]},
    {what: "logLikelihood", actual: logLikelihood, expected: expected["logLikelihood"]},
    {what: "expectedTokens", actual: expectedTokens, expected: expected["expectedTokens"]},
    {
      what: "marginals",
      actual: order(
        marginals.map(({start, end, id, probability}) => ({
          start: place(start),
          end: place(end),
          id: id < 0 ? unkId : id,
          probability
        }))
      ),
      expected: order(expected["marginals"] as readonly Marginal[])
    }
  ];
}

function trainUnigram({inputs, config, expected}: GoldenCase): readonly Check[] {
  const {
    pieces: learned,
    sizes,
    missing
  } = unigramPieces(countWords(inputs["text"] as string), {
    size: config["vocabSize"] as number,
    maxPieceLength: config["maxPieceLength"] as number,
    shrinkingFactor: config["shrinkingFactor"] as number,
    subIterations: config["subIterations"] as number
  });
  return [
    {what: "seeds", actual: sizes[0], expected: expected["seeds"]},
    {what: "sizes", actual: sizes, expected: expected["sizes"]},
    ...(expected["missing"] === undefined ? [] : [{what: "missing", actual: missing, expected: expected["missing"]}]),
    {
      what: "vocabulary",
      actual: Object.fromEntries(learned),
      expected: Object.fromEntries(expected["vocabulary"] as readonly ScoredToken[])
    }
  ];
}

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
  tok_train_wordpiece: ({inputs, config, expected}) => {
    const {symbols, merges} = wordPieceMerges(countWords(inputs["text"] as string), {
      size: config["vocabSize"] as number,
      method: config["method"] as MergeWorth,
      prefix: config["prefix"] as string
    });
    const vocabulary = [...new Set([...symbols, ...merges.map(({token}) => token)])];
    return [
      {what: "vocabulary", actual: vocabulary, expected: expected["vocabulary"]},
      {what: "merges", actual: merges.map(({left, right}) => [left, right]), expected: expected["merges"]}
    ];
  },
  tok_wordpiece: wordPieceEncode,
  tok_unigram: unigramEncode,
  tok_unigram_lattice: unigramLattice,
  tok_train_unigram: trainUnigram,
  tok_train_unigram_pruned: trainUnigram,
  tok_bpe_encode: bpeEncode,
  tok_bpe_special: bpeSpecial,
  ...(existsSync(ranksFile("gpt2")) ? {tok_tiktoken: tiktoken} : {})
};
