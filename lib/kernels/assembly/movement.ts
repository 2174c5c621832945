// Strided copies: transposes, slices, repeats, flips, and their reverse.
import {advance, atFirst, atSecond, exchange, extentOf, firstStride, lay, secondStride, start} from "./strides";
import {loadTail, storeTail} from "./lanes";

@inline const MOST: i32 = 32; // axes
const CONTIGUOUS = memory.data(MOST * 4);

/** The strides, in elements, of contiguous data with these extents. */
function contiguous(rank: i32, dims: usize): usize {
  if (rank > MOST) unreachable();
  let step = 1;
  for (let axis = rank - 1; axis >= 0; axis--) {
    store<i32>(CONTIGUOUS + (<usize>axis << 2), step);
    step *= load<i32>(dims + (<usize>axis << 2));
  }
  return CONTIGUOUS;
}

/** y[0..n) ← x[0..n). Long rows are left to the engine's own copy. */
@inline
export function copyRow(n: i32, x: usize, y: usize): void {
  if (n > 256) {
    memory.copy(y, x, <usize>n << 2);
    return;
  }
  for (const end = y + (<usize>n >> 2 << 4); y < end; x += 16, y += 16) v128.store(y, v128.load(x));
  const left = n & 3;
  if (left) storeTail(y, left, loadTail(x, left));
}

/** A row in steps of bytes. */
@inline
function copySpread(n: i32, stepX: i32, stepY: i32, x: usize, y: usize): void {
  for (; n > 0; n--, x += stepX, y += stepY) f32.store(y, f32.load(x));
}

@inline
function fillRow(n: i32, x: usize, y: usize): void {
  const v = v128.load_splat<f32>(x);
  for (const end = y + (<usize>n >> 2 << 4); y < end; y += 16) v128.store(y, v);
  const left = n & 3;
  if (left) storeTail(y, left, v);
}

/** Four rows of four from x become four columns of y. */
@inline
function transpose4(x: usize, rowX: i32, y: usize, rowY: i32): void {
  const a = v128.load(x);
  const b = v128.load(x + rowX);
  const c = v128.load(x + 2 * rowX);
  const d = v128.load(x + 3 * rowX);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const AB = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const CD = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(y, v128.shuffle<f64>(ab, cd, 0, 2));
  v128.store(y + rowY, v128.shuffle<f64>(ab, cd, 1, 3));
  v128.store(y + 2 * rowY, v128.shuffle<f64>(AB, CD, 0, 2));
  v128.store(y + 3 * rowY, v128.shuffle<f64>(AB, CD, 1, 3));
}

/** Columns that are transposed together: a cache line of x. */
@inline const BAND: i32 = 16;

/** y[i, j] ← x[j, i] for x of `rows` rows of `columns`; row strides in bytes. */
function transpose(rows: i32, columns: i32, x: usize, rowX: i32, y: usize, rowY: i32): void {
  const fours = rows & ~3;
  for (let first = 0; first < columns; first += BAND) {
    const end = min(first + BAND, columns);
    for (let j = 0; j < fours; j += 4) {
      const from = x + j * rowX;
      const to = y + (<usize>j << 2);
      let i = first;
      for (; i + 4 <= end; i += 4) transpose4(from + (<usize>i << 2), rowX, to + i * rowY, rowY);
      for (; i < end; i++) copySpread(4, rowX, 4, from + (<usize>i << 2), to + i * rowY);
    }
    for (let i = first; i < end; i++) {
      const from = x + fours * rowX + (<usize>i << 2);
      copySpread(rows - fours, rowX, 4, from, y + i * rowY + (<usize>fours << 2));
    }
  }
}

/** The last axis with this stride in the first view (or the second), or −1. */
function contiguousAxis(axes: i32, second: bool): i32 {
  for (let axis = axes - 1; axis >= 0; axis--) {
    if ((second ? secondStride(axis) : firstStride(axis)) == 4) return axis;
  }
  return -1;
}

/** The view of y ← the view of x. */
function copyStrided(rank: i32, dims: usize, stridesX: usize, stridesY: usize, x: usize, y: usize): void {
  const axes = lay(rank, dims, stridesX, stridesY);
  if (axes == 0) return;
  const last = axes - 1;
  const inX = contiguousAxis(axes, false);
  const inY = contiguousAxis(axes, true);
  if (inX >= 0 && inY >= 0 && inX != inY) {
    // x is contiguous along one axis, y along another: planes of transposes
    exchange(inY, last);
    exchange(inX == last ? inY : inX, last - 1);
    const columns = extentOf(last - 1);
    const rows = extentOf(last);
    const rowX = firstStride(last);
    const rowY = secondStride(last - 1);
    for (let planes = start(last - 1); planes > 0; planes--) {
      transpose(rows, columns, x + atFirst, rowX, y + atSecond, rowY);
      advance(last - 1);
    }
    return;
  }
  if (inY >= 0) exchange(inY, last);
  const n = extentOf(last);
  const stepX = firstStride(last);
  const stepY = secondStride(last);
  for (let rows = start(last); rows > 0; rows--) {
    const from = x + atFirst;
    const to = y + atSecond;
    if (stepX == 4 && stepY == 4) copyRow(n, from, to);
    else if (stepX == 0 && stepY == 4) fillRow(n, from, to);
    else copySpread(n, stepX, stepY, from, to);
    advance(last);
  }
}

export function gatherStrided(rank: i32, dims: usize, strides: usize, offset: i32, x: usize, y: usize): void {
  copyStrided(rank, dims, strides, contiguous(rank, dims), x + (offset << 2), y);
}

export function placeStrided(rank: i32, dims: usize, strides: usize, offset: i32, x: usize, y: usize): void {
  copyStrided(rank, dims, contiguous(rank, dims), strides, x, y + (offset << 2));
}
