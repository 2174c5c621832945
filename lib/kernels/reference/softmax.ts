import {exp} from "../../core/math/exp.js";
import {log} from "../../core/math/log.js";

/** The largest of n numbers from `start` on; NaN where any is NaN. */
function largest(x: Float64Array, start: number, n: number): number {
  let top = -Infinity;
  for (let j = 0; j < n; j++) top = Math.max(top, x[start + j]!);
  return top;
}

/**
 * ln Σ eˣ of n numbers from `start` on.
 *
 * ln Σ eˣ = t + ln Σ e^(x − t) for any t; with the largest x for t nothing overflows.
 */
export function logSumExp(x: Float64Array, start: number, n: number): number {
  const top = largest(x, start, n);
  let total = 0;
  for (let j = 0; j < n; j++) total += exp(x[start + j]! - top);
  return top + log(total);
}

/** y = eˣ / Σ eˣ along rows of n: scores in, probabilities out. The largest score is subtracted; it cancels. */
export function softmax(rows: number, n: number, x: Float64Array, y: Float64Array): void {
  for (let start = 0; start < rows * n; start += n) {
    const top = largest(x, start, n);
    let total = 0;
    for (let j = 0; j < n; j++) total += y[start + j] = exp(x[start + j]! - top);
    for (let j = 0; j < n; j++) y[start + j]! /= total;
  }
}

/**
 * dx = y ⊙ (dy − ⟨dy, y⟩), from the output y of softmax.
 *
 * ∂yᵢ/∂xⱼ = yᵢ (δᵢⱼ − yⱼ), so dxⱼ = Σᵢ dyᵢ yᵢ (δᵢⱼ − yⱼ) = yⱼ (dyⱼ − Σᵢ dyᵢ yᵢ).
 */
export function softmaxGrad(rows: number, n: number, y: Float64Array, dy: Float64Array, dx: Float64Array): void {
  for (let start = 0; start < rows * n; start += n) {
    let inner = 0;
    for (let j = 0; j < n; j++) inner += dy[start + j]! * y[start + j]!;
    for (let j = 0; j < n; j++) dx[start + j] = y[start + j]! * (dy[start + j]! - inner);
  }
}

/** y = x − ln Σ eˣ along rows of n: log-probabilities. */
export function logSoftmax(rows: number, n: number, x: Float64Array, y: Float64Array): void {
  for (let start = 0; start < rows * n; start += n) {
    const top = largest(x, start, n);
    let total = 0;
    for (let j = 0; j < n; j++) total += exp(x[start + j]! - top);
    const shift = log(total); // apart from top: their sum would round away small differences of large scores
    for (let j = 0; j < n; j++) y[start + j] = x[start + j]! - top - shift;
  }
}

/** dx = dy − eʸ Σ dy, from the output y of log-softmax: ∂yᵢ/∂xⱼ = δᵢⱼ − e^yⱼ. */
export function logSoftmaxGrad(rows: number, n: number, y: Float64Array, dy: Float64Array, dx: Float64Array): void {
  for (let start = 0; start < rows * n; start += n) {
    let total = 0;
    for (let j = 0; j < n; j++) total += dy[start + j]!;
    for (let j = 0; j < n; j++) dx[start + j] = dy[start + j]! - exp(y[start + j]!) * total;
  }
}
