import {describe, expect, it} from "vitest";
import {hash} from "../../../lib/core/hash.js";
import {key} from "../../../lib/core/random/key.js";
import {timeline} from "../../../lib/reactive/timeline.js";
import {windowStart} from "../../../lib/lm/readingWindow.js";
import {coverOf, documentsOf, windowsOf} from "../../../lib/stages/06-transformer/sequences.js";
import {sampleFrom, transformerLm, type TransformerLmConfig} from "../../../lib/stages/06-transformer/index.js";
import {excerpt} from "../../../tools/corpora.js";

const opening = excerpt("opening").text.slice(0, 6000);
const small = {context: 16, width: 16, layers: 2, heads: 2, batchSize: 8, scored: 300} as const;
const config: TransformerLmConfig = {corpus: opening, ...small};
const names: TransformerLmConfig = {corpus: excerpt("names").text.slice(0, 4000), documents: true, ...small};

describe("a transformer as a language model", () => {
  it("starts near ln V, and learns", () => {
    const run = timeline(transformerLm, config);
    const vocabulary = run.opened().tokenizer.vocabulary.tokens.length;
    const [first, later] = [run.at(0).metrics, run.at(60).metrics];
    expect(Math.abs(first.validationLoss - Math.log(vocabulary))).toBeLessThan(0.1);
    expect(later.validationLoss).toBeLessThan(first.validationLoss - 1);
  });

  it.each([
    ["a long text", config],
    ["names", names]
  ])("of %s goes on after a fork that changes nothing as if there had been none, in bits", (_, of) => {
    const run = timeline(transformerLm, {...of, dropout: 0.1});
    expect(hash(run.fork(3, {}).at(6).state)).toBe(hash(run.at(6).state));
    expect(hash(run.fork(3, {learningRate: 0.01}).at(6).state)).not.toBe(hash(run.at(6).state));
  });

  it("scores each held-out token once, whatever the window", () => {
    const model = transformerLm(config);
    const {params} = model.model();
    const part = model.parts.held(0, 300);
    const {totalNats, crossEntropyNats} = model.informationOf(params, part);
    expect(totalNats / crossEntropyNats).toBeCloseTo(300, 9);
    const covers = coverOf(model, part, 16);
    expect(covers.flatMap(({targets, from}) => Array.from(targets.subarray(from)))).toEqual(Array.from(part.ids));
    covers.forEach(({inputs, targets, from}, i) => {
      expect(inputs.length).toBe(targets.length);
      expect(inputs.length).toBeLessThanOrEqual(16);
      if (i > 0) expect(from).toBe(8);
    });
  });

  it("judges a token in a window as it predicts it", () => {
    const model = transformerLm(config);
    const {params} = timeline(transformerLm, config).at(10).state;
    const part = model.parts.held(0, 12);
    const predict = model.predict(params);
    const nats = Array.from(part.ids, (id, i) => {
      const logits = predict([0, ...part.ids.subarray(0, i)]);
      const total = Math.log(logits.reduce((sum, x) => sum + Math.exp(x), 0));
      return total - logits[id]!;
    });
    const sum = nats.reduce((a, b) => a + b, 0);
    expect(model.informationOf(params, part).totalNats).toBeCloseTo(sum, 3);
  });

  it("of names never looks into another name, and has the end of each to predict", () => {
    const model = transformerLm(names);
    const {inputs, targets} = model.data(0);
    const {begin, end} = model.documents!;
    const [batch, seqLen] = inputs.shape as [number, number];
    for (let row = 0; row < batch; row++) {
      const line = Array.from(inputs.data.slice(row * seqLen, (row + 1) * seqLen));
      const next = Array.from(targets.data.slice(row * seqLen, (row + 1) * seqLen));
      const last = next.indexOf(end);
      expect(line[0]).toBe(begin);
      expect(next.slice(last + 1).every((id) => id === -100)).toBe(true);
      expect(line.slice(1, last + 1)).toEqual(next.slice(0, last));
    }
  });

  it("cuts documents apart, and keeps one that does not end", () => {
    expect(documentsOf({begin: 9, end: 1}, [5, 6, 1, 7, 1, 8]).map((ids) => Array.from(ids))).toEqual([
      [9, 5, 6, 1],
      [9, 7, 1],
      [9, 8]
    ]);
  });

  it("has windows with what follows each of their tokens", () => {
    const {inputs, targets} = windowsOf([10, 11, 12, 13, 14], [0, 2], 3);
    expect(Array.from(inputs.data)).toEqual([10, 11, 12, 12, 13, 14]);
    expect(Array.from(targets.data)).toEqual([11, 12, 13, 13, 14, -100]);
  });

  it("writes the same for the same key, with and without experts", () => {
    for (const experts of [0, 2]) {
      const run = timeline(transformerLm, {...config, experts});
      const {params} = run.at(2).state;
      const [a, b, c] = [1, 1, 2].map((seed) => sampleFrom(run.opened(), params, {key: key(seed), length: 30}));
      expect(a).toBe(b);
      expect(a).not.toBe(c);
    }
  });

  it("writes beyond its context in windows that move by half of it", () => {
    expect([1, 16, 17, 24, 25, 32].map((length) => windowStart(length, 16))).toEqual([0, 0, 8, 8, 16, 16]);
    const model = transformerLm(config);
    const {params} = model.model();
    const long = Array.from({length: 40}, (_, i) => i % 5);
    const [along, at] = [model.predict(params), model.predict(params)];
    for (let n = 1; n <= 40; n++) {
      const logits = along(long.slice(0, n));
      if (n % 13 === 0) logits.forEach((x, i) => expect(x).toBeCloseTo(at(long.slice(windowStart(n, 16), n))[i]!, 5));
    }
  });

  it("refuses a text that is shorter than its window", () => {
    expect(() => transformerLm({corpus: "too short", context: 64})).toThrow("window");
  });
});
