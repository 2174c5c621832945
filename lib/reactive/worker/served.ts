import type {Frame, Opened, Reuse, Stage} from "../../core/stage.js";
import type {TimelineOptions} from "../timeline.js";

/**
 * What is looked at of a frame, in place of its whole state: weights to draw, a text that it wrote. It is given the stage
 * as a run has opened it, and the config, once for each run; then each frame, with what the question wants to see of it.
 */
export type View<Config, O, State, Metrics, Seen> = (
  opened: O,
  config: Config
) => (frame: Frame<State, Metrics>, look: unknown) => Seen;

/** A stage that a worker offers. */
export interface Served<Config, Batch, State, Metrics, Seen = State, More = unknown> {
  readonly stage: Stage<Config, Batch, State, Metrics, More>;
  /** What of a frame travels in place of its state; the default is the state. Step and metrics always travel. */
  readonly view?: View<Config, Opened<Batch, State, Metrics> & More, State, Metrics, Seen>;
  /** What the worker remembers of each run. */
  readonly options?: TimelineOptions<State>;
}

/** A stage to serve, with a view whose types are checked against it. */
export function served<C, B, S, M, More>(stage: Stage<C, B, S, M, More>): Served<C, B, S, M, S, More>;
export function served<C, B, S, M, More, V>(
  stage: Stage<C, B, S, M, More>,
  view: View<C, Opened<B, S, M> & More, S, M, V>,
  options?: TimelineOptions<S>
): Served<C, B, S, M, V, More>;
export function served<C, B, S, M, More, V>(
  stage: Stage<C, B, S, M, More>,
  view?: View<C, Opened<B, S, M> & More, S, M, V>,
  options?: TimelineOptions<S>
): Served<C, B, S, M, V, More> {
  return {stage, ...(view && {view}), ...(options && {options})};
}

/** Any of the stages that a worker offers: which config, batch and state it has, only itself knows. */
export interface AnyServed {
  readonly stage: (
    config: never,
    reuse?: Reuse
  ) => {
    readonly data: (step: number) => unknown;
    readonly model: () => unknown;
    readonly step: (state: never, batch: never) => unknown;
    readonly metrics: (state: never, batch: never) => unknown;
    readonly done?: (state: never) => boolean;
  };
  readonly view?: (opened: never, config: never) => (frame: Frame<never, never>, look: unknown) => unknown;
  readonly options?: TimelineOptions<never>;
}
