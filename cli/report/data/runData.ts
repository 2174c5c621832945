/** A measurement, as `metrics.jsonl` has it. */
interface Measured {
  readonly step: number;
  /** Since the run began, of training. */
  readonly seconds?: number;
  readonly [name: string]: unknown;
}

/** What a run wrote at a step. */
export interface Sampled {
  readonly step: number;
  readonly text: string;
}

/** A run, but for its states. */
export interface RunData {
  readonly name: string;
  readonly model: string;
  /** Steps at which it ends. */
  readonly steps: number;
  /** All settings: of the model, and of the run. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Where its text lies. */
  readonly corpus: readonly string[];
  readonly environment: Readonly<Record<string, unknown>>;
  /** Tokens that a step learns to predict, at most: of documents there may be fewer; null where it is not known. */
  readonly tokensPerStep: number | null;
  readonly measured: readonly Measured[];
  readonly samples: readonly Sampled[];
}
