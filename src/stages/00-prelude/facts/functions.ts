import {exp} from "/lib/index.js";
import {steepness, valley} from "../model/curves.js";
import {machines} from "../model/machines.js";
import {walk} from "../model/walk.js";

const square = (x: number): number => x * x;
const logistic = machines.logistic.of;

/** Slopes, the logistic function at a few places, and where walks end. */
export const facts = () => {
  const [left, right] = [walk(valley.slope, -3, 0.06, 40), walk(valley.slope, 3, 0.06, 40)];
  const wild = walk(valley.slope, -3, 0.8, 40);
  return {
    slopeHalf: steepness(square, 1, 1.5),
    slopeTenth: steepness(square, 1, 1.1),
    slopeHundredth: steepness(square, 1, 1.01),
    e: exp(1),
    e3: exp(3),
    half: logistic(0),
    two: logistic(2),
    minusTwo: logistic(-2),
    ten: logistic(10),
    leftEnd: left.at(-1)!,
    leftHeight: valley.height(left.at(-1)!),
    rightEnd: right.at(-1)!,
    rightHeight: valley.height(right.at(-1)!),
    wildStep: Math.max(...wild.slice(31).map((x, i) => Math.abs(x - wild[30 + i]!)))
  };
};

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  towardsTwo: f.slopeHalf > f.slopeTenth && f.slopeTenth > f.slopeHundredth && f.slopeHundredth - 2 < 0.011,
  shallower: f.leftHeight > f.rightHeight + 1,
  sumsToOne: Math.abs(f.two + f.minusTwo - 1) < 1e-12,
  nearlyOne: f.ten > 0.9999 && f.ten < 1,
  neverRests: f.wildStep > 0.1
});
