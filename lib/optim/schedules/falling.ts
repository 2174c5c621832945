import {cos} from "../../core/math/trig.js";

/** The shapes that a rate may fall in. */
export const FALLS = ["linear", "cosine", "sqrt"] as const;
/** A way from 1 down to 0. */
export type Fall = (typeof FALLS)[number];

/** What is left of a rate after a part x, from 0 to 1, of its fall: 1 at first, 0 at last. */
export function falling(fall: Fall, x: number): number {
  if (fall === "linear") return 1 - x;
  return fall === "sqrt" ? 1 - Math.sqrt(x) : (1 + cos(Math.PI * x)) / 2;
}
