import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {bpeFromRanks, bpeTokenizer, trainBpe} from "../lib/tokenizers.js";
import {corpus} from "../tools/corpora.js";
import {published} from "./peers/tokenizers.js";
import type {Measure} from "./suite.js";

const RUST = "tokenizers 0.23.2 (Rust), one thread";
const LONG = 1000; // of one letter: the time of others grows with its square

/** One piece, another one in each call: a peer remembers pieces from call to call. */
function longPieces(): () => string {
  let calls = 0;
  return () => {
    const suffix = Array.from(String(calls++), (digit) => String.fromCharCode(98 + Number(digit))).join("");
    return "a".repeat(LONG - suffix.length) + suffix;
  };
}

const same = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  a.length === b.length && Array.from({length: a.length}, (_, i) => a[i] === b[i]).every(Boolean);

/** Encoding of a novel with a published vocabulary. @throws unless all give the same ids. */
function encoding(name: "cl100k_base" | "o200k_base", split: "cl100k" | "o200k"): readonly Measure[] {
  const {ranks, peers} = published(name);
  const ours = bpeTokenizer(bpeFromRanks(ranks, split));
  const novel = corpus("moby-dick").text;
  const texts: Readonly<Record<string, () => () => string>> = {
    "Moby Dick": () => () => novel,
    [`one piece of ${LONG} letters`]: longPieces
  };
  return Object.entries(texts).flatMap(([title, texts]) =>
    peers.map(({peer, encode}): Measure => {
      const [mine, their] = [texts(), texts()];
      const text = mine();
      if (!same(ours.encode(text), encode(text))) throw new Error(`${peer} gives other ids for ${title} in ${name}`);
      return {
        suite: "tokenizers",
        workload: `encode ${title}, ${name}`,
        unit: "M characters/s",
        rounds: 4,
        per: text.length / 1e6,
        ours: () => ours.encode(mine()),
        peer,
        theirs: () => encode(their())
      };
    })
  );
}

/** Training and encoding against the Rust package. @throws unless both learn the same merges and give the same ids. */
async function rust(): Promise<readonly Measure[]> {
  // read when the package is first used
  process.env["RAYON_NUM_THREADS"] = "1";
  process.env["TOKENIZERS_PARALLELISM"] = "false";
  const {BPE, Tokenizer, byteLevelPreTokenizer} = await import("tokenizers");
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  process.once("exit", () => rmSync(folder, {recursive: true}));
  const [input, output] = [join(folder, "text"), join(folder, "tokenizer.json")];
  const text = corpus("sotu").text;
  writeFileSync(input, text);
  // it reads files by line; its number of tokens can't be chosen from JavaScript, and is 30,000
  const lines = text.match(/[^\n]*\n|[^\n]+$/g)!;
  const theirs = (): InstanceType<typeof Tokenizer> => {
    const made = new Tokenizer(BPE.empty());
    made.setPreTokenizer(byteLevelPreTokenizer(false, true));
    made.train([input]);
    return made;
  };
  theirs().save(output);
  const {model} = JSON.parse(readFileSync(output, "utf8")) as {
    readonly model: {readonly merges: readonly (readonly [string, string])[]};
  };
  const size = 30_000;
  const learned = trainBpe(lines, {size, minCount: 1});
  const {merges} = learned;
  const equal = merges !== "ranks" && model.merges.every(([a, b], i) => merges[i]?.[0] === a && merges[i][1] === b);
  // theirs begins with the bytes of the text alone, so it learns some more
  if (!equal && !(merges !== "ranks" && merges.every(([a, b], i) => model.merges[i]?.join(" ") === `${a} ${b}`)))
    throw new Error("the Rust package learns other merges");
  const common = {suite: "tokenizers", unit: "a training", peer: RUST, rounds: 3};
  return [
    {
      ...common,
      workload: `learn ${merges.length} merges, State of the Union`,
      ours: () => trainBpe(lines, {size, minCount: 1}),
      theirs
    }
  ];
}

export const measures = async (): Promise<readonly Measure[]> => [
  ...encoding("cl100k_base", "cl100k"),
  ...encoding("o200k_base", "o200k"),
  ...(await rust())
];
