import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {key} from "../../lib/core/random/key.js";
import {heldOut} from "../../lib/text/heldOut.js";
import {
  bpeFromRanks,
  bpeTokenizer,
  byteSymbols,
  bytesOfToken,
  decoderStart,
  streamingDecoder,
  tokenOfBytes,
  trainBpe,
  type BpeModel
} from "../../lib/tokenizers.js";
import {sortedByteSymbols} from "../../lib/tokenizers/byteAlphabet.js";
import {mergeByHeap, mergeSymbols, rankRoom} from "../../lib/tokenizers/mergeSymbols.js";
import {findPair, pairTable, putPair, type PairTable} from "../../lib/tokenizers/pairTable.js";
import {anyText, novel, wellFormed} from "./samples.js";

const learned = trainBpe(novel.slice(0, 60_000), {size: 700, special: ["<|endoftext|>"]});
const tokenizer = bpeTokenizer(learned);
const plain = trainBpe(novel.slice(0, 20_000), {size: 300});

describe("byte-level BPE", () => {
  it.each(["gpt2", "cl100k", "o200k", "none"] as const)("gives back every text, cut as %s does", (split) => {
    const cut = bpeTokenizer({...learned, split});
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cut.decode(cut.encode(text))).toBe(wellFormed(text));
      })
    );
  });

  it("says where each token ends, without going back, the last at the text's end", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [ids, ends] = [tokenizer.encode(text), tokenizer.ends(text)];
        expect(ends.length).toBe(ids.length);
        expect(ends.at(-1) ?? 0).toBe(text.length);
        expect([...ends]).toEqual([...ends].sort((a, b) => a - b));
        ends.forEach((end, i) => {
          const before = tokenizer.decode(ids.subarray(0, i + 1));
          expect(before.startsWith(wellFormed(text.slice(0, end)))).toBe(true);
        });
      })
    );
  });

  it("gives the same ids to the first text and to the thousandth, whatever it met between", () => {
    const used = bpeTokenizer(learned);
    const many = Array.from({length: 70_000}, (_, i) => ` ${i.toString(36)}`).join("");
    const sample = novel.slice(0, 3000);
    used.encode(many);
    expect(used.encode(sample)).toEqual(bpeTokenizer(learned).encode(sample));
    expect(used.decode(used.encode(many))).toBe(many);
  });

  it("works wherever tokenizers do: a text can be held out with it", () => {
    const text = novel.slice(0, 20_000);
    const {tokenizer, train, held, texts, parts} = heldOut(text, {
      tokens: (train) => bpeTokenizer(trainBpe(train, {size: 400}))
    });
    expect(tokenizer.decode(train)).toBe(texts.train);
    expect(tokenizer.decode(held)).toBe(texts.held);
    expect(parts.held().characters).toBe(Array.from(texts.held).length);
  });

  it("finds special tokens in a text, and spells them", () => {
    const end = tokenizer.vocabulary.tokens.indexOf("<|endoftext|>");
    expect(Array.from(tokenizer.encode("a<|endoftext|>")).at(-1)).toBe(end);
    expect(tokenizer.decode([end])).toBe("<|endoftext|>");
    const silent = bpeTokenizer({...learned, end: "<|endoftext|>"});
    expect(silent.vocabulary.end).toBe(end);
    expect(silent.decode([end])).toBe("");
  });

  it("gives one U+FFFD for each character that is cut, and keeps the others", () => {
    const ids = [...new TextEncoder().encode("é😀")].map((byte) =>
      tokenizer.vocabulary.tokens.indexOf(byteSymbols[byte]!)
    );
    expect(tokenizer.decode(ids)).toBe("é😀");
    expect(tokenizer.decode([...ids.slice(0, 1), ...ids.slice(2)])).toBe("\uFFFD😀");
    expect(tokenizer.decode(ids.slice(0, 4))).toBe("é\uFFFD");
    const mark = [0xef, 0xbb, 0xbf].map((byte) => tokenizer.vocabulary.tokens.indexOf(byteSymbols[byte]!));
    expect(tokenizer.decode(mark)).toBe("\uFEFF");
  });

  it("refuses a character that no token spells, and says where, but for an unknown token", () => {
    const without = (symbol: string): BpeModel => ({
      kind: "bpe",
      tokens: sortedByteSymbols.filter((token) => token !== symbol),
      merges: [],
      split: "gpt2"
    });
    const lacking = without("z");
    expect(() => bpeTokenizer(lacking).encode("a\nlazy")).toThrow(/U\+007A "z"[\s\S]*line 2, column 3/);
    const twice = bpeTokenizer(lacking);
    for (let i = 0; i < 3; i++) expect(() => twice.encode("lazy")).toThrow(/"z"/); // nothing is remembered of a refusal
    expect(twice.encode("lay").length).toBe(3);
    // the second byte of é is absent, its first is not
    expect(() => bpeTokenizer(without(byteSymbols[0xa9]!)).encode("aé")).toThrow(/U\+00E9 "é"[\s\S]*column 2/);
    const unknown = bpeTokenizer({...lacking, tokens: [...lacking.tokens, "<unk>"], unknown: "<unk>"});
    expect(unknown.decode(unknown.encode("lazy"))).toBe("la\uFFFDy");
    expect([...unknown.ends("lazy")]).toEqual([1, 2, 3, 4]);
  });

  it.each<[string, Partial<BpeModel>, RegExp]>([
    ["a merge of what is no token", {merges: [["a", "qq"]]}, /both parts of a merge/],
    [
      "a merge that stands there twice",
      {
        merges: [
          ["e", "r"],
          ["e", "r"]
        ],
        tokens: [...sortedByteSymbols, "er"]
      },
      /once/
    ],
    ["a token that stands there twice", {tokens: [...sortedByteSymbols, "a"], merges: []}, /appears once/],
    ["half a surrogate pair", {tokens: [...sortedByteSymbols, "\uD800"], merges: []}, /half a surrogate pair/],
    ["an added token that is none", {added: [{token: "<x>"}]}, /is one of the tokens/],
    ["an empty added token", {added: [{token: ""}]}, /at least one character/],
    ["a split that is none", {split: "gpt3" as "gpt2"}, /did you mean gpt2/],
    ["a field that is none", {splits: "gpt2"} as object, /did you mean split/]
  ])("refuses %s", (_, change, message) => {
    expect(() => bpeTokenizer({...plain, ...change})).toThrow(message);
  });

  it("reads a vocabulary of ranks: neighbors merge that are a token together, the smallest id first", () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const ranks = [
      ...Array.from({length: 256}, (_, byte) => Uint8Array.of(byte)),
      ...["bc", "ab", "abc", "ca"].map(bytes)
    ];
    const {encode} = bpeTokenizer(bpeFromRanks(ranks, "gpt2"));
    expect([...encode("abc")]).toEqual([258]);
    expect([...encode("abcab")]).toEqual([258, 257]);
    expect([...encode("cab")]).toEqual([99, 257]);
    expect(() => bpeFromRanks([new Uint8Array(0)], "gpt2")).toThrow(/at least one byte/);
  });

  it("draws other ids with dropout: at 0 the same, at 1 bytes, and always of the same text", () => {
    const text = "the whale and the sea";
    const sample = (dropout: number, seed = 1) => tokenizer.sample(text, {key: key(seed), dropout});
    expect(sample(0)).toEqual(tokenizer.encode(text));
    expect(sample(1).length).toBe(text.length);
    expect(sample(0.5)).toEqual(sample(0.5));
    expect(new Set(Array.from({length: 20}, (_, seed) => sample(0.5, seed).join(" "))).size).toBeGreaterThan(5);
    for (let seed = 0; seed < 20; seed++) expect(tokenizer.decode(sample(0.3, seed))).toBe(text);
    expect(() => sample(1.5)).toThrow(/from 0 to 1/);
  });

  it("spells bytes one to one", () => {
    expect(new Set(byteSymbols).size).toBe(256);
    expect(byteSymbols[0x20]).toBe("Ġ");
    const bytes = Uint8Array.from({length: 256}, (_, i) => i);
    expect(bytesOfToken(tokenOfBytes(bytes))).toEqual(bytes);
    expect(bytesOfToken("a b")).toBeUndefined();
  });
});

describe("merging", () => {
  /** A table of merges of few symbols, at random. */
  const merges = fc
    .uniqueArray(fc.tuple(fc.nat(7), fc.nat(7)), {maxLength: 14, selector: (pair) => pair.join()})
    .map((pairs) => {
      const table = pairTable(pairs.length);
      pairs.forEach(([a, b], rank) => putPair(table, ~findPair(table, a, b), a, b, rank, (rank % 5) + 3));
      return table;
    });

  it("by a heap gives what looking at all pairs gives", () => {
    fc.assert(
      fc.property(merges, fc.array(fc.nat(7), {minLength: 2, maxLength: 40}), (table, symbols) => {
        const [a, b] = [Int32Array.from(symbols), Int32Array.from(symbols)];
        const short = a.subarray(0, mergeSymbols(table, a, a.length, rankRoom()));
        expect(b.subarray(0, mergeByHeap(table, b, b.length))).toEqual(short);
      }),
      {numRuns: 500}
    );
  });

  it("looks up pairs in proportion to a piece's length, however long it is", () => {
    const real = pairTable(20);
    // aa, then aaaa, then …: what makes naive merging quadratic
    for (let id = 0; id < 16; id++) putPair(real, ~findPair(real, id, id), id, id, id, id + 1);
    const lookups = (n: number): number => {
      let count = 0;
      const table: PairTable = {
        mask: real.mask,
        get slots() {
          count++;
          return real.slots;
        }
      };
      mergeSymbols(table, new Int32Array(n), n, rankRoom());
      return count;
    };
    expect(lookups(200_000) / lookups(100_000)).toBeLessThan(2.05);
    expect(lookups(100_000)).toBeLessThan(100_000 * 8);
  });
});

describe("decoding a stream", () => {
  const stream = streamingDecoder(tokenizer);

  it("gives the text of all ids, whatever parts they come in", () => {
    const size = tokenizer.vocabulary.tokens.length;
    fc.assert(
      fc.property(
        fc.oneof(
          anyText.map((text) => Array.from(tokenizer.encode(text))),
          fc.array(fc.nat(size - 1), {maxLength: 30})
        ),
        fc.array(fc.nat(4), {maxLength: 40}),
        (ids, cuts) => {
          let [state, at, text] = [decoderStart, 0, ""];
          for (const n of [...cuts, ids.length]) {
            const {text: more, state: next} = stream.next(state, ids.slice(at, at + n));
            at += n;
            state = next;
            text += more;
          }
          expect(text + stream.end(state)).toBe(tokenizer.decode(ids));
        }
      ),
      {numRuns: 400}
    );
  });

  it("holds back what may yet become a character, and nothing else", () => {
    const ids = [...new TextEncoder().encode("a😀")].map((byte) =>
      tokenizer.vocabulary.tokens.indexOf(byteSymbols[byte]!)
    );
    let state = decoderStart;
    const texts = ids.map((id) => {
      const {text, state: next} = stream.next(state, [id]);
      state = next;
      return text;
    });
    expect(texts).toEqual(["a", "", "", "", "😀"]);
    expect(stream.next(stream.next(decoderStart, ids.slice(1, 3)).state, [ids[0]!]).text).toBe("\uFFFDa");
  });

  it("changes no state that it is given, so that a stream can go two ways", () => {
    const {state} = stream.next(decoderStart, tokenizer.encode("é").subarray(0, 1));
    const kept = structuredClone(state);
    stream.next(state, tokenizer.encode("x"));
    expect(state).toEqual(kept);
  });
});
