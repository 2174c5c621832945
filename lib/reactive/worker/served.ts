import type {Frame, Stage} from "../../core/stage.js";
import type {Memory} from "../timeline/snapshots.js";
import type {View} from "./viewed.js";

/** A stage that a worker offers. */
export interface Served<Config, Batch, State, Metrics, Seen = State> {
  readonly stage: Stage<Config, Batch, State, Metrics>;
  /** What of a frame travels in place of its state; the default is the state. Step and metrics always travel. */
  readonly view?: View<Config, State, Metrics, Seen>;
  /** How much of each run the worker remembers. */
  readonly memory?: Memory<State>;
}

/** A stage to serve, with a view whose types are checked against it. */
export function served<C, B, S, M>(stage: Stage<C, B, S, M>): Served<C, B, S, M>;
export function served<C, B, S, M, V>(
  stage: Stage<C, B, S, M>,
  view: View<C, S, M, V>,
  memory?: Memory<S>
): Served<C, B, S, M, V>;
export function served<C, B, S, M, V>(
  stage: Stage<C, B, S, M>,
  view?: View<C, S, M, V>,
  memory?: Memory<S>
): Served<C, B, S, M, V> {
  return {stage, ...(view && {view}), ...(memory && {memory})};
}

/** Any of the stages that a worker offers: which config, batch and state it has, only itself knows. */
export interface AnyServed {
  readonly stage: {
    readonly data: (config: never) => (step: number) => unknown;
    readonly model: (config: never) => unknown;
    readonly step: (config: never) => (state: never, batch: never) => unknown;
    readonly metrics: (config: never) => (state: never, batch: never) => unknown;
    readonly done?: (config: never) => (state: never) => boolean;
  };
  readonly view?: (config: never) => (frame: Frame<never, never>) => unknown;
  readonly memory?: Memory<never>;
}
