/** Gradient descent with noise on a bowl, not drawn but averaged over all draws: exact, and the same each time. */

/** How a bowl curves in each direction, and where the walk begins. */
interface NoisyBowl {
  readonly curvatures: readonly number[];
  readonly start: readonly number[];
  /** The standard deviation of what is added to each slope. */
  readonly noise: number;
}

/** The bowl of the stage, with noise in its gradients. */
export const tinyBowl = (noise: number): NoisyBowl => ({curvatures: [1, 10], start: [10, 1], noise});

/**
 * The mean square of each coordinate after a step: (1 − ηλ)² m + η² σ², since the noise is independent of the place, and its
 * mean is zero.
 */
export const nextSquare = (square: number, curvature: number, rate: number, noise: number): number =>
  (1 - rate * curvature) * (1 - rate * curvature) * square + rate * rate * noise * noise;

/** The mean height ½ Σ λ E[x²] before each step and after the last, for the rate of each step. */
export function meanHeights({curvatures, start, noise}: NoisyBowl, rates: readonly number[]): readonly number[] {
  let squares = start.map((x) => x * x);
  const height = (): number => squares.reduce((sum, m, i) => sum + (curvatures[i]! * m) / 2, 0);
  return [
    height(),
    ...rates.map((rate) => {
      squares = squares.map((m, i) => nextSquare(m, curvatures[i]!, rate, noise));
      return height();
    })
  ];
}

/** The height at which a constant rate stays: ½ Σ ησ²/(2 − ηλ). Infinite where it diverges. */
export const floorOf = ({curvatures, noise}: NoisyBowl, rate: number): number =>
  curvatures.reduce(
    (sum, curvature) => sum + (rate * curvature < 2 ? (rate * noise * noise) / (2 - rate * curvature) / 2 : Infinity),
    0
  );

/** On a parabola, the rate of each step that makes the next mean square least: λm/(λ²m + σ²). */
export function bestRates(curvature: number, start: number, noise: number, steps: number): readonly number[] {
  let square = start * start;
  return Array.from({length: steps}, () => {
    const rate = (curvature * square) / (curvature * curvature * square + noise * noise);
    square = nextSquare(square, curvature, rate, noise);
    return rate;
  });
}
