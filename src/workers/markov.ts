/** What runs in the worker of stage 1: its training, with what a page draws of a state in place of the state. */
import {
  distribution,
  generate,
  hash,
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
} from "../../lib/index.js";
import {perplexityByOrder} from "./perplexityByOrder.js";

/** What a page sees of a state: something it writes, the odds after an empty context, and the state's fingerprint. */
export interface MarkovView {
  readonly sample: string;
  readonly hash: string;
}

const SAMPLE = 160;

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
    return {sample: tokenizer.decode(ids), hash: hash(state)};
  };

export const stages = {markov: served(markov, view), perplexityByOrder: served(perplexityByOrder)};

serve(self, stages);
