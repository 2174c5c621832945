/** A training loop in the open, for the runs of the page on practice. */
import type {BengioParams} from "/lib/stages/neural-lm.js";
import * as t from "/lib/tensor.js";
import type {Batch, PracticeNetwork} from "./practiceNetwork.js";

interface Loop<S> {
  readonly network: Pick<PracticeNetwork, "gradients" | "data">;
  readonly from: BengioParams;
  readonly optimizer: t.GradientTransformation<S>;
  readonly steps: number;
  /** What happens to a step's batch first: nothing unless it is told. */
  readonly batch?: (batch: Batch, step: number) => Batch;
  /** What happens to its gradient. */
  readonly gradient?: (grads: BengioParams, step: number) => BengioParams;
  /** Is shown each step before it is done. */
  readonly look?: (seen: {
    readonly step: number;
    readonly params: BengioParams;
    readonly grads: BengioParams;
    readonly updates: BengioParams;
  }) => void;
}

/** The parameters after so many steps. */
export function trained<S>({network, from, optimizer, steps, batch, gradient, look}: Loop<S>): BengioParams {
  let params = from;
  let state = optimizer.init(params);
  for (let step = 0; step < steps; step++) {
    const drawn = network.data(step);
    const raw = network.gradients(params, batch?.(drawn, step) ?? drawn);
    const grads = gradient?.(raw, step) ?? raw;
    const [updates, next] = optimizer.update(grads, state, params);
    look?.({step, params, grads, updates});
    [params, state] = [t.applyUpdates(params, updates), next];
  }
  return params;
}
