/**
 * A walk downhill: each step goes against the slope, as far as the slope is steep, times the rate.
 *
 * @returns where the walker was, the start first.
 */
export function walk(slope: (x: number) => number, start: number, rate: number, steps: number): readonly number[] {
  const places = [start];
  for (let step = 0; step < steps; step++) {
    const x = places[step]!;
    places.push(x - rate * slope(x));
  }
  return places;
}
