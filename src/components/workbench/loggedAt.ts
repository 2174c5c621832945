/** What was measured at a step. */
export interface Logged<M> {
  readonly step: number;
  readonly metrics: M;
}

/** The last measurement at a step or before it. */
export function loggedAt<M>(log: readonly Logged<M>[], step: number): Logged<M> | undefined {
  let [low, high] = [0, log.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (log[middle]!.step <= step) low = middle + 1;
    else high = middle;
  }
  return log[low - 1];
}
