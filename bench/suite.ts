/** The same work done by this library and by another, to be timed by turns. */
export interface Measure {
  /** The claim that the measure belongs to, such as `math`. */
  readonly suite: string;
  readonly workload: string;
  /** What a call does, such as `10,000 calls`; with `per`, the unit of a rate, such as `M characters/s`. */
  readonly unit: string;
  /** How much of the unit one call does: then a rate is reported, and a time otherwise. */
  readonly per?: number;
  /** A promise that it returns is waited for. */
  readonly ours: () => unknown;
  readonly peer: string;
  readonly theirs: () => unknown;
  /** How many calls of theirs one call of ours stands for: 1 unless it is named. */
  readonly steps?: number;
  /** Fewer than usual, where a call takes seconds. */
  readonly rounds?: number;
}

/** Two sizes, measured once: less is better. */
export interface Weight {
  readonly suite: string;
  readonly workload: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: string;
  readonly theirs: number;
}

export interface Pair {
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
}

/** A row of the report. `ratio` above 1 means that we are better. */
export interface Row extends Weight {
  readonly ratio: number;
  /** Of the best rounds, where `ours` and `theirs` are of the medians: what a disturbed machine hides. */
  readonly best?: Pair;
  /** Of the call that nine tenths are at least as fast as: what a reader meets now and then. */
  readonly slow?: Pair;
}
