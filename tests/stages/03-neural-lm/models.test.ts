import {describe, expect, it} from "vitest";
import {firstValueFrom, last, take} from "rxjs";
import {hash, run, ticks, timeline} from "../../../lib/index.js";
import {countNgrams, informationOf, smoothing} from "../../../lib/stages/01-markov/index.js";
import {bengio, neuralBigram, OPTIMIZERS, type BengioConfig} from "../../../lib/stages/03-neural-lm/index.js";
import * as t from "../../../lib/tensor.js";
import {excerpt} from "../../../tools/corpora.js";

const corpus = excerpt("opening").text.slice(0, 12_000);
const small: BengioConfig = {corpus, context: 4, width: 8, hidden: [32], batchSize: 32, scored: 500};

describe("the neural bigram", () => {
  it("starts at ln V, and comes to the counted bigram’s perplexity on what it learns", () => {
    const text = "abracadabra, abracadabra: a bad cab. ".repeat(20);
    const config = {corpus: text, batchSize: 512, learningRate: 0.15, scored: 300, clip: Infinity};
    const {tokenizer, train, parts, informationOf: known} = neuralBigram(config);
    const vocabSize = tokenizer.vocabulary.tokens.length;
    const run = timeline(neuralBigram, config);
    expect(run.at(0).metrics.batchLoss).toBeCloseTo(Math.log(vocabSize), 5);
    const counted = smoothing({method: "none"})(countNgrams([{ids: train}], {order: 1, vocabSize}));
    const part = parts.train(1, train.length, 1);
    const limit = informationOf(counted, part).perplexity;
    const learned = known(run.at(400).state.params, part).perplexity;
    expect(learned).toBeGreaterThan(limit); // nothing fits these pairs better than their counts
    expect(learned / limit).toBeLessThan(1.01);
  });

  it("has a gradient of 0 where its table has the logarithms of counted probabilities", () => {
    const {tokenizer, train, logits} = neuralBigram({corpus, batchSize: 1});
    const vocabSize = tokenizer.vocabulary.tokens.length;
    const rows = Array.from({length: vocabSize}, () => new Float64Array(vocabSize));
    for (let i = 1; i < train.length; i++) rows[train[i - 1]!]![train[i]!]!++;
    // −30 in place of −∞: a probability of 10⁻¹³
    const table = t.tensor(
      rows.map((row) => {
        const sum = row.reduce((a, b) => a + b, 0);
        return Array.from(row, (c) => (sum === 0 ? 0 : c === 0 ? -30 : Math.log(c / sum)));
      }),
      "float64"
    );
    const contexts = t.tensor(Int32Array.from(train.subarray(0, -1)), {shape: [train.length - 1, 1]});
    const next = t.tensor(Int32Array.from(train.subarray(1)));
    const loss = (p: {readonly table: t.Tensor}): t.Tensor => t.crossEntropy(logits(p, contexts), next);
    expect(t.item(t.max(t.abs(t.grad(loss)({table}).table)))).toBeLessThan(1e-9);
  });
});

describe("the network of Bengio and others", () => {
  it("starts near ln V, learns, and beats what it was on text that it has not seen", () => {
    const {tokenizer} = bengio(small);
    const path = timeline(bengio, small);
    const first = path.at(0).metrics;
    expect(Math.abs(first.batchLoss - Math.log(tokenizer.vocabulary.tokens.length))).toBeLessThan(0.1);
    const after = path.at(200).metrics;
    expect(after.validationBitsPerCharacter).toBeLessThan(first.validationBitsPerCharacter - 2);
    expect(after.validationBitsPerByte).toBeLessThanOrEqual(after.validationBitsPerCharacter);
  });

  it("makes each of its states again to the bit, goes on after a stop, and its unchanged fork is itself", () => {
    const path = timeline(bengio, small);
    const [ten, twenty] = [path.at(10).state, path.at(20).state];
    expect(hash(timeline(bengio, small).at(20).state)).toBe(hash(twenty));
    const stopped = t.loadCheckpoint(t.saveCheckpoint(ten)) as typeof ten;
    const opened = bengio(small);
    let state = stopped;
    for (let step = 10; step < 20; step++) state = opened.step(state, opened.data(step));
    expect(hash(state)).toBe(hash(twenty));
    expect(hash(path.fork(10, {}).at(20).state)).toBe(hash(twenty));
    expect(hash(path.fork(10, {learningRate: 0.01}).at(20).state)).not.toBe(hash(twenty));
  });

  it("runs as a pipeline", async () => {
    const {step, metrics} = await firstValueFrom(ticks().pipe(run(bengio, small), take(4), last()));
    expect(step).toBe(3);
    expect(metrics.gradientNorm).toBeGreaterThan(0);
  });

  it("has the gradients that differences have", () => {
    const {model, data, logits} = bengio({...small, context: 2, hidden: [5], width: 3, batchSize: 4});
    const {contexts, next} = data(0);
    const params = t.mapTree((x) => t.cast(x as t.Tensor, "float64"), model().params) as ReturnType<
      typeof model
    >["params"];
    const loss = (p: typeof params): t.Tensor => t.crossEntropy(logits(p, contexts), next);
    expect(t.checkGrad(loss, params)).toMatchObject({passed: true});
  });

  it.each(OPTIMIZERS)("learns by %s", (optimizer) => {
    const rates = {sgd: 1, momentum: 0.1, nesterov: 0.1, adagrad: 0.05, rmsprop: 0.003, lion: 0.003};
    const learningRate = {...rates, adamw: 0.01, adam: 0.01, nadam: 0.01, muon: 0.01}[optimizer];
    const path = timeline(bengio, {...small, optimizer, learningRate});
    expect(path.at(40).metrics.validationBitsPerCharacter).toBeLessThan(
      path.at(0).metrics.validationBitsPerCharacter - 0.8
    );
  });

  it.each(["relu", "gelu", "silu", "sigmoid"] as const)("learns with %s", (activation) => {
    const path = timeline(bengio, {...small, activation});
    expect(path.at(40).metrics.validationBitsPerCharacter).toBeLessThan(
      path.at(0).metrics.validationBitsPerCharacter - 0.5
    );
  });

  it("reads words, too", () => {
    const path = timeline(bengio, {...small, tokens: "words", context: 2});
    expect(path.at(40).metrics.validationPerplexity).toBeLessThan(path.at(0).metrics.validationPerplexity);
  });

  it.each([
    ["a misspelled setting", {contxt: 3}, /did you mean context/],
    ["no context", {context: 0}, /context: must be a whole number at least 1/],
    ["an activation that is none", {activation: "swish"}, /tanh, relu/],
    ["an optimizer that is none", {optimizer: "adamW"}, /did you mean adamw/],
    ["no corpus", {corpus: undefined}, /corpus: must be a text/],
    ["a text that is too short", {corpus: "abc"}, /longer|window/],
    ["a hidden layer of nothing", {hidden: [8, 0]}, /hidden\.1/]
  ])("refuses %s", (_, wrong, message) => expect(() => bengio({...small, ...wrong} as never)).toThrow(message));
});
