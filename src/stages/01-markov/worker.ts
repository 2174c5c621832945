/** What runs in the worker of stage 1: its training, with what a page draws of a state in place of the state. */
import {
  countNgrams,
  distribution,
  generate,
  hash,
  informationOf,
  key,
  logProbs,
  markov,
  markovConfig,
  prepare,
  serve,
  served,
  smoothing,
  temperature,
  type Frame,
  type MarkovConfig,
  type MarkovMetrics,
  type Ngrams
} from "../../../lib/index.js";
import {perplexityByOrder} from "./model/ordersStage.js";

/** What a page sees of a state: something it writes, the state's fingerprint, and what the run is measured against. */
export interface MarkovView {
  readonly sample: string;
  readonly hash: string;
  readonly baselines: Baselines;
}

/** What a model would have to beat: bits per character of the held-out text for one that knows little. */
export interface Baselines {
  /** All tokens of the vocabulary equally likely. */
  readonly uniform: number;
  /** Tokens as frequent as in the whole training text, without any context. */
  readonly unigram: number;
  /** Tokens that there are to count. */
  readonly tokens: number;
}

const SAMPLE = 160;

const known = new WeakMap<MarkovConfig, Baselines>(); // a run is asked often, and its config does not change

function baselines(config: MarkovConfig): Baselines {
  const before = known.get(config);
  if (before !== undefined) return before;
  const {scored} = markovConfig(config);
  const {tokenizer, train, held} = prepare(config);
  const shape = {order: 0, vocabSize: tokenizer.vocabulary.tokens.length};
  const add = smoothing({method: "add-k", k: 1});
  const bits = (ids: ArrayLike<number>) =>
    informationOf(add(countNgrams([{ids}], shape)), tokenizer, held.subarray(0, scored)).bitsPerCharacter;
  const made = {uniform: bits([]), unigram: bits(train), tokens: train.length};
  known.set(config, made);
  return made;
}

const view =
  (config: MarkovConfig) =>
  ({state}: Frame<Ngrams, MarkovMetrics>): MarkovView => {
    const {smoothing: spec} = markovConfig(config);
    const predictor = smoothing(spec)(state);
    const {tokenizer} = prepare(config);
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
    return {sample: tokenizer.decode(ids), hash: hash(state), baselines: baselines(config)};
  };

export const stages = {markov: served(markov, view), perplexityByOrder: served(perplexityByOrder)};

serve(self, stages);
