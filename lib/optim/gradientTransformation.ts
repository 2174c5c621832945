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
}
