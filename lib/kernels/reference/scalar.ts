import {pow as powOf} from "../../core/math/pow.js";
import type {Writable} from "./numbers.js";

/** y = a·x + b */
export function affine(n: number, a: number, b: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = a * x[i]! + b;
}

/** x · x · … · x, of `count` factors; 1 of none. */
function product(x: number, count: number): number {
  let y = 1;
  for (let k = 0; k < count; k++) y *= x;
  return y;
}

/**
 * y = x^exponent for one exponent: a product of factors for 0, 1, …, 8, the square root for ½, pow elsewhere.
 *
 * pow of −0 and of −Infinity to the ½ is 0 and Infinity; their square roots are −0 and NaN.
 */
export function powScalar(n: number, exponent: number, x: Float64Array, y: Float64Array): void {
  if (exponent === 0.5) {
    for (let i = 0; i < n; i++) y[i] = Math.sqrt(x[i]!);
  } else if (exponent >= 0 && exponent <= 8 && Math.floor(exponent) === exponent) {
    for (let i = 0; i < n; i++) y[i] = product(x[i]!, exponent);
  } else {
    for (let i = 0; i < n; i++) y[i] = powOf(x[i]!, exponent);
  }
}

/** y = max(low, min(high, x)); NaN of NaN. */
export function clamp(n: number, low: number, high: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < n; i++) y[i] = Math.max(low, Math.min(high, x[i]!));
}

/** y = value */
export function fill(n: number, value: number, y: Writable): void {
  for (let i = 0; i < n; i++) y[i] = value;
}
