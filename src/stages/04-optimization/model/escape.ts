/** How gradient descent leaves a saddle: ½ x² + ¼ y⁴ − ½ y², from y near 0. */
import {walk, type Walk} from "./walk.js";

/** Where y is half of what it is at the minimum, a walk has left the saddle. */
export const LEFT = 0.5;

export interface Escape extends Walk {
  /** The first step after which |y| is at least a half; undefined where it never is. */
  readonly steps: number | undefined;
  /** What the linear rule says: each step multiplies y by 1 + η, as long as it is small. */
  readonly predicted: number;
}

/** A walk from y = 10 to the power −digits, with a rate. */
export function escape(digits: number, learningRate: number, most: number): Escape {
  const startY = Number(`1e-${digits}`);
  const walked = walk({landscape: "saddle", learningRate, startX: 1, startY}, most);
  const steps = walked.path.findIndex(([, y]) => Math.abs(y) >= LEFT);
  return {
    ...walked,
    steps: steps < 0 ? undefined : steps,
    predicted: Math.log(LEFT / startY) / Math.log1p(learningRate)
  };
}
