import {erf} from "../../core/math/erf.js";
import {exp} from "../../core/math/exp.js";
import {log1p} from "../../core/math/log.js";
import {tanh} from "../../core/math/tanh.js";

const ROOT_HALF = Math.sqrt(0.5);
const ROOT_2_BY_PI = Math.sqrt(2 / Math.PI);

/** σ(x) = 1 / (1 + e⁻ˣ): the logistic function of one number. */
export const sigmoidOf = (x: number): number => 1 / (1 + exp(-x));

/** Φ(x) = ½ (1 + erf(x/√2)): the share of a normal distribution that lies below x. */
export const normalBelow = (x: number): number => 0.5 * (1 + erf(x * ROOT_HALF));

/** The argument of GELU's tanh: √(2/π) (x + 0.044715 x³). */
export const geluArgument = (x: number): number => ROOT_2_BY_PI * (x + 0.044715 * x * x * x);

/** y = 1 / (1 + e⁻ˣ) */
export function sigmoid(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = sigmoidOf(x[i]!);
}

/** y = max(x, 0) */
export function relu(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = Math.max(x[i]!, 0);
}

/** y = x · Φ(x). Hendrycks and Gimpel, Gaussian Error Linear Units, 2016. */
export function geluErf(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = x[i]! * normalBelow(x[i]!);
}

/** y = ½ x (1 + tanh(√(2/π)(x + 0.044715 x³))): GELU as GPT-2 computes it. */
export function geluTanh(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = 0.5 * x[i]! * (1 + tanh(geluArgument(x[i]!)));
}

/** y = x · σ(x), also called swish. */
export function silu(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = x[i]! * sigmoidOf(x[i]!);
}

/** y = ln(1 + eˣ) = max(x, 0) + ln(1 + e^(−|x|)), where nothing overflows. */
export function softplus(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = Math.max(x[i]!, 0) + log1p(exp(-Math.abs(x[i]!)));
}
