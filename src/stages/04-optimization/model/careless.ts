/** The network of stage 3, trained by a loop with a fault: runs to be diagnosed. */
import type {Stage} from "/lib/index.js";
import {
  bengio,
  windowsAt,
  type BengioConfig,
  type BengioParams,
  type ContextBatch,
  type LmMetrics,
  type LmState,
  type WindowView
} from "/lib/stages/neural-lm.js";
import {sortedPlaces} from "./sortedPlaces.js";

/** What a loop may do wrong: forget what the optimizer knew, take the first batch again and again, or go by the alphabet. */
export const FAULTS = ["none", "forgetful", "one batch", "sorted"] as const;

export interface CarelessConfig extends BengioConfig {
  readonly fault?: (typeof FAULTS)[number];
}

type Careless = Stage<CarelessConfig, ContextBatch, LmState<BengioParams>, LmMetrics, WindowView<BengioParams>>;

/** `bengio` on names, with a fault in its loop if it is told one. */
export const careless: Careless = ({fault = "none", ...config}, reuse) => {
  const opened = bengio(config, reuse);
  if (fault === "one batch") return {...opened, data: () => opened.data(0)};
  if (fault === "forgetful") {
    const fresh = opened.model().optimizer;
    return {...opened, step: (state, batch) => opened.step({...state, optimizer: fresh}, batch)};
  }
  if (fault === "sorted" && opened.documents !== undefined) {
    const {train, documents, context} = opened;
    const size = opened.data(0).next.data.length;
    const places = sortedPlaces(train, documents.end);
    const row = (step: number, i: number): number => places[(step * size + i) % places.length]!;
    return {
      ...opened,
      data: (step) => ({
        ...opened.data(step),
        ...windowsAt(
          opened,
          train,
          Array.from({length: size}, (_, i) => row(step, i)),
          context
        )
      })
    };
  }
  return opened;
};
