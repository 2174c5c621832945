import {describe, expect, it} from "vitest";
import {hash} from "../../../lib/core/hash.js";
import {timeline} from "../../../lib/reactive/timeline.js";
import {countNgrams} from "../../../lib/stages/01-markov/countNgrams.js";
import {markov} from "../../../lib/stages/01-markov/markov.js";
import type {MarkovConfig} from "../../../lib/stages/01-markov/markovConfig.js";
import {summary} from "../../../lib/stages/01-markov/summary.js";

const lines = ["the whale and the sea", "a sailor sees the whale", "call the sea a whale", "the ship sails and sails"];
const corpus = Array.from({length: 200}, (_, i) => lines[(i * i + (i >> 2)) % 4]!).join("\n");
const config: MarkovConfig = {corpus, order: 3, batchSize: 500};

describe("the stage", () => {
  it("after n steps has counted the first n batches, as one would count them at once", () => {
    const {train, tokenizer} = markov(config);
    const run = timeline(markov, config);
    for (const n of [3, 0, 7, 1]) {
      const shape = {order: 3, vocabSize: tokenizer.vocabulary.tokens.length};
      expect(hash(run.at(n).state)).toBe(hash(countNgrams([{ids: train.subarray(0, n * 500)}], shape)));
    }
  });

  it("begins with the ignorance of a uniform guess: log₂ V bits", () => {
    const {tokenizer} = markov(config);
    const {validationBitsPerCharacter} = timeline(markov, config).at(0).metrics;
    expect(validationBitsPerCharacter).toBeCloseTo(Math.log2(tokenizer.vocabulary.tokens.length), 10);
  });

  it("knows more of held-out text the more it has read", () => {
    const bits = timeline(markov, config)
      .history(0)
      .concat([1, 4, 16].map((n) => timeline(markov, config).at(n).metrics));
    const validation = bits.map((m) => m.validationBitsPerCharacter);
    expect(validation).toEqual([...validation].sort((a, b) => b - a));
    expect(validation.at(-1)).toBeLessThan(1.5);
  });

  it("stays as it is once the text is read", () => {
    const run = timeline(markov, config);
    const last = run.at(1000);
    expect(last.state.tokens).toBe(markov(config).train.length);
    expect(last.metrics.batchBitsPerCharacter).toBeNaN();
    expect(run.at(2000).state).toBe(last.state);
  });

  it("forks to another smoothing with the counts it has, and to the same future if nothing changes", () => {
    const run = timeline(markov, config);
    const other = run.fork(4, {smoothing: {method: "add-k", k: 1}});
    expect(other.at(8).state.tokens).toBe(run.at(8).state.tokens);
    expect(other.at(8).metrics.validationBitsPerCharacter).toBeGreaterThan(
      run.at(8).metrics.validationBitsPerCharacter
    );
    expect(run.fork(4, {}).at(9)).toEqual(run.at(9));
  });

  it("reads its text once for a run and for all forks but those to another text or other tokens", () => {
    const run = timeline(markov, config);
    const {train, tokenizer} = run.opened();
    for (const change of [{smoothing: {method: "add-k"}}, {order: 2, batchSize: 7}, {scored: 5}] as const)
      expect(run.fork(2, change).opened().train).toBe(train);
    for (const change of [{corpus: `${corpus}!`}, {tokenizer: "words"}, {validation: 0.2}] as const)
      expect(run.fork(2, change).opened().tokenizer).not.toBe(tokenizer);
    expect(run.fork(1, {order: 2}).fork(2, {scored: 9}).opened().train).toBe(train);
  });

  it("counts words as well as characters", () => {
    const words: MarkovConfig = {...config, tokenizer: "words", order: 1};
    const {metrics, state} = timeline(markov, words).at(20);
    expect(summary(state).vocabSize).toBeLessThan(25);
    expect(metrics.validationBitsPerCharacter).toBeLessThan(1.5);
  });

  it("meets held-out characters it never saw without an error", () => {
    const {metrics} = timeline(markov, {...config, corpus: `${corpus}\nзима`, validation: 0.01}).at(1);
    expect(metrics.validationBitsPerCharacter).toBeLessThan(Infinity);
  });

  it("cuts its text between characters, never through one", () => {
    const {train, held, tokenizer} = markov({corpus: "🐳".repeat(101), validation: 0.5});
    expect(tokenizer.decode(train) + tokenizer.decode(held)).toBe("🐳".repeat(101));
  });
});

describe("a config that cannot be is refused by name", () => {
  const wrong: readonly (readonly [Partial<Record<keyof MarkovConfig | "oder", unknown>>, RegExp])[] = [
    [{oder: 3}, /config.oder[^]*did you mean order/],
    [{corpus: 7}, /config.corpus/],
    [{corpus: ""}, /config.corpus/],
    [{corpus: "a"}, /longer text/],
    [{tokenizer: "word"}, /config.tokenizer[^]*did you mean words/],
    [{order: "3"}, /order/],
    [{order: NaN}, /order/],
    [{smoothing: {method: "stupid-backoff"}}, /do not sum to one/],
    [{batchSize: 0}, /config.batchSize/],
    [{scored: 1.5}, /config.scored/],
    [{validation: 1}, /config.validation/]
  ];
  it.each(wrong)("%j", (change, message) => {
    expect(() => timeline(markov, {...config, ...change} as MarkovConfig).at(0)).toThrow();
    try {
      timeline(markov, {...config, ...change} as MarkovConfig).at(0);
    } catch (error) {
      const texts = [error, (error as Error).cause].map((e) => (e instanceof Error ? e.message : ""));
      expect(texts.join("\n")).toMatch(message);
    }
  });
});
