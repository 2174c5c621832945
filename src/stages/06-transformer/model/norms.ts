/** Norms in plain numbers, without the small ε that keeps a library from dividing by zero. */

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** The root of the mean square. */
export const rms = (x: readonly number[]): number => Math.sqrt(mean(x.map((each) => each * each)));

/** A vector over its root mean square; zeros stay zeros. */
export function rmsNormed(x: readonly number[]): readonly number[] {
  const scale = rms(x);
  return scale === 0 ? x : x.map((each) => each / scale);
}

/** The same after the mean is taken away. */
export function layerNormed(x: readonly number[]): readonly number[] {
  const middle = mean(x);
  return rmsNormed(x.map((each) => each - middle));
}

/** The slope of a loss by x, where its slope by RMSNorm’s answer y is g: (g − y · mean(g y)) over the root mean square. */
export function rmsSlope(x: readonly number[], g: readonly number[]): readonly number[] {
  const there = rmsNormed(x);
  const along = mean(there.map((each, i) => each * g[i]!));
  const scale = rms(x);
  return g.map((each, i) => (each - there[i]! * along) / scale);
}
