/** A batch and its number. */
export interface Numbered<Batch> {
  readonly step: number;
  readonly batch: Batch;
}

/** A run between two steps: the state after `step` steps, and the batch that it learns from next. */
export interface Moment<Batch, State> extends Numbered<Batch> {
  readonly state: State;
}

/** Where a run begins: a state, and how many steps made it. Any frame is one. */
export interface Origin<State> {
  readonly step: number;
  readonly state: State;
}
