import {sequenceInformation} from "../../core/sequenceInformation.js";
import type {Stage} from "../../core/stage.js";
import {characterTokenizer} from "../../text/characters.js";
import type {Ids} from "../../text/ids.js";
import type {Tokenizer} from "../../text/tokenizer.js";
import {measureText} from "../../text/utf8.js";
import {wordTokenizer} from "../../text/words.js";
import type {Sequence} from "./countNgrams.js";
import {cutText, markovConfig, type FullMarkovConfig, type MarkovConfig} from "./markovConfig.js";
import {trainNgrams} from "./mergeNgrams.js";
import {emptyNgrams, type Ngrams} from "./ngrams.js";
import {score, type Predictor} from "./smoothing/predictor.js";
import {smoothing} from "./smoothing/smoothing.js";

/** What we look at while a model counts. */
export interface MarkovMetrics {
  /** Tokens counted so far. */
  readonly tokens: number;
  /** Distinct contexts of the full order so far. */
  readonly contexts: number;
  /** Of the batch that comes next, before it is counted; NaN after the last. */
  readonly batchBitsPerCharacter: number;
  /** Of held-out text. Infinity while the model excludes any of it. */
  readonly validationBitsPerCharacter: number;
  /** Of held-out text, per token. */
  readonly validationPerplexity: number;
}

/**
 * Stage 1 of the book: a model that counts. A batch is the next tokens of the text with the context before them, a
 * step adds their counts, and the held-out bits per character fall as the text is read.
 */
export const markov: Stage<MarkovConfig, Sequence, Ngrams, MarkovMetrics> = {
  data: (config) => {
    const {batchSize, order} = markovConfig(config);
    const {train} = prepare(config);
    return (step) => {
      const start = Math.min(step * batchSize, train.length);
      const context = Math.min(order, start);
      return {ids: train.subarray(start - context, Math.min(start + batchSize, train.length)), from: context};
    };
  },
  model: (config) => {
    const {order} = markovConfig(config);
    return emptyNgrams({order, vocabSize: prepare(config).tokenizer.vocabulary.tokens.length});
  },
  step: () => (model, batch) => trainNgrams(model, [batch]),
  metrics: (config) => {
    const {scored, smoothing: spec} = markovConfig(config);
    const {held, tokenizer} = prepare(config);
    const fit = smoothing(spec);
    const sample = held.subarray(0, scored);
    return (model, batch) => {
      const predictor = fit(model);
      const {bitsPerCharacter, perplexity} = informationOf(predictor, tokenizer, sample);
      const from = batch.from ?? 0;
      return {
        tokens: model.tokens,
        contexts: model.levels.at(-1)!.oldest.length,
        batchBitsPerCharacter:
          batch.ids.length > from ? informationOf(predictor, tokenizer, batch.ids, from).bitsPerCharacter : NaN,
        validationBitsPerCharacter: bitsPerCharacter,
        validationPerplexity: perplexity
      };
    };
  },
  done: (config) => {
    const {train} = prepare(config);
    return ({tokens}) => tokens >= train.length;
  }
};

/** A corpus cut and encoded: what a config of the stage stands for. */
export interface PreparedCorpus {
  readonly tokenizer: Tokenizer;
  readonly train: Ids;
  readonly held: Ids;
}

const prepared: {readonly text: string; readonly name: string; readonly value: PreparedCorpus}[] = []; // saves time only
const REMEMBERED = 4;

/** The tokenizer, learnt on what is counted alone, and both parts as ids. What only the held-out part has is unknown. */
export function prepare(config: MarkovConfig): PreparedCorpus {
  const full = markovConfig(config);
  const name = `${full.tokenizer} ${full.validation}`;
  const known = prepared.find((entry) => entry.name === name && entry.text === full.corpus);
  if (known) return known.value;
  const [train, held] = cutText(full);
  const tokenizer = tokenizerOf(full, train);
  const value = {tokenizer, train: tokenizer.encode(train), held: tokenizer.encode(held)};
  prepared.unshift({text: full.corpus, name, value});
  prepared.length = Math.min(prepared.length, REMEMBERED);
  return value;
}

const tokenizerOf = ({tokenizer}: FullMarkovConfig, text: string): Tokenizer =>
  (tokenizer === "words" ? wordTokenizer : characterTokenizer)(text, {unknown: "<unk>"});

/** Information measures of tokens under a model: in all units, given the tokens before `from` as context. */
export function informationOf(predictor: Predictor, tokenizer: Tokenizer, ids: ArrayLike<number>, from = 0) {
  const text = tokenizer.decode(Array.prototype.slice.call(ids, from));
  return sequenceInformation({logProbs: score(predictor, ids, from), ...measureText(text)});
}
