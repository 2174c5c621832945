/**
 * `npm run character-ranges`: writes lib/tokenizers/characterRanges.ts, the classes of code points that pre-tokenizers ask
 * for, as the Rust package `tokenizers` knows them. A table, because engines know different versions of Unicode, and ids
 * must be those of the package everywhere. Each class is found by asking the package about every code point.
 */
import {writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {Tokenizer, bertPreTokenizer} from "tokenizers";
import {root} from "./root.js";

const LAST = 0x10ffff;
const WIDTH = 100;
const CHUNK = 4096;

const surrogate = (codePoint: number): boolean => codePoint >= 0xd800 && codePoint < 0xe000;

/** All code points that a text can hold, some thousand at a time. */
function chunks(): readonly (readonly number[])[] {
  const all = Array.from({length: LAST + 1}, (_, codePoint) => codePoint).filter((codePoint) => !surrogate(codePoint));
  return Array.from({length: Math.ceil(all.length / CHUNK)}, (_, i) => all.slice(i * CHUNK, (i + 1) * CHUNK));
}

const file = (preTokenizer: object | null, added: readonly object[] = []): string =>
  JSON.stringify({
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: added,
    normalizer: null,
    pre_tokenizer: preTokenizer,
    post_processor: null,
    decoder: null,
    model: {type: "WordLevel", vocab: {"?": 0}, unk_token: "?"}
  });

/** The code points that one of the package's regular expressions matches: what is left when all others are removed. */
export function matching(pattern: string): ReadonlySet<number> {
  const split = {type: "Split", pattern: {Regex: `[^${pattern}]`}, behavior: "Removed", invert: false};
  const splitter = Tokenizer.fromString(file(split)).getPreTokenizer()!;
  const left = new Set<number>();
  for (const chunk of chunks())
    for (const [piece] of splitter.preTokenizeString(String.fromCodePoint(...chunk)))
      for (const character of piece) left.add(character.codePointAt(0)!);
  return left;
}

/** The code points that BERT's pre-tokenizer stands alone. */
function punctuation(): ReadonlySet<number> {
  const bert = bertPreTokenizer();
  const alone = new Set<number>();
  for (const chunk of chunks())
    for (const [piece] of bert.preTokenizeString(chunk.map((c) => `a${String.fromCodePoint(c)}a`).join(" ")))
      if (piece !== "a" && Array.from(piece).length === 1) alone.add(piece.codePointAt(0)!);
  return alone;
}

/** The code points that keep an added token of a single word from being one. */
async function inWords(): Promise<ReadonlySet<number>> {
  const mark = {
    id: 1,
    content: "@@",
    single_word: true,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true
  };
  const tokenizer = Tokenizer.fromString(file(null, [mark]));
  const found = new Set<number>();
  for (const chunk of chunks()) {
    const texts = chunk.map((codePoint) => `${String.fromCodePoint(codePoint)}@@`);
    for (const [i, encoding] of (await tokenizer.encodeBatch(texts, {addSpecialTokens: false})).entries())
      if (!encoding.getIds().includes(1)) found.add(chunk[i]!);
  }
  return found;
}

/** For each code point a number: 0 other, 1 space, 2 Lu Lt, 3 Ll, 4 Lm Lo, 5 M, 6 N; + 8 punctuation, + 16 in words. */
async function classes(): Promise<Uint8Array> {
  const table = new Uint8Array(LAST + 1);
  const kinds = ["\\s", "\\p{Lu}\\p{Lt}", "\\p{Ll}", "\\p{Lm}\\p{Lo}", "\\p{M}", "\\p{N}"];
  for (const [i, kind] of kinds.entries()) for (const codePoint of matching(kind)) table[codePoint]! += i + 1;
  for (const codePoint of punctuation()) table[codePoint]! += 8;
  for (const codePoint of await inWords()) table[codePoint]! += 16;
  return table;
}

/** Each stretch of one class: its class as a letter, `A` for 0, then its length in base 36, without it for 1. */
function stretches(table: Uint8Array): readonly string[] {
  const found: string[] = [];
  for (let start = 0, end = 0; start <= LAST; start = end) {
    while (end <= LAST && table[end] === table[start]) end++;
    found.push(String.fromCharCode(65 + table[start]!) + (end - start === 1 ? "" : (end - start).toString(36)));
  }
  return found;
}

/** The text of lib/tokenizers/characterRanges.ts. */
async function rangesModule(): Promise<string> {
  const {version} = createRequire(import.meta.url)("tokenizers/package.json") as {readonly version: string};
  const lines: string[] = [];
  for (const stretch of stretches(await classes())) {
    const line = lines.at(-1);
    if (line === undefined || line.length + stretch.length > WIDTH) lines.push(stretch);
    else lines[lines.length - 1] = line + stretch;
  }
  return `// Written by \`npm run character-ranges\`: edit nothing here.

/** The version of Unicode that the classes are of: that of the Rust package \`tokenizers\` ${version}. */
export const tokenizerUnicodeVersion = "16.0";

/**
 * Stretches of code points from 0 on: a capital, its class from A on (0 other, 1 space, 2 Lu Lt, 3 Ll, 4 Lm Lo, 5 M, 6 N;
 * 8 more for BERT’s punctuation, 16 more inside of words), then its length in base 36, where it is not 1.
 */
export const characterRanges =
${lines.map((line) => `  "${line}"`).join(" +\n")};
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  writeFileSync(join(root, "lib/tokenizers/characterRanges.ts"), await rangesModule());
