import {exp} from "../../core/math/exp.js";
import {tanh} from "../../core/math/tanh.js";
import {geluArgument, normalBelow, sigmoidOf} from "./activation.js";

const PER_ROOT_2_PI = 1 / Math.sqrt(2 * Math.PI);
const ROOT_2_BY_PI = Math.sqrt(2 / Math.PI);

/** silu′(x) = σ(x) (1 + x (1 − σ(x))) */
export function siluSlope(x: number): number {
  const s = sigmoidOf(x);
  return s * (1 + x * (1 - s));
}

/** dx = dy · (1 − y²), from the output y = tanh x. */
export function tanhGrad(n: number, y: Float64Array, dy: Float64Array, dx: Float64Array): void {
  for (let i = 0; i < n; i++) dx[i] = dy[i]! * (1 - y[i]! * y[i]!);
}

/** dx = dy · y (1 − y), from the output y = σ(x). */
export function sigmoidGrad(n: number, y: Float64Array, dy: Float64Array, dx: Float64Array): void {
  for (let i = 0; i < n; i++) dx[i] = dy[i]! * (y[i]! * (1 - y[i]!));
}

/** dx = dy where x > 0, else 0. */
export function reluGrad(n: number, x: Float64Array, dy: Float64Array, dx: Float64Array): void {
  for (let i = 0; i < n; i++) dx[i] = x[i]! > 0 ? dy[i]! : 0;
}

/** dx = dy · (Φ(x) + x φ(x)), where φ(x) = e^(−x²/2) / √(2π) is Φ′. */
export function geluErfGrad(n: number, x: Float64Array, dy: Float64Array, dx: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const density = PER_ROOT_2_PI * exp(-0.5 * x[i]! * x[i]!);
    dx[i] = dy[i]! * (normalBelow(x[i]!) + x[i]! * density);
  }
}

/** dx = dy · (½ (1 + t) + ½ x (1 − t²) u′), where t = tanh u and u′ = √(2/π)(1 + 3 · 0.044715 x²). */
export function geluTanhGrad(n: number, x: Float64Array, dy: Float64Array, dx: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const t = tanh(geluArgument(x[i]!));
    const inner = ROOT_2_BY_PI * (1 + 3 * 0.044715 * x[i]! * x[i]!);
    dx[i] = dy[i]! * (0.5 * (1 + t) + 0.5 * x[i]! * (1 - t * t) * inner);
  }
}

/** dx = dy · σ(x) (1 + x (1 − σ(x))) */
export function siluGrad(n: number, x: Float64Array, dy: Float64Array, dx: Float64Array): void {
  for (let i = 0; i < n; i++) dx[i] = dy[i]! * siluSlope(x[i]!);
}
