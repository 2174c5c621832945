/** Searches, speculation and streams want functions of ids alone: every model of the book is one. */
import {describe, expect, it} from "vitest";
import {key} from "../../lib/core/random/key.js";
import {beamSearch} from "../../lib/decode/beamSearch.js";
import {contrastive} from "../../lib/decode/contrastive.js";
import {generate} from "../../lib/decode/generation.js";
import type {Predict} from "../../lib/decode/logits.js";
import {logSoftmax} from "../../lib/decode/softmax.js";
import {speculate} from "../../lib/decode/speculative.js";
import {temperature} from "../../lib/decode/temperature.js";
import {addK, countNgrams, logProbs} from "../../lib/stages/01-markov/index.js";
import {neuralBigram} from "../../lib/stages/03-neural-lm/index.js";
import {transformerLm} from "../../lib/stages/06-transformer/index.js";

const corpus = "the whale and the sea, a sailor sees the whale, call the sea a whale. ".repeat(20);
const opened = transformerLm({corpus, context: 16, width: 16, layers: 1, heads: 2});
const bigram = neuralBigram({corpus});
const {tokenizer} = opened;
const vocabSize = tokenizer.vocabulary.tokens.length;
const counts = countNgrams([{ids: tokenizer.encode(corpus)}], {order: 3, vocabSize});
const counting = addK({k: 0.5})(counts);

const transforming: Predict = opened.predict(opened.model().params);
const models: readonly (readonly [string, Predict])[] = [
  ["n-grams", (ids) => logProbs(counting, ids)],
  ["a neural bigram", bigram.predict(bigram.model().params)],
  ["a transformer", transforming]
];
const prompt = [...tokenizer.encode("the ")];

describe.each(models)("what is written by %s", (_, predict) => {
  it("with beams is at least as likely as what is written greedily", () => {
    const [found] = beamSearch({predict, prompt, beams: 4, length: 6});
    let [greedily, ids]: [number, readonly number[]] = [0, prompt];
    for (const {token} of generate({predict, prompt, length: 6, rule: temperature(0), key: key(1)})) {
      greedily += logSoftmax(predict(ids))[token]!;
      ids = [...ids, token];
    }
    expect(found!.tokens).toHaveLength(6);
    expect(found!.logProb).toBeGreaterThanOrEqual(greedily - 1e-9);
  });

  it("by speculation on n-grams is of its length, with any of them as the target", () => {
    const draft: Predict = (ids) => logProbs(counting, ids);
    const rounds = [...speculate({predict, draft, gamma: 3, prompt, length: 20, key: key(2)})];
    expect(rounds.flatMap(({tokens}) => tokens)).toHaveLength(20);
    if (predict(prompt).every((x, id) => x === draft(prompt)[id])) expect(rounds).toHaveLength(5);
  });

  it("by contrast, with what it says of a token as the token's state, is of its length", () => {
    const look = (ids: readonly number[]) => ({logits: predict(ids), hidden: predict(ids)});
    expect([...contrastive({look, prompt, k: 4, alpha: 0.6, length: 10})]).toHaveLength(10);
  });
});
