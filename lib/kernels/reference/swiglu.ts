import {sigmoidOf} from "./activation.js";
import {siluSlope} from "./slopes.js";

/** y = silu(gate) · up. Shazeer, GLU Variants Improve Transformer, 2020. */
export function swiglu(n: number, gate: Float64Array, up: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = gate[i]! * sigmoidOf(gate[i]!) * up[i]!;
}

/** dgate = dy · up · silu′(gate), dup = dy · silu(gate). */
export function swigluGrad(
  n: number,
  gate: Float64Array,
  up: Float64Array,
  dy: Float64Array,
  dgate: Float64Array,
  dup: Float64Array
): void {
  for (let i = 0; i < n; i++) {
    dgate[i] = dy[i]! * up[i]! * siluSlope(gate[i]!);
    dup[i] = dy[i]! * gate[i]! * sigmoidOf(gate[i]!);
  }
}
