/** The network of Bengio and others with something wrong: runs to be diagnosed. */
import {fold, key, shuffle, type Stage} from "/lib/index.js";
import {
  bengio,
  type BengioConfig,
  type BengioParams,
  type ContextBatch,
  type LmMetrics,
  type LmState,
  type WindowView
} from "/lib/stages/neural-lm.js";
import {tensor} from "/lib/tensor.js";

/** What may be wrong with the data: examples whose answers are dealt out anew, or held-out names that are learned too. */
type Fault = "none" | "shuffled" | "leaked";

export interface PatientConfig extends BengioConfig {
  readonly fault?: Fault;
}

/** The answers of a batch, dealt out to its contexts at random. */
const shuffled = ({contexts, next}: ContextBatch, step: number): ContextBatch => ({
  contexts,
  next: tensor(Int32Array.from(shuffle(fold(key(7), step), Array.from(next.data))))
});

/** `bengio`, with a fault in its data if it is told one. */
export const patient: Stage<PatientConfig, ContextBatch, LmState<BengioParams>, LmMetrics, WindowView<BengioParams>> = (
  {fault = "none", ...config},
  reuse
) => {
  // a list in which each name stands twice: what is held out was nearly always also learned
  const opened = bengio(fault === "leaked" ? {...config, corpus: `${config.corpus}\n${config.corpus}`} : config, reuse);
  return fault === "shuffled" ? {...opened, data: (step) => shuffled(opened.data(step), step)} : opened;
};
