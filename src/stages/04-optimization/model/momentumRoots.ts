/** Momentum in one direction of a bowl: a matrix of two by two, and its eigenvalues. */

export const METHODS = ["heavy ball", "Nesterov"] as const;
export type Method = (typeof METHODS)[number];

interface Root {
  readonly real: number;
  readonly imaginary: number;
}

/** The sum and the product of the two roots, for ηλ and β. */
export function traceAndProduct(method: Method, step: number, beta: number): readonly [trace: number, product: number] {
  return method === "heavy ball" ? [1 + beta - step, beta] : [(1 + beta) * (1 - step), beta * (1 - step)];
}

/** The roots of z² − trace · z + product. */
export function rootsOf(method: Method, step: number, beta: number): readonly [Root, Root] {
  const [trace, product] = traceAndProduct(method, step, beta);
  const under = trace * trace - 4 * product;
  const root = Math.sqrt(Math.abs(under)) / 2;
  return under < 0
    ? [
        {real: trace / 2, imaginary: root},
        {real: trace / 2, imaginary: -root}
      ]
    : [
        {real: trace / 2 + root, imaginary: 0},
        {real: trace / 2 - root, imaginary: 0}
      ];
}

const sizeOf = ({real, imaginary}: Root): number => Math.sqrt(real * real + imaginary * imaginary);

/** By how much a walk shrinks in each step, in the long run: the size of the larger root. */
export const radius = (method: Method, step: number, beta: number): number =>
  Math.max(...rootsOf(method, step, beta).map(sizeOf));

/** The places of a walk from 1, at rest, where the slope is λx. */
export function swing(method: Method, step: number, beta: number, steps: number): readonly number[] {
  const places = [1];
  let velocity = 0; // times the rate
  for (let k = 0; k < steps; k++) {
    const x = places[k]!;
    if (method === "heavy ball") {
      velocity = beta * velocity + step * x;
      places.push(x - velocity);
    } else {
      velocity = beta * velocity + step * (x - beta * velocity);
      places.push(x - velocity);
    }
  }
  return places;
}

/** What is best for the heavy ball on curvatures from 1 to κ. */
export function bestMomentum(conditionNumber: number): {
  readonly rate: number;
  readonly beta: number;
  readonly radius: number;
} {
  const root = Math.sqrt(conditionNumber);
  const shrinks = (root - 1) / (root + 1);
  return {rate: 4 / ((root + 1) * (root + 1)), beta: shrinks * shrinks, radius: shrinks};
}

const GRID = 800;

/** The best radius for a β on curvatures from 1 to κ, over a grid of rates up to the limit 2(1 + β)/κ. */
export function bestRadius(conditionNumber: number, beta: number): number {
  const limit = (2 * (1 + beta)) / conditionNumber;
  let best = Infinity;
  for (let i = 1; i < GRID; i++) {
    const rate = (limit * i) / GRID;
    const both = [rate, rate * conditionNumber].map((step) => radius("heavy ball", step, beta));
    best = Math.min(best, Math.max(...both));
  }
  return best;
}
