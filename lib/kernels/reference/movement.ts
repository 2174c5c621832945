import type {Numbers, Writable} from "./numbers.js";
import {positions} from "./positions.js";

/** y, contiguous, ← a strided view of x: transposes, slices, repeats and flips are strides and an offset. */
export function gatherStrided(
  rank: number,
  dims: Numbers,
  strides: Numbers,
  offset: number,
  x: Numbers,
  y: Writable
): void {
  const at = positions(rank, dims, strides, 0, offset);
  for (let i = 0; i < at.length; i++) y[i] = x[at[i]!]!;
}

/** A strided view of y ← x, contiguous. The rest of y stays as it is. */
export function placeStrided(
  rank: number,
  dims: Numbers,
  strides: Numbers,
  offset: number,
  x: Numbers,
  y: Writable
): void {
  const at = positions(rank, dims, strides, 0, offset);
  for (let i = 0; i < at.length; i++) y[at[i]!] = x[i]!;
}

/** y[i, :] = table[ids[i], :], rows of n: what an embedding is. */
export function gatherRows(rows: number, n: number, ids: Numbers, table: Numbers, y: Writable): void {
  for (let i = 0; i < rows; i++) {
    const row = ids[i]! * n;
    for (let j = 0; j < n; j++) y[i * n + j] = table[row + j]!;
  }
}

/** table[ids[i], :] += x[i, :]: the gradient of `gatherRows`, since a row that was taken twice counts twice. */
export function scatterAddRows(rows: number, n: number, ids: Numbers, x: Numbers, table: Writable): void {
  for (let i = 0; i < rows; i++) {
    const row = ids[i]! * n;
    for (let j = 0; j < n; j++) table[row + j]! += x[i * n + j]!;
  }
}

/** y[o, j, k] = x[o, index[o, j, k], k]: one element per index, along an axis of n. */
export function takeAlong(
  outer: number,
  n: number,
  m: number,
  inner: number,
  index: Numbers,
  x: Numbers,
  y: Writable
): void {
  for (let o = 0; o < outer; o++)
    for (let j = 0; j < m; j++)
      for (let k = 0; k < inner; k++) {
        const at = (o * m + j) * inner + k;
        y[at] = x[(o * n + index[at]!) * inner + k]!;
      }
}

/** y[o, index[o, j, k], k] += x[o, j, k]: the gradient of `takeAlong`. */
export function scatterAddAlong(
  outer: number,
  n: number,
  m: number,
  inner: number,
  index: Numbers,
  x: Numbers,
  y: Writable
): void {
  for (let o = 0; o < outer; o++)
    for (let j = 0; j < m; j++)
      for (let k = 0; k < inner; k++) {
        const at = (o * m + j) * inner + k;
        y[(o * n + index[at]!) * inner + k]! += x[at]!;
      }
}

/** y = 1 for true and 0 for false. */
export function fromBools(n: number, mask: Numbers, y: Writable): void {
  for (let i = 0; i < n; i++) y[i] = mask[i]!;
}
