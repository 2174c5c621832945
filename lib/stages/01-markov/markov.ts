import {sequenceInformation, type SequenceInformation} from "../../core/sequenceInformation.js";
import {makeAnew, type Stage} from "../../core/stage.js";
import {heldOut, type HeldOut} from "../../text/heldOut.js";
import type {TokenPart} from "../../text/tokenParts.js";
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
export const markov: Stage<MarkovConfig, TokenPart, Ngrams, MarkovMetrics, HeldOut> = (config, reuse = makeAnew) => {
  const {corpus, tokenizer: name, validation, order, batchSize, scored, smoothing: spec} = markovConfig(config);
  const text = reuse("text", [corpus, name, validation], () => heldOut(corpus, {share: validation, tokens: name}));
  const {tokenizer, train, held, parts} = text;
  const fit = smoothing(spec);
  const sample = parts.held(0, Math.min(scored, held.length));
  return {
    ...text,
    data: (step) => {
      const start = Math.min(step * batchSize, train.length);
      return parts.train(start, Math.min(start + batchSize, train.length), order);
    },
    model: () => emptyNgrams({order, vocabSize: tokenizer.vocabulary.tokens.length}),
    step: (model, batch) => trainNgrams(model, [batch]),
    metrics: (model, batch) => {
      const predictor = fit(model);
      const {bitsPerCharacter, perplexity} = informationOf(predictor, sample);
      return {
        tokens: model.tokens,
        contexts: model.levels.at(-1)!.oldest.length,
        batchBitsPerCharacter: batch.ids.length > batch.from ? informationOf(predictor, batch).bitsPerCharacter : NaN,
        validationBitsPerCharacter: bitsPerCharacter,
        validationPerplexity: perplexity
      };
    },
    done: ({tokens}) => tokens >= train.length
  };
};

/**
 * How well a predictor knows a part of a text, in all units. The part's size is that of the text, so what is unknown to
 * the vocabulary has the length that it has.
 */
export const informationOf = (predictor: Predictor, {ids, from, characters, bytes}: TokenPart): SequenceInformation =>
  sequenceInformation({logProbs: score(predictor, ids, from), characters, bytes});
