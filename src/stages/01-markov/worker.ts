/** What runs in the worker of stage 1: its training, with what a page draws of a state in place of the state. */
import {generate, hash, key, serve, served, temperature, type Frame, type HeldOut} from "/lib/index.js";
import {
  countNgrams,
  distribution,
  informationOf,
  logProbs,
  markov,
  markovConfig,
  smoothing,
  type MarkovConfig,
  type MarkovMetrics,
  type Ngrams
} from "/lib/stages/markov.js";
import {perplexityByOrder} from "./model/ordersStage.js";

/** What a page sees of a state: something it writes, the state's fingerprint, and what the run is measured against. */
interface MarkovView {
  readonly sample: string;
  readonly hash: string;
  readonly baselines: Baselines;
}

/** What a model would have to beat: bits per character of the held-out text for one that knows little. */
interface Baselines {
  /** All tokens of the vocabulary equally likely. */
  readonly uniform: number;
  /** Tokens as frequent as in the whole training text, without any context. */
  readonly unigram: number;
  /** Tokens that there are to count. */
  readonly tokens: number;
}

const SAMPLE = 160;

function baselines({tokenizer, train, held, parts}: HeldOut, scored: number): Baselines {
  const shape = {order: 0, vocabSize: tokenizer.vocabulary.tokens.length};
  const add = smoothing({method: "add-k", k: 1});
  const sample = parts.held(0, Math.min(scored, held.length));
  const bits = (ids: ArrayLike<number>) => informationOf(add(countNgrams([{ids}], shape)), sample).bitsPerCharacter;
  return {uniform: bits([]), unigram: bits(train), tokens: train.length};
}

const view = (text: HeldOut, config: MarkovConfig) => {
  const {smoothing: spec, scored} = markovConfig(config);
  const fit = smoothing(spec);
  const toBeat = baselines(text, scored);
  return ({state}: Frame<Ngrams, MarkovMetrics>): MarkovView => {
    const predictor = fit(state);
    const answers = (context: ArrayLike<number>) => distribution(predictor, context) !== undefined;
    const ids: number[] = [];
    if (answers([])) {
      const written = generate({
        predict: (context) => logProbs(predictor, context),
        prompt: [],
        length: SAMPLE,
        rule: temperature(0.8),
        key: key(7)
      });
      for (const {token} of written) {
        ids.push(token);
        if (!answers(ids)) break; // without smoothing, a context at the end of the text leads nowhere
      }
    }
    return {sample: text.tokenizer.decode(ids), hash: hash(state), baselines: toBeat};
  };
};

export const stages = {markov: served(markov, view), perplexityByOrder: served(perplexityByOrder)};

serve(self, stages);
