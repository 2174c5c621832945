import {Tokenizer as Rust} from "tokenizers";
import {describe, expect, it} from "vitest";
import {LibraryError} from "../../lib/core/errors.js";
import {fold, key} from "../../lib/core/random/key.js";
import {bits} from "../../lib/core/random/uniform.js";
import {
  bpeTokenizer,
  readTokenizerJson,
  trainBpe,
  trainUnigram,
  trainWordPiece,
  unigramTokenizer,
  wordPieceTokenizer,
  writeTokenizerJson
} from "../../lib/tokenizers.js";
import {novel} from "./samples.js";

const MUTANTS = 10_000;
const text = novel.slice(0, 6000);
const added = {singleWord: true, leftStrip: true};
const bpe = trainBpe(text, {size: 280, special: ["<s>", "the"]});
const files = [
  bpeTokenizer({...bpe, added: [{token: "<s>", ...added}, {token: "the"}]}),
  bpeTokenizer(trainBpe(text, {size: 264, split: "cl100k"})),
  wordPieceTokenizer(trainWordPiece(text, {size: 90, special: ["[CLS]"]})),
  unigramTokenizer(trainUnigram(text, {size: 70, special: ["<s>"]}))
].map((tokenizer) => JSON.stringify(JSON.parse(writeTokenizerJson(tokenizer)["tokenizer.json"])));

const atoms = [
  "null",
  "true",
  "false",
  "0",
  "-1",
  "1.5",
  "7",
  '"7"',
  "4294967296",
  "1e999",
  '""',
  '" "',
  '"a"',
  "[]",
  "{}"
];
const samples = ["the whale, it's <s> the  sea\n 12345 \u00E9\u4E2D", "<s><s>the thethe lower  ", "zzz\u{1F600} a"];

/** One change of a file, drawn from a key: of its text, or of one of its values. */
function mutant(n: number): string {
  const from = fold(key(77), n);
  const draw = (i: number, count: number): number => bits(from, i) % count;
  const file = files[draw(0, files.length)]!;
  const tokens = Array.from(file.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.e+-]*|true|false|null/g));
  // most of a file is its vocabulary: half of the changes are made to what stands around it
  const around = tokens.filter(({index}) => index < 900 || index > file.length - 300);
  const list = draw(1, 2) === 0 ? around : tokens;
  const [{0: token, index}, {0: other}] = [list[draw(2, list.length)]!, list[draw(3, list.length)]!];
  const put = (value: string): string => file.slice(0, index) + value + file.slice(index + token.length);
  switch (draw(4, 7)) {
    case 0:
      return put(atoms[draw(5, atoms.length)]!);
    case 1:
      return put(other);
    case 2:
      return put(`${token},${token}`);
    case 3:
      return file.slice(0, index) + file.slice(index + token.length + 1);
    case 4:
      return file.slice(0, index);
    case 5:
      return put(token.startsWith('"') ? `${token.slice(0, -1)}x"` : `${token}1`);
    default: {
      const unit = draw(5, file.length);
      return file.slice(0, unit) + '{}[]":,\\ax0'[draw(6, 12)] + file.slice(unit + draw(7, 2));
    }
  }
}

describe("ten thousand files with a fault", () => {
  it("are refused in words, or are read as the Rust package reads them", async () => {
    let [read, refused] = [0, 0];
    for (let n = 0; n < MUTANTS; n++) {
      const file = mutant(n);
      let tokenizer;
      try {
        tokenizer = readTokenizerJson(file);
      } catch (error) {
        expect(error, `mutant ${n}`).toBeInstanceOf(LibraryError);
        expect((error as Error).message, `mutant ${n}`).toMatch(/^\w+: .+/);
        refused++;
        continue;
      }
      read++;
      const rust = Rust.fromString(file);
      for (const sample of samples) {
        let ids;
        try {
          ids = Array.from(tokenizer.encode(sample));
        } catch (error) {
          expect(error, `mutant ${n}`).toBeInstanceOf(LibraryError); // a byte without a token, which Rust drops
          continue;
        }
        expect(ids, `mutant ${n}: ${sample}`).toEqual(
          (await rust.encode(sample, null, {addSpecialTokens: false})).getIds()
        );
      }
    }
    expect(read).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(5000);
  });
});
