/** How far the rows of a stream differ, layer by layer. */
export interface ResidueRun {
  readonly name: ResidueName;
  /** Share of the stream’s size that is not common to all places, before the first layer and after each. */
  readonly own: readonly number[];
  /** Nats a letter on held-out text, of the trained model. */
  readonly loss?: number;
}

/** Fresh layers and trained ones, with the residual and without; `freshForward` is without, and has feed-forward layers. */
export type ResidueName = "freshWithout" | "freshWith" | "freshForward" | "trainedWithout" | "trainedWith";
