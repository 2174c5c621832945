import {sequenceInformation} from "../../core/sequenceInformation.js";
import {makeAnew, type Stage} from "../../core/stage.js";
import {heldOut, type HeldOut} from "../../text/heldOut.js";
import type {Tokenizer} from "../../text/tokenizer.js";
import {measureText} from "../../text/utf8.js";
import type {Sequence} from "./countNgrams.js";
import {markovConfig, type MarkovConfig} from "./markovConfig.js";
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
 *
 * Opened, it also has the text's two parts and their tokenizer. A fork reads the text again only if that, its tokens or
 * its held-out share changes.
 */
export const markov: Stage<MarkovConfig, Sequence, Ngrams, MarkovMetrics, HeldOut> = (config, reuse = makeAnew) => {
  const {corpus, tokenizer: name, validation, order, batchSize, scored, smoothing: spec} = markovConfig(config);
  const text = reuse("text", [corpus, name, validation], () => heldOut(corpus, {share: validation, tokens: name}));
  const {tokenizer, train, held} = text;
  const fit = smoothing(spec);
  const sample = held.subarray(0, scored);
  return {
    ...text,
    data: (step) => {
      const start = Math.min(step * batchSize, train.length);
      const context = Math.min(order, start);
      return {ids: train.subarray(start - context, Math.min(start + batchSize, train.length)), from: context};
    },
    model: () => emptyNgrams({order, vocabSize: tokenizer.vocabulary.tokens.length}),
    step: (model, batch) => trainNgrams(model, [batch]),
    metrics: (model, batch) => {
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
    },
    done: ({tokens}) => tokens >= train.length
  };
};

/** Information measures of tokens under a model: in all units, given the tokens before `from` as context. */
export function informationOf(predictor: Predictor, tokenizer: Tokenizer, ids: ArrayLike<number>, from = 0) {
  const text = tokenizer.decode(Array.prototype.slice.call(ids, from));
  return sequenceInformation({logProbs: score(predictor, ids, from), ...measureText(text)});
}
