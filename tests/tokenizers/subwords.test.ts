import {describe, expect, it} from "vitest";
import {timeline} from "../../lib/reactive/timeline.js";
import {sampleFrom, transformerLm, type TransformerLmConfig} from "../../lib/stages/06-transformer/index.js";
import {fold, key} from "../../lib/index.js";
import {excerpt} from "../../tools/corpora.js";

const small = {context: 16, width: 16, layers: 1, heads: 2, batchSize: 8, scored: 300} as const;
const subwords = {...small, tokens: "subwords", vocabSize: 300} as const;
const prose: TransformerLmConfig = {...subwords, corpus: excerpt("opening").text.slice(0, 20_000)};
const names: TransformerLmConfig = {...subwords, corpus: excerpt("names").text.slice(0, 6000), documents: true};

describe("a transformer of subwords", () => {
  it("has so many tokens, and takes fewer of them for a text than it has bytes", () => {
    const {tokenizer, train, texts} = transformerLm(prose);
    expect(tokenizer.vocabulary.tokens.length).toBe(300);
    expect(tokenizer.decode(train)).toBe(texts.train);
    expect(train.length).toBeLessThan(0.8 * texts.train.length);
  });

  it("knows every text: what only the held-out part has, it spells in bytes", () => {
    const {tokenizer, held, texts} = transformerLm({
      ...prose,
      corpus: `${"abc ".repeat(300)}é😀 xyz ${"abc ".repeat(30)}`
    });
    expect(texts.held).toContain("é😀 xyz");
    expect(tokenizer.decode(held)).toBe(texts.held);
  });

  it("learns its merges from the training part alone", () => {
    const {tokenizer} = transformerLm({...prose, corpus: `${"abab cd ".repeat(200)}${"xyxy ".repeat(30)}`});
    expect(tokenizer.vocabulary.tokens).toContain("ab");
    expect(tokenizer.vocabulary.tokens).not.toContain("xy");
  });

  it("is judged by bits per byte that models of other tokens can be compared by", () => {
    const {metrics} = timeline(transformerLm, prose).at(0);
    const {validationBitsPerByte, validationLoss} = metrics;
    const model = transformerLm(prose);
    const part = model.parts.held(0, 300);
    expect(validationBitsPerByte).toBeCloseTo((validationLoss * 300) / Math.LN2 / part.bytes, 9);
    expect(part.bytes).toBeGreaterThan(400);
  });

  it("keeps a begin that no text has, and ends a document with its line break", () => {
    const model = transformerLm(names);
    const {begin, end} = model.documents!;
    expect(model.tokenizer.vocabulary.tokens[begin]).toBe("<s>");
    expect(model.tokenizer.decode([begin, end])).toBe("\n");
    expect(model.tokenizer.encode("<s>").length).toBeGreaterThan(1);
    expect([...model.train]).not.toContain(begin);
    const {params} = timeline(transformerLm, names).at(30).state;
    const written = sampleFrom(model, params, {key: fold(key(1), 1), length: 40});
    expect(written).not.toMatch(/<s>|\n/);
  });

  it("is made anew only if its size or its kind changes", () => {
    const run = timeline(transformerLm, prose);
    run.at(1);
    const fork = (change: Partial<TransformerLmConfig>) => run.fork(1, change).opened().tokenizer;
    expect(fork({learningRate: 0.1})).toBe(run.opened().tokenizer);
    expect(() => run.fork(1, {vocabSize: 310}).at(2)).toThrow();
  });

  it.each([256, 300.5])("refuses a vocabulary of %s", (vocabSize) =>
    expect(() => transformerLm({...prose, vocabSize})).toThrow(/config.vocabSize/)
  );
});
