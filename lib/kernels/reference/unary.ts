import {erf as erfOf} from "../../core/math/erf.js";
import {exp as expOf, expm1 as expm1Of} from "../../core/math/exp.js";
import {log as logOf, log1p as log1pOf} from "../../core/math/log.js";
import {tanh as tanhOf} from "../../core/math/tanh.js";
import {cos as cosOf, sin as sinOf} from "../../core/math/trig.js";

/** y = eˣ */
export function exp(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = expOf(x[i]!);
}

/** y = eˣ − 1, exact to the last digits also where x is near 0. */
export function expm1(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = expm1Of(x[i]!);
}

/** y = ln x: −Infinity at 0, NaN below. */
export function log(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = logOf(x[i]!);
}

/** y = ln(1 + x), exact to the last digits also where x is near 0. */
export function log1p(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = log1pOf(x[i]!);
}

/** y = sin x, x in radians. */
export function sin(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = sinOf(x[i]!);
}

/** y = cos x, x in radians. */
export function cos(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = cosOf(x[i]!);
}

/** y = tanh x = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ) */
export function tanh(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = tanhOf(x[i]!);
}

/** y = 2/√π · ∫₀ˣ e^(−t²) dt */
export function erf(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = erfOf(x[i]!);
}

/** y = √x; NaN below 0. */
export function sqrt(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = Math.sqrt(x[i]!);
}

/** y = 1 / √x */
export function rsqrt(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = 1 / Math.sqrt(x[i]!);
}

/** y = 1 / x */
export function reciprocal(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = 1 / x[i]!;
}

/** y = |x| */
export function abs(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = Math.abs(x[i]!);
}

/** y = −1, 0 or 1, the sign of x; NaN of NaN. */
export function sign(n: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = Math.sign(x[i]!);
}
