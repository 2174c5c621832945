/** What a page wants to see of a frame besides its metrics: a worker's view computes nothing else. */
export interface Look {
  /** A tensor of the run, by kind and path, such as `gradient:layers.0.weight`. */
  readonly inspect?: string;
  /** A text that the model writes, and how. */
  readonly sample?: {readonly length: number; readonly temperature: number};
  /** The fingerprint of the whole state. */
  readonly hash?: boolean;
  /** The whole state as a file, with what the page puts beside it. */
  readonly file?: Readonly<Record<string, unknown>>;
  /** How well simple models do on the same held-out text. */
  readonly baselines?: boolean;
}

/** What a worker shows of a frame. */
export interface Seen {
  /** Whether it was computed with fused products, whose bits are not the same everywhere. */
  readonly fast?: true;
  /** What can be inspected. */
  readonly inspectable: readonly string[];
  readonly inspected?: Inspected;
  readonly sample?: string;
  readonly hash?: string;
  readonly file?: Uint8Array;
  readonly baselines?: readonly Baseline[];
}

/** A simple model, and its loss on the same held-out text, in nats per token. */
export interface Baseline {
  readonly name: string;
  readonly loss: number;
}

/** A tensor in numbers that can be drawn, however large it is. */
export interface Inspected {
  readonly name: string;
  readonly shape: readonly number[];
  readonly mean: number;
  readonly deviation: number;
  readonly least: number;
  readonly most: number;
  /** Share of numbers that are exactly 0. */
  readonly zeros: number;
  /** How many are NaN or infinite. */
  readonly broken: number;
  /** Counts in bins of equal width from `least` to `most`. */
  readonly bins: readonly number[];
  /** Rows of means over blocks of the tensor as a matrix: at most 48 by 48. */
  readonly blocks: readonly (readonly number[])[];
}
