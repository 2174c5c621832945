import type {Numbers, Writable} from "./numbers.js";

/** y[o, k] = Σⱼ x[o, j, k], from the first j to the last. */
export function sum(outer: number, n: number, inner: number, x: Numbers, y: Writable): void {
  for (let i = 0; i < outer * inner; i++) y[i] = 0;
  for (let o = 0; o < outer; o++)
    for (let j = 0; j < n; j++) for (let k = 0; k < inner; k++) y[o * inner + k]! += x[(o * n + j) * inner + k]!;
}

/** y[o, k] = maxⱼ x[o, j, k]: NaN where any is NaN, −Infinity of none. */
export function max(outer: number, n: number, inner: number, x: Numbers, y: Writable): void {
  for (let i = 0; i < outer * inner; i++) y[i] = -Infinity;
  for (let o = 0; o < outer; o++)
    for (let j = 0; j < n; j++)
      for (let k = 0; k < inner; k++) y[o * inner + k] = Math.max(y[o * inner + k]!, x[(o * n + j) * inner + k]!);
}

/** y[o, k] = minⱼ x[o, j, k]: NaN where any is NaN, Infinity of none. */
export function min(outer: number, n: number, inner: number, x: Numbers, y: Writable): void {
  for (let i = 0; i < outer * inner; i++) y[i] = Infinity;
  for (let o = 0; o < outer; o++)
    for (let j = 0; j < n; j++)
      for (let k = 0; k < inner; k++) y[o * inner + k] = Math.min(y[o * inner + k]!, x[(o * n + j) * inner + k]!);
}

/** y[o, i, k] = Σ x[o, j, k] over j ≤ i; over j ≥ i where `reverse` is 1, which is the gradient of the other. */
export function cumsum(outer: number, n: number, inner: number, reverse: number, x: Numbers, y: Writable): void {
  const step = reverse === 1 ? -inner : inner;
  for (let o = 0; o < outer; o++)
    for (let k = 0; k < inner; k++) {
      let at = (o * n + (reverse === 1 ? n - 1 : 0)) * inner + k;
      let total = 0;
      for (let j = 0; j < n; j++, at += step) {
        total += x[at]!;
        y[at] = total;
      }
    }
}

/** Σ x², what a gradient's norm is the root of. */
export function sumSquares(n: number, x: Numbers): number {
  let total = 0;
  for (let i = 0; i < n; i++) total += x[i]! * x[i]!;
  return total;
}

/** The position of the first NaN or infinity, or −1. */
export function firstNonFinite(n: number, x: Numbers): number {
  for (let i = 0; i < n; i++) if (!Number.isFinite(x[i])) return i;
  return -1;
}
