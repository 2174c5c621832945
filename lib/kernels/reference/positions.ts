import type {Numbers} from "./numbers.js";

/** The product of the first `rank` extents; 1 of none. */
function countOf(rank: number, dims: Numbers): number {
  let count = 1;
  for (let axis = 0; axis < rank; axis++) count *= dims[axis]!;
  return count;
}

/**
 * Where the elements of a strided view lie, in row-major order: offset + Σ index · stride for every index.
 *
 * Built from the last axis to the first: each turn repeats what is there once for every step along the axis. The
 * strides are read from `first` on.
 */
export function positions(rank: number, dims: Numbers, strides: Numbers, first: number, offset: number): Int32Array {
  const at = new Int32Array(countOf(rank, dims));
  if (at.length === 0) return at;
  at[0] = offset;
  let filled = 1;
  for (let axis = rank - 1; axis >= 0; axis--) {
    const stride = strides[first + axis]!;
    for (let step = 1; step < dims[axis]!; step++)
      for (let i = 0; i < filled; i++) at[step * filled + i] = at[i]! + step * stride;
    filled *= dims[axis]!;
  }
  return at;
}
