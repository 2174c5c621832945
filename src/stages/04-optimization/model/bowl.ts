/** Gradient descent on ½ (x² + κ y²), of which everything is known. */

interface BowlSpec {
  readonly conditionNumber: number;
  readonly rate: number;
  readonly start: readonly [x: number, y: number];
}

/** The places of a walk: each step multiplies x by 1 − η and y by 1 − ηκ. */
export function bowlWalk(
  {conditionNumber, rate, start: [x, y]}: BowlSpec,
  steps: number
): readonly (readonly [number, number])[] {
  const path: [number, number][] = [[x, y]];
  for (let step = 0; step < steps; step++) {
    const [a, b] = path[step]!;
    path.push([(1 - rate) * a, (1 - rate * conditionNumber) * b]);
  }
  return path;
}

export const bowlHeight = (conditionNumber: number, [x, y]: readonly [number, number]): number =>
  (x * x + conditionNumber * y * y) / 2;

/** By how much the slower of the two directions shrinks in a step: the larger of |1 − η| and |1 − ηκ|. */
export const contraction = (conditionNumber: number, rate: number): number =>
  Math.max(Math.abs(1 - rate), Math.abs(1 - rate * conditionNumber));

/** The rate with the smallest contraction, 2/(1 + κ). */
export const bestRate = (conditionNumber: number): number => 2 / (1 + conditionNumber);
