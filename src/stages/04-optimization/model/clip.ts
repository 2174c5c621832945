/** Two ways to shorten a gradient, as plain lists. */

export const lengthOf = (g: readonly number[]): number => Math.sqrt(g.reduce((sum, x) => sum + x * x, 0));

/** The nearest point of the ball of this radius. */
export function clippedByNorm(g: readonly number[], most: number): readonly number[] {
  const length = lengthOf(g);
  return length <= most ? g : g.map((x) => (x * most) / length);
}

/** The nearest point of the cube: each number by itself. */
export const clippedByValue = (g: readonly number[], most: number): readonly number[] =>
  g.map((x) => Math.max(-most, Math.min(most, x)));

/** The angle between two lists, in degrees. */
export function angleBetween(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, x, i) => sum + x * b[i]!, 0);
  return (Math.acos(Math.min(1, dot / (lengthOf(a) * lengthOf(b)))) * 180) / Math.PI;
}
