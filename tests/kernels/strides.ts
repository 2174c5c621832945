import type {Draw} from "./draw.js";

/** A strided view into a buffer of `length` numbers. */
interface View {
  readonly dims: Int32Array;
  readonly strides: Int32Array;
  readonly offset: number;
  readonly length: number;
}

const contiguous = (dims: Int32Array, order: readonly number[], step: (axis: number) => number): Int32Array => {
  const strides = new Int32Array(dims.length);
  let stride = 1;
  for (const axis of [...order].reverse()) {
    strides[axis] = stride * step(axis);
    stride *= Math.abs(strides[axis]! / stride) * dims[axis]!;
  }
  return strides;
};

/** Extents of rank 0 to 5 with at most a few thousand elements; one axis may be long, and seldom one is 0. */
export function drawDims(d: Draw): Int32Array {
  const rank = d.below(6);
  const most = [0, 600, 70, 20, 9, 6][rank]!;
  const dims = new Int32Array(rank);
  for (let axis = 0; axis < rank; axis++) dims[axis] = d.chance(0.03) ? 0 : 1 + d.below(d.chance(0.5) ? most : 4);
  return dims;
}

/** A view that reaches no place twice, unless it `repeats`: transposed, with gaps, backwards. */
export function drawView(d: Draw, repeats: boolean): View {
  const dims = drawDims(d);
  const rank = dims.length;
  const plain = Array.from({length: rank}, (_, axis) => axis);
  const order = d.chance(0.7) ? d.shuffled(rank) : plain;
  const strided = d.chance(0.4);
  const strides = contiguous(dims, order, () => (strided && d.chance(0.4) ? d.pick([1, 2, 3]) : 1));
  for (let axis = 0; axis < rank; axis++) {
    if (strided && d.chance(0.3)) strides[axis] = -strides[axis]!;
    if (repeats && d.chance(0.15)) strides[axis] = 0;
  }
  let least = 0;
  let last = 0;
  for (let axis = 0; axis < rank; axis++) {
    const reach = Math.max(0, dims[axis]! - 1) * strides[axis]!;
    if (reach < 0) least += reach;
    else last += reach;
  }
  const before = d.below(4);
  return {dims, strides, offset: before - least, length: before - least + last + 1 + d.below(4)};
}

/** Strides of an operand that broadcasts to `dims`, and how many numbers it has: axes are repeated, or missing. */
export function drawOperand(d: Draw, dims: Int32Array): {readonly strides: Int32Array; readonly length: number} {
  const own = Int32Array.from(dims);
  const repeat = d.pick([0, 0.3, 0.6]);
  const missing = d.chance(0.3) ? d.below(dims.length + 1) : 0;
  for (let axis = 0; axis < own.length; axis++) if (axis < missing || d.chance(repeat)) own[axis] = 1;
  const order = Array.from({length: dims.length}, (_, axis) => axis);
  const strides = contiguous(own, d.chance(0.2) ? d.shuffled(dims.length) : order, () => 1);
  for (let axis = 0; axis < own.length; axis++) if (own[axis] === 1) strides[axis] = 0;
  return {strides, length: own.reduce((product, extent) => product * extent, 1)};
}
