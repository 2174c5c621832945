/** A gated layer in plain numbers. */
import {product} from "./twoWorkers.js";

const silu = (z: number): number => z / (1 + Math.exp(-z));

/** down(silu(gate x) ⊙ up x), the numbers of all rows one after another. */
export const swigluOf = (
  x: readonly (readonly number[])[],
  gate: readonly (readonly number[])[],
  up: readonly (readonly number[])[],
  down: readonly (readonly number[])[]
): readonly number[] => {
  const [open, through] = [product(x, gate), product(x, up)];
  return product(
    open.map((row, i) => row.map((z, j) => silu(z) * through[i]![j]!)),
    down
  ).flat();
};
