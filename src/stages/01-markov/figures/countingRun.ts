import {remote} from "/lib/index.js";
import {type MarkovConfig, type MarkovMetrics} from "/lib/stages/markov.js";
import {futures, type Future as AnyFuture} from "../../../components/figure/futures.js";
import {markovWorker} from "./workers.js";

/** What of a model in the worker comes to the page; `worker.ts` makes it. */
interface Seen {
  readonly sample: string;
  readonly hash: string;
  readonly baselines: {readonly uniform: number; readonly unigram: number; readonly tokens: number};
}

export type Future = AnyFuture<Seen, MarkovMetrics>;

/** Runs of the first stage in a worker. */
export const counting = () =>
  futures<MarkovConfig, Seen, MarkovMetrics>({
    open: (config) => remote(() => markovWorker("markov"), {stage: "markov", config}),
    progress: ({state, metrics}) => ({step: metrics.tokens, of: state.baselines.tokens, unit: "tokens"})
  });
