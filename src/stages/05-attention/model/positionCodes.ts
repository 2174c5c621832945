/** How the ways of telling positions see a distance, without any model. */

type Waves = readonly number[];

/** Frequencies of a code of d numbers: base to −2i/d, in radians a position. */
export const frequencies = (d: number, base: number): readonly number[] =>
  Array.from({length: d / 2}, (_, i) => Math.pow(base, (-2 * i) / d));

/** The waves of a position: sine and cosine of each frequency, side by side. */
export const wavesOf = (position: number, d: number, base: number): Waves =>
  frequencies(d, base).flatMap((f) => [Math.sin(position * f), Math.cos(position * f)]);

/** A vector turned as a rotary query or key at a position is, its numbers in pairs. */
export function turned(vector: Waves, position: number, base: number): Waves {
  return frequencies(vector.length, base).flatMap((f, i) => {
    const [a, b] = [vector[2 * i]!, vector[2 * i + 1]!];
    const [c, s] = [Math.cos(position * f), Math.sin(position * f)];
    return [a * c - b * s, a * s + b * c];
  });
}

export const product = (a: Waves, b: Waves): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/**
 * The share of a score that is left at a distance, for a query and a key that are equal: of waves their product, of rotary
 * vectors of ones the same, and of ALiBi e to minus the slope times the distance.
 */
export function byDistance(
  kind: "waves" | "rotary" | "alibi",
  distance: number,
  {d = 32, base = 10000, slope = 0.125} = {}
): number {
  if (kind === "alibi") return Math.exp(-slope * distance);
  if (kind === "waves") return product(wavesOf(0, d, base), wavesOf(distance, d, base)) / (d / 2);
  const ones = Array.from({length: d}, () => 1);
  return product(ones, turned(ones, distance, base)) / d;
}
