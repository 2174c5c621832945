/**
 * What every model of the book is: pure functions of its config. The state after step n depends only on (config, n).
 *
 * `model` makes the state before the first step; `data` addresses a batch by the step's number, so there is no iterator
 * to rewind; `step` is a reducer; `metrics` is what we look at.
 */
export interface Stage<Config, Batch, State, Metrics> {
  readonly data: (config: Config) => (step: number) => Batch;
  readonly model: (config: Config) => State;
  readonly step: (config: Config) => (state: State, batch: Batch) => State;
  readonly metrics: (config: Config) => (state: State, batch: Batch) => Metrics;
  /** Whether nothing is left to do: `run` completes on such a state. A stage without it goes on for ever. */
  readonly done?: (config: Config) => (state: State) => boolean;
}

/** A run at one moment: the state after `step` steps, and what was measured on it. */
export interface Frame<State, Metrics> {
  readonly step: number;
  readonly state: State;
  readonly metrics: Metrics;
}
