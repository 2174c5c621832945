import {ConfigError} from "../core/errors.js";
import type {Stage} from "../core/stage.js";
import type {Moment} from "./moment.js";
import {StageError, type Part} from "./stageError.js";

/** The functions of a stage, given their config, and naming themselves when they throw. */
export interface Parts<Batch, State, Metrics> {
  readonly model: () => State;
  readonly batch: (step: number) => Batch;
  readonly advance: (moment: Moment<Batch, State>) => State;
  readonly measure: (moment: Moment<Batch, State>) => Metrics;
  readonly done: (step: number, state: State) => boolean;
}

/**
 * A stage under one config. Each function is given the config once, when it is first needed.
 *
 * What a part throws is wrapped in a StageError that names part and step; a ConfigError names its field itself and stays
 * as it is.
 */
export function parts<C, B, S, M>(stage: Stage<C, B, S, M>, config: C): Parts<B, S, M> {
  const data = once(() => stage.data(config));
  const step = once(() => stage.step(config));
  const metrics = once(() => stage.metrics(config));
  const done = once(() => stage.done?.(config) ?? (() => false));
  return {
    model: () => blaming("model", 0, () => stage.model(config)),
    batch: (n) => blaming("data", n, () => data()(n)),
    advance: (moment) => blaming("step", moment.step, () => step()(moment.state, moment.batch)),
    measure: (moment) => blaming("metrics", moment.step, () => metrics()(moment.state, moment.batch)),
    done: (n, state) => blaming("done", n, () => done()(state))
  };
}

function blaming<T>(part: Part, step: number, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof ConfigError ? cause : new StageError(part, step, cause);
  }
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
