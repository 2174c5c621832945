/**
 * A moving average of a noisy line that knows how little it has seen: exponential, with the bias of its start divided out
 * (Kingma & Ba 2015, section 3). What is not finite interrupts it.
 *
 * @param memory - about how many points an average reaches back.
 */
export function smoothed(points: readonly (readonly [number, number])[], memory: number): readonly [number, number][] {
  const keep = 1 - 1 / Math.max(1, memory);
  let [mean, weight] = [0, 0];
  return points.map(([x, y]) => {
    if (!Number.isFinite(y)) return [x, y];
    mean = keep * mean + (1 - keep) * y;
    weight = keep * weight + (1 - keep);
    return [x, mean / weight];
  });
}
