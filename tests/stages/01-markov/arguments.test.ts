import {describe, expect, it} from "vitest";
import {ConfigError} from "../../../lib/core/errors.js";
import {characterTokenizer} from "../../../lib/text/characters.js";
import {encodeDocuments} from "../../../lib/text/documents.js";
import {tokenParts} from "../../../lib/text/tokenParts.js";
import {heldOut} from "../../../lib/text/heldOut.js";
import {wordTokenizer} from "../../../lib/text/words.js";
import {
  contextsOfLength,
  countNgrams,
  distribution,
  informationOf,
  katz,
  kneserNey,
  absoluteDiscounting,
  ngramsOfLength,
  score
} from "../../../lib/stages/01-markov/index.js";
import {addK} from "../../../lib/stages/01-markov/smoothing/addK.js";

const model = countNgrams([{ids: [0, 1, 2, 0, 1]}], {order: 1, vocabSize: 3});

describe("a begin id", () => {
  const tokenizer = characterTokenizer("ab", {begin: "<s>", end: "</s>"});
  const {begin, tokens} = tokenizer.vocabulary;
  const shape = {order: 2, vocabSize: tokens.length, begin: begin!};

  it("is refused where it would be counted, and the message says what to do", () => {
    const ids = encodeDocuments(tokenizer, ["ab", "b"]);
    expect(() => countNgrams([{ids}], shape)).toThrow(/position +0[^]*\{ids, from: 1\}/);
    expect(() => countNgrams([{ids, from: 1}], shape)).toThrow(/position +4/);
    expect(() => countNgrams([{ids, from: 1}], shape)).toThrow(ConfigError);
  });

  it("is welcome before what is counted", () => {
    const sequences = ["ab", "b"].map((document) => ({ids: encodeDocuments(tokenizer, [document]), from: 1}));
    const p = distribution(kneserNey()(countNgrams(sequences, shape)), [begin!])!;
    expect(p[begin!]).toBe(0);
  });
});

describe("impossible arguments are refused by name", () => {
  it.each([
    ["a negative id", () => score(addK()(model), [0, -1])],
    ["a fractional id", () => score(addK()(model), [0, 0.5])],
    ["an id of NaN", () => score(addK()(model), [NaN])],
    ["a negative from", () => score(addK()(model), [0, 1], -1)],
    ["a fractional from", () => score(addK()(model), [0, 1], 0.5)],
    ["a fractional kMax", () => katz({kMax: 2.5})],
    ["a kMax beyond reason", () => katz({kMax: 1e9})],
    ["n-grams longer than the model's", () => ngramsOfLength(model, 3)],
    ["n-grams of no tokens", () => ngramsOfLength(model, 0)],
    ["contexts longer than the model's", () => [...contextsOfLength(model, 2)]],
    ["a vocabulary that no memory holds", () => countNgrams([], {order: 1, vocabSize: 2 ** 31 - 1})]
  ])("%s", (_, run) => expect(run).toThrow(ConfigError));

  it("and large ones that are possible do not take forever", () => {
    const before = process.cpuUsage();
    katz({kMax: 10_000})(model);
    const large = countNgrams([{ids: [5, 9, 5, 2 ** 24 - 1, 9]}], {order: 3, vocabSize: 2 ** 24});
    expect(ngramsOfLength(large, 1)).toEqual([
      [5, 2],
      [9, 2],
      [2 ** 24 - 1, 1]
    ]);
    // of this process alone: other work on the machine says nothing of it
    const {user, system} = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1500);
  });
});

describe("what a discount is where nothing occurs twice", () => {
  const pangram = "the quick brown fox jumps over a lazy dog";
  const tokenizer = wordTokenizer(pangram);
  const counts = countNgrams([{ids: tokenizer.encode(pangram)}], {
    order: 1,
    vocabSize: tokenizer.vocabulary.tokens.length
  });
  it.each([
    ["kneserNey", kneserNey()],
    ["absoluteDiscounting", absoluteDiscounting()]
  ])("%s takes ½, and does not forget the text", (_, fit) => {
    const [the, quick] = tokenizer.encode(pangram);
    expect(distribution(fit(counts), [the!])![quick!]).toBeGreaterThan(0.5);
  });
});

describe("a text's measures", () => {
  it("are of the text, not of what unknown tokens decode to", () => {
    const text = `${"ab cd ".repeat(60)}unheard-of elephants`;
    const {tokenizer, train, held, parts, texts} = heldOut(text, {tokens: "words", share: 0.06});
    const predictor = kneserNey()(
      countNgrams([{ids: train}], {order: 1, vocabSize: tokenizer.vocabulary.tokens.length})
    );
    const measures = informationOf(predictor, parts.held());
    const nats = -score(predictor, held).reduce((sum, x) => sum + x, 0);
    expect(measures.bitsPerCharacter).toBeCloseTo(nats / Math.LN2 / texts.held.length, 12);
    expect(tokenizer.decode(held).length).toBeLessThan(texts.held.length);
    expect(informationOf(predictor, tokenParts(tokenizer, texts.held)(1)).totalNats).toBeLessThan(nats);
  });
});

describe("Katz where a context's counts are all large", () => {
  const alternating = countNgrams([{ids: Array.from({length: 40}, (_, i) => i % 2)}], {order: 1, vocabSize: 3});

  it("keeps one sighting for what was not seen, as toolkits do", () => {
    const p = distribution(katz()(alternating), [0])!;
    expect(p[1]).toBeCloseTo(20 / 21, 12);
    expect(p[0]! + p[2]!).toBeCloseTo(1 / 21, 12);
    expect(p[2]).toBeGreaterThan(0);
  });

  it("leaves nothing by the formula alone", () => {
    expect(Array.from(distribution(katz({reserve: false})(alternating), [0])!)).toEqual([0, 1, 0]);
  });
});
