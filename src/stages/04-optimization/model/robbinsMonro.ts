/** Rates that fall as a power of the step, ½ (k + 1)⁻ᵖ, on a parabola of curvature 1 with noise. */
import {nextSquare} from "./noisyBowl.js";

/** The mean square after so many steps from 10, with noise of deviation 3. */
export function squareAfter(power: number, steps: number): number {
  let square = 100;
  for (let k = 0; k < steps; k++) square = nextSquare(square, 1, 0.5 * (k + 1) ** -power, 3);
  return square;
}
