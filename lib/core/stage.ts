/**
 * A stage under one config: four pure functions. The state after step n depends only on the config and on n.
 *
 * `model` makes the state before the first step; `data` addresses a batch by the step's number, so there is no iterator
 * to rewind; `step` is a reducer; `metrics` is what we look at. Each is of use by itself, without a clock.
 */
export interface Opened<Batch, State, Metrics> {
  /** The batch of a step, in whatever order one asks. */
  readonly data: (step: number) => Batch;
  /** The state before the first step, from the config's seed. */
  readonly model: () => State;
  /** One step: a new state, the old one stays as it is. */
  readonly step: (state: State, batch: Batch) => State;
  /** What is measured on a state and the batch that it learns from next. Called for those frames alone that are looked at. */
  readonly metrics: (state: State, batch: Batch) => Metrics;
  /** Whether nothing is left to do: a run completes on such a state. Without it, a run goes on for ever. */
  readonly done?: (state: State) => boolean;
}

/**
 * What every model of the book is: a function that opens a config, once for each run. It reads the text, trains the
 * tokenizer, builds the model's description, and returns pure functions.
 *
 * `(config) => ({data, model, step, metrics})` is a stage. What else it returns, such as a tokenizer, is there for those
 * who open it themselves, and for views. A stage whose opening is costly takes a second argument, and wraps each costly
 * part in it, so that a fork makes anew only what its change touches.
 *
 * @throws ConfigError for a config that cannot be.
 */
export type Stage<Config, Batch, State, Metrics, More = unknown> = (
  config: Config,
  reuse?: Reuse
) => Opened<Batch, State, Metrics> & More;

/**
 * What `make` returns; or, in a fork, what it returned for the run that was forked, if `name` was then made `of` the same
 * values (by `Object.is`). So `make` may depend on nothing else.
 */
export type Reuse = <T>(name: string, of: readonly unknown[], make: () => T) => T;

/** Makes everything anew: what a stage uses that is opened by itself. */
export const makeAnew: Reuse = (_name, _of, make) => make();

/** A run at one moment: the state after `step` steps, and what was measured on it. */
export interface Frame<State, Metrics> {
  readonly step: number;
  readonly state: State;
  /** Measured when it is first read, if nobody has looked before. */
  readonly metrics: Metrics;
}
