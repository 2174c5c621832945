/** The same work done by this library and by another, to be timed by turns. */
export interface Measure {
  /** The claim that the measure belongs to, such as `math`. */
  readonly suite: string;
  readonly workload: string;
  /** What a call does, such as `10,000 calls`. */
  readonly unit: string;
  readonly ours: () => unknown;
  readonly peer: string;
  readonly theirs: () => unknown;
}
