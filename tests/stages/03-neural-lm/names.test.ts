import {describe, expect, it} from "vitest";
import {chain, generate, hash, key, temperature, timeline, topK} from "../../../lib/index.js";
import {countNgrams, informationOf, smoothing} from "../../../lib/stages/01-markov/index.js";
import {
  bengio,
  generationFrom,
  neuralBigram,
  sampleFrom,
  type BengioConfig
} from "../../../lib/stages/03-neural-lm/index.js";
import * as t from "../../../lib/tensor.js";
import {excerpt} from "../../../tools/corpora.js";

const names = excerpt("names").text.split("\n").slice(0, 2000).join("\n");
const config: BengioConfig = {corpus: names, documents: true, context: 3, width: 8, hidden: [64], learningRate: 0.01};

describe("windows of three tiny names", () => {
  const tiny: BengioConfig = {corpus: "ab\nb\ncab", documents: true, context: 3, batchSize: 200};
  const opened = bengio(tiny);
  const {tokens} = opened.tokenizer.vocabulary;
  const spell = (id: number): string => (tokens[id] === "\n" ? "." : tokens[id] === "<s>" ? "^" : tokens[id]!);

  it("never reach into another name, and have each of its letters and its end to predict", () => {
    const {contexts, next} = opened.data(0);
    const seen = new Set(
      Array.from(next.data, (id, row) => {
        const before = Array.from({length: 3}, (_, i) => spell(contexts.data[3 * row + i]!)).join("");
        return `${before}→${spell(id)}`;
      })
    );
    const byHand: Record<string, readonly string[]> = {
      ab: ["^^^→a", "^^a→b", "^ab→."],
      b: ["^^^→b", "^^b→."],
      cab: ["^^^→c", "^^c→a", "^ca→b", "cab→."]
    };
    const learned = opened.texts.train.split("\n").slice(0, -1);
    expect(learned.length).toBe(2);
    expect([...seen].sort()).toEqual([...new Set(learned.flatMap((name) => byHand[name]!))].sort());
  });

  it("count a name’s letters and its end, which is one character and one byte", () => {
    const {model, held, texts, informationOf: known, parts} = opened;
    const {params} = model();
    const all = known(params, parts.held());
    const letters = texts.held.length; // with the line break
    expect(held.length).toBe(letters);
    expect(all.bitsPerCharacter).toBeCloseTo(all.totalNats / Math.LN2 / letters, 12);
    expect(all.bitsPerByte).toBe(all.bitsPerCharacter);
  });
});

describe("a model of names", () => {
  const opened = bengio(config);
  const path = timeline(bengio, config);
  const trained = path.at(600);

  it("starts near ln V", () => {
    const size = opened.tokenizer.vocabulary.tokens.length;
    expect(Math.abs(path.at(0).metrics.batchLoss - Math.log(size))).toBeLessThan(0.1);
  });

  it("knows names that it has not seen better than counted pairs of letters do", () => {
    const {train, tokenizer, parts, held} = opened;
    const counts = countNgrams([{ids: train}], {order: 1, vocabSize: tokenizer.vocabulary.tokens.length});
    const counted = informationOf(
      smoothing({method: "kneser-ney"})(counts),
      parts.held(0, Math.min(2000, held.length))
    );
    expect(trained.metrics.validationBitsPerCharacter).toBeLessThan(counted.bitsPerCharacter - 0.05);
  });

  it("may be a neural bigram, to which all first letters are as likely at the start", () => {
    const {model, logits, documents} = neuralBigram({corpus: names, documents: true});
    const begin = t.tensor([[documents!.begin]], "int32");
    expect(new Set(Array.from(logits(model().params, begin).data))).toEqual(new Set([0]));
  });

  it("writes the same names by the same key, each without its end, and others by another", () => {
    const rule = chain(temperature(0.8), topK(20));
    const write = (seed: number): string => sampleFrom(opened, trained.state.params, {key: key(seed), rule});
    const written = Array.from({length: 20}, (_, seed) => write(seed));
    expect(Array.from({length: 20}, (_, seed) => write(seed))).toEqual(written);
    expect(new Set(written).size).toBeGreaterThan(10);
    for (const name of written) expect(name).toMatch(/^[^\n�]*$/);
    const text = write(1);
    const stop = text.slice(1, 3);
    const stopped = (stops: readonly string[]): string =>
      sampleFrom(opened, trained.state.params, {key: key(1), rule, stop: stops});
    expect([stopped([stop]), stopped([])]).toEqual([text.slice(0, text.indexOf(stop)), text]);
    expect(sampleFrom(opened, trained.state.params, {key: key(1), rule, prompt: "Mar"})).toMatch(/^Mar/);
    expect(sampleFrom(opened, trained.state.params, {key: key(1), length: 1}).length).toBeLessThanOrEqual(1);
  });

  it("ends at the end of a name when it is written choice by choice", () => {
    const choices = [...generate(generationFrom(opened, trained.state.params, {key: key(3)}))];
    const ends = choices.map(({token}) => token === opened.documents!.end);
    expect(ends.at(-1)).toBe(true);
    expect(ends.slice(0, -1)).not.toContain(true);
  });

  it("predicts after a name so far what it predicts along a text", () => {
    const {train, documents, predict, logits} = opened;
    const first = train.indexOf(documents!.end) + 1;
    const [a, b] = [train[first]!, train[first + 1]!];
    const row = logits(trained.state.params, t.tensor([[documents!.begin, a, b]], "int32"));
    const predicted = predict(trained.state.params);
    expect(Array.from(predicted([a, b]))).toEqual(Array.from(row.data));
    expect(Array.from(predicted(train.subarray(0, first + 2)))).toEqual(Array.from(row.data));
  });

  it("is the same to the bit after a fork of nothing, and refuses a switch that is neither on nor off", () => {
    expect(hash(path.fork(10, {}).at(20).state)).toBe(hash(path.at(20).state));
    expect(() => bengio({...config, documents: "yes" as never})).toThrow(/documents: must be true or false/);
  });
});

it("a model of one long text writes on from its prompt", () => {
  const counting = "one two three four five ";
  const settings = {corpus: counting.repeat(40), context: 4, width: 4, hidden: [16], learningRate: 0.03};
  const {params} = timeline(bengio, settings).at(200).state;
  const options = {key: key(1), length: 30, prompt: "one two", rule: temperature(0)};
  expect(sampleFrom(bengio(settings), params, options)).toBe(counting.repeat(2).slice(0, 37));
});

it("a step whose numbers are no longer finite says which, and where they came from", () => {
  const opened = bengio({...config, learningRate: 1});
  const state = opened.model();
  const layer = state.params.layers[0]!;
  const broken = {...layer, weight: t.full(layer.weight.shape, NaN)};
  const params = {...state.params, layers: [broken, ...state.params.layers.slice(1)]};
  expect(() => opened.step({...state, step: 7, params}, opened.data(7))).toThrow(
    expect.objectContaining({name: "NaNError", step: 7, param: "layers.0.weight"})
  );
});
