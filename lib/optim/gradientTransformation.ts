/**
 * A pair of pure functions that turns gradients into updates. `S` is everything that it remembers between steps: plain
 * data, which begins as `init` of the parameters.
 *
 * Updates are what is added to parameters (`applyUpdates`). They, the parameters and the gradients are trees of tensors
 * of one structure, paired by their paths.
 */
export interface GradientTransformation<S> {
  readonly init: (params: object) => S;
  readonly update: <P extends object>(updates: P, state: S, params: P) => readonly [updates: P, state: S];
  /**
   * True where what becomes of a number depends on that number's own gradient, parameter and memory alone, by the same
   * arithmetic for all: not on paths, on shapes, or on other numbers. `optimizerStep` makes one pass of it.
   */
  readonly elementwise?: boolean;
  /** Of a chain, what it is a chain of. */
  readonly parts?: readonly GradientTransformation<unknown>[];
}
