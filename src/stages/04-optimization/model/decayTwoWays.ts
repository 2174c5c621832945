/** Weight decay in Adam's gradient and beside it, for a weight that nothing but noise and decay moves. */
import {adaptiveStep, nothing} from "./adaptiveStep.js";

export interface Decayed {
  readonly learningRate: number;
  readonly decay: number;
  /** The size of the gradient, which is now plus and now minus this. */
  readonly size: number;
}

/** Where the decay is added: to the gradient, so that Adam divides it too, or to the step. */
export type Where = "in the gradient" | "beside it";

/** A weight that begins at 1, before each step and after the last. */
export function decayed(where: Where, {learningRate, decay, size}: Decayed, steps: number): readonly number[] {
  const path = [1];
  let memory = nothing;
  for (let step = 0; step < steps; step++) {
    const w = path[step]!;
    const g = step % 2 === 0 ? size : -size;
    const inside = where === "in the gradient" ? decay * w : 0;
    const [moved, next] = adaptiveStep("Adam", {b1: 0.9, b2: 0.999}, memory, g + inside);
    memory = next;
    path.push(w - learningRate * (moved + (where === "beside it" ? decay * w : 0)));
  }
  return path;
}

/** Steps until a weight that loses this part of itself in each step has halved. */
export const halfLife = (part: number): number => Math.log(0.5) / Math.log(1 - part);
