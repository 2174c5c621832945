/** A loss with a cliff: a weight that is multiplied with itself, as a recurrent network does with every step in time. */

const TIMES = 10;
const TARGET = 0.5;

/** ½ (w¹⁰ − ½)². */
export const cliffHeight = (w: number): number => (w ** TIMES - TARGET) ** 2 / 2;

/** Its slope. */
export const cliffSlope = (w: number): number => (w ** TIMES - TARGET) * TIMES * w ** (TIMES - 1);

/** A number no longer than told: the projection onto [−most, most]. */
const shortened = (g: number, most: number): number => Math.sign(g) * Math.min(Math.abs(g), most);

/** The places of gradient descent with slopes clipped at `most`; Infinity clips nothing. The first is the start. */
export function cliffWalk(start: number, rate: number, most: number, steps: number): readonly number[] {
  const places = [start];
  for (let step = 0; step < steps; step++) {
    const w = places[step]!;
    places.push(w - rate * shortened(cliffSlope(w), most));
  }
  return places;
}

/** Where the loss is 0, and at minus it as well. */
export const LOWEST = TARGET ** (1 / TIMES);
