/** Polynomials that push singular values to 1, as functions of one singular value. */

/** Newton–Schulz as it was, and with Muon's numbers. */
export const POLYNOMIALS = {
  cubic: (s: number): number => s * (1.5 - 0.5 * s * s),
  quintic: (s: number): number => s * (3.4445 + s * s * (-4.775 + s * s * 2.0315))
} as const;
export type Polynomial = keyof typeof POLYNOMIALS;

/** A singular value before each application and after the last. */
export function pushed(polynomial: Polynomial, from: number, steps: number): readonly number[] {
  const values = [from];
  for (let n = 0; n < steps; n++) values.push(POLYNOMIALS[polynomial](values[n]!));
  return values;
}

/** How many applications bring a singular value into the band of Muon: at least 0.68. */
export function stepsInto(polynomial: Polynomial, from: number): number {
  let [s, n] = [from, 0];
  while (s < 0.68 && n < 1000) [s, n] = [POLYNOMIALS[polynomial](s), n + 1];
  return n;
}
