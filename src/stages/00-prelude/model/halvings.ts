/** How often a number can be multiplied by a factor below 1 until float64 has nothing left of it. */
export function timesUntilZero(factor: number): number {
  let times = 0;
  for (let product = 1; product > 0; product *= factor) times++;
  return times;
}
