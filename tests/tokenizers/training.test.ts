import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {BPE, Tokenizer, byteLevelPreTokenizer} from "tokenizers";
import {describe, expect, it} from "vitest";
import {
  bpeMerges,
  countPieces,
  countWords,
  pieces,
  trainBpe,
  trainWordPiece,
  wordPieceMerges
} from "../../lib/tokenizers.js";
import {sortedByteSymbols, tokenOfBytes, utf8} from "../../lib/tokenizers/byteAlphabet.js";
import {novel} from "./samples.js";

/** BPE by counting everything anew for each merge. */
function naiveMerges(counts: ReadonlyMap<string, number>, steps: number): readonly string[] {
  const tokens = [...sortedByteSymbols];
  let words = [...counts].map(([piece, count]) => ({symbols: Array.from(tokenOfBytes(utf8(piece))), count}));
  const merges: string[] = [];
  while (merges.length < steps) {
    const pairs = new Map<string, number>();
    for (const {symbols, count} of words)
      for (let i = 1; i < symbols.length; i++) {
        const pair = `${symbols[i - 1]} ${symbols[i]}`;
        pairs.set(pair, (pairs.get(pair) ?? 0) + count);
      }
    const idsOf = (pair: string): readonly number[] => pair.split(" ").map((token) => tokens.indexOf(token));
    const best = [...pairs].sort(([a, m], [b, n]) => {
      const [[a1, a2], [b1, b2]] = [idsOf(a), idsOf(b)];
      return n - m || a1! - b1! || a2! - b2!;
    })[0];
    if (best === undefined || best[1] < 1) return merges;
    const [left, right] = best[0].split(" ") as [string, string];
    merges.push(`${left} ${right} ${best[1]}`);
    if (!tokens.includes(left + right)) tokens.push(left + right);
    words = words.map(({symbols, count}) => {
      const merged: string[] = [];
      for (let i = 0; i < symbols.length; i++)
        merged.push(symbols[i] === left && symbols[i + 1] === right ? left + symbols[++i]! : symbols[i]!);
      return {symbols: merged, count};
    });
  }
  return merges;
}

const shown = (merges: ReturnType<typeof bpeMerges>): readonly string[] =>
  merges.map(({left, right, count}) => `${left} ${right} ${count}`);

describe("learning byte-level BPE", () => {
  it("gives the merges and counts that counting everything anew gives", () => {
    const piece = fc.string({unit: fc.constantFrom("a", "b", "c", " ", "é"), minLength: 1, maxLength: 12});
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.integer({min: 1, max: 4})), {maxLength: 8}), (list) => {
        const counts = new Map(list);
        expect(shown(bpeMerges(counts, 25))).toEqual(naiveMerges(counts, 25));
      }),
      {numRuns: 300}
    );
  });

  it("gives all the merges of the Rust package on Moby Dick, in its order", () => {
    const folder = mkdtempSync(join(tmpdir(), "merges-"));
    writeFileSync(join(folder, "text"), novel);
    const rust = new Tokenizer(BPE.empty());
    rust.setPreTokenizer(byteLevelPreTokenizer(false, true));
    rust.train([join(folder, "text")]);
    rust.save(join(folder, "file"));
    const file = JSON.parse(readFileSync(join(folder, "file"), "utf8")) as {
      readonly model: {readonly merges: readonly (readonly [string, string])[]};
    };
    rmSync(folder, {recursive: true});
    const lines = novel.match(/[^\n]*\n|[^\n]+$/g)!; // it reads files line by line
    const ours = bpeMerges(countPieces(lines, "gpt2"), file.model.merges.length);
    expect(ours.length).toBeGreaterThan(20_000);
    expect(ours.map(({left, right}) => `${left} ${right}`)).toEqual(file.model.merges.map((pair) => pair.join(" ")));
  });

  it("does not depend on the order of texts", () => {
    const texts = novel.slice(0, 40_000).split("\n");
    const model = trainBpe(texts, {size: 500});
    expect(trainBpe([...texts].reverse(), {size: 500})).toEqual(model);
    expect(model.tokens.length).toBe(500);
  });

  it("goes step by step, from the commonest pair down, as long as pairs are common enough", () => {
    const counts = countPieces("low low low lower lowest", "gpt2");
    const steps = bpeMerges(counts, 100);
    expect(steps[0]).toEqual({left: "l", right: "o", token: "lo", count: 5});
    expect(bpeMerges(counts, 3)).toEqual(steps.slice(0, 3));
    expect(bpeMerges(counts, 100, {minCount: 4}).every(({count}) => count >= 4)).toBe(true);
    steps.slice(1).forEach(({count}, i) => expect(count).toBeLessThanOrEqual(steps[i]!.count));
  });

  it("counts pieces as they are cut", () => {
    const text = novel.slice(0, 5000);
    const counts = new Map<string, number>();
    for (const piece of pieces(text, "gpt2")) counts.set(piece, (counts.get(piece) ?? 0) + 1);
    expect(countPieces(text, "gpt2")).toEqual(counts);
    expect(countPieces([text, text], "gpt2").get(" the")).toBe(2 * counts.get(" the")!);
  });

  it("puts special tokens first, and refuses those that cannot be", () => {
    expect(trainBpe("aaa", {size: 260, special: ["<s>", "</s>"]}).tokens.slice(0, 2)).toEqual(["<s>", "</s>"]);
    expect(() => trainBpe("aaa", {size: 260, special: ["a"]})).toThrow(/no byte’s symbol/);
    expect(() => trainBpe("aaa", {size: 255})).toThrow(/at least 256/);
    expect(() => bpeMerges(new Map([["a", 0.5]]), 1)).toThrow(/whole number of times/);
  });
});

describe("learning WordPiece", () => {
  it("merges what chance does not bring together, or what is common", () => {
    const counts = new Map([
      ["hugs", 5],
      ["hug", 10],
      ["pug", 5],
      ["pun", 12],
      ["bun", 4]
    ]);
    const first = (method: "frequency" | "likelihood") =>
      wordPieceMerges(counts, {size: 30, method}).merges.map(({token}) => token)[0];
    expect(first("frequency")).toBe("##ug");
    expect(first("likelihood")).toBe("##gs");
  });

  it("is reproducible, whatever the order of texts", () => {
    const texts = novel.slice(0, 30_000).split("\n");
    const model = trainWordPiece(texts, {size: 400, special: ["[CLS]"]});
    expect(trainWordPiece([...texts].reverse(), {size: 400, special: ["[CLS]"]})).toEqual(model);
    expect(model.tokens.slice(0, 2)).toEqual(["[UNK]", "[CLS]"]);
    expect(model.tokens.length).toBe(400);
  });

  it("counts words, with a mark before each if there is one", () => {
    expect(countWords("a b, a", "whitespace")).toEqual(
      new Map([
        ["a", 2],
        ["b,", 1]
      ])
    );
    expect(countWords("a b, a", "bert")).toEqual(
      new Map([
        ["a", 2],
        ["b", 1],
        [",", 1]
      ])
    );
    expect(countWords("a", "whitespace", {mark: "▁"})).toEqual(new Map([["▁a", 1]]));
  });
});
