import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";
import {installed} from "./load.js";

const folder = fileURLToPath(new URL(".", import.meta.url));
const load = (name: string): unknown => createRequire(`${folder}package.json`)(name);

/** A published vocabulary: what each id spells, and the encoders of it that others made. */
export interface Published {
  readonly ranks: readonly Uint8Array[];
  readonly peers: readonly {readonly peer: string; readonly encode: (text: string) => ArrayLike<number>}[];
}

interface EncoderFile {
  readonly bpe_ranks: string;
  readonly pat_str: string;
  readonly special_tokens: Readonly<Record<string, number>>;
}

/** tiktoken (Rust in WASM), js-tiktoken and gpt-tokenizer, with their own vocabulary. */
export function published(encoding: "cl100k_base" | "o200k_base"): Published {
  const file = JSON.parse(readFileSync(`${installed("tiktoken")}/encoders/${encoding}.json`, "utf8")) as EncoderFile;
  const {Tiktoken} = load("tiktoken/lite") as {
    readonly Tiktoken: new (
      ranks: string,
      special: Readonly<Record<string, number>>,
      pattern: string
    ) => {readonly encode_ordinary: (text: string) => Uint32Array};
  };
  const wasm = new Tiktoken(file.bpe_ranks, file.special_tokens, file.pat_str);
  const {getEncoding} = load("js-tiktoken") as {
    readonly getEncoding: (name: string) => {
      readonly encode: (text: string, allowed: readonly string[], refused: readonly string[]) => number[];
    };
  };
  const plain = getEncoding(encoding);
  const gpt = load(`gpt-tokenizer/encoding/${encoding}`) as {readonly encode: (text: string) => number[]};
  return {
    // a line is `!`, the first rank, then what each rank spells
    ranks: file.bpe_ranks.split("\n").flatMap((line) =>
      line
        .split(" ")
        .slice(2)
        .map((token) => Uint8Array.from(Buffer.from(token, "base64")))
    ),
    peers: [
      {peer: "tiktoken 1.0.22 (WASM)", encode: (text) => wasm.encode_ordinary(text)},
      {peer: "gpt-tokenizer 4.0.0", encode: (text) => gpt.encode(text)},
      {peer: "js-tiktoken 1.0.21", encode: (text) => plain.encode(text, [], [])}
    ]
  };
}
