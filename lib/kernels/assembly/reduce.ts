// Sums along the middle axis of x[outer, n, inner]. Blocks are summed in float32 lanes and their sums added in float64,
// so that the error does not grow with the length of the axis.
import {loadTail, splat, storeTail} from "./lanes";

/** Additions in float32 before a sum goes into float64. */
@inline const BLOCK: usize = 64;

@inline
function lowPair(v: v128): v128 {
  return f64x2.promote_low_f32x4(v);
}

@inline
function highPair(v: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f64>(v, v, 1, 0));
}

/** Two pairs of float64 as four float32. */
@inline
function narrow(low: v128, high: v128): v128 {
  return v128.shuffle<f64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}

/** Σ of n numbers in a row. */
export function rowSum(n: i32, x: usize): f32 {
  let total = f64x2.splat(0);
  const end = x + (<usize>n >> 2 << 4);
  while (x < end) {
    const stop = min(end, x + BLOCK * 64);
    let a = splat(0);
    let b = splat(0);
    let c = splat(0);
    let d = splat(0);
    for (; x + 64 <= stop; x += 64) {
      a = f32x4.add(a, v128.load(x));
      b = f32x4.add(b, v128.load(x, 16));
      c = f32x4.add(c, v128.load(x, 32));
      d = f32x4.add(d, v128.load(x, 48));
    }
    for (; x < stop; x += 16) a = f32x4.add(a, v128.load(x));
    const sum = f32x4.add(f32x4.add(a, b), f32x4.add(c, d));
    total = f64x2.add(total, f64x2.add(lowPair(sum), highPair(sum)));
  }
  const left = n & 3;
  if (left) {
    const rest = loadTail(x, left);
    total = f64x2.add(total, f64x2.add(lowPair(rest), highPair(rest)));
  }
  return <f32>(f64x2.extract_lane(total, 0) + f64x2.extract_lane(total, 1));
}

/** Σ of four columns; steps of `row` bytes. `left` lanes exist where it is not 0. */
@inline
function columnSum(n: i32, row: usize, x: usize, left: i32): v128 {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  while (n > 0) {
    const count = min(n, <i32>BLOCK);
    let sum = splat(0);
    for (let j = 0; j < count; j++, x += row) sum = f32x4.add(sum, left ? loadTail(x, left) : v128.load(x));
    low = f64x2.add(low, lowPair(sum));
    high = f64x2.add(high, highPair(sum));
    n -= count;
  }
  return narrow(low, high);
}

/** Σ of sixteen columns, a cache line of each row. */
function sixteenColumns(n: i32, row: usize, x: usize, y: usize): void {
  let a0 = f64x2.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
  while (n > 0) {
    const count = min(n, <i32>BLOCK);
    let a = splat(0);
    let b = splat(0);
    let c = splat(0);
    let d = splat(0);
    for (let j = 0; j < count; j++, x += row) {
      a = f32x4.add(a, v128.load(x));
      b = f32x4.add(b, v128.load(x, 16));
      c = f32x4.add(c, v128.load(x, 32));
      d = f32x4.add(d, v128.load(x, 48));
    }
    a0 = f64x2.add(a0, lowPair(a));
    a1 = f64x2.add(a1, highPair(a));
    b0 = f64x2.add(b0, lowPair(b));
    b1 = f64x2.add(b1, highPair(b));
    c0 = f64x2.add(c0, lowPair(c));
    c1 = f64x2.add(c1, highPair(c));
    d0 = f64x2.add(d0, lowPair(d));
    d1 = f64x2.add(d1, highPair(d));
    n -= count;
  }
  v128.store(y, narrow(a0, a1));
  v128.store(y, narrow(b0, b1), 16);
  v128.store(y, narrow(c0, c1), 32);
  v128.store(y, narrow(d0, d1), 48);
}

export function sum(outer: i32, n: i32, inner: i32, x: usize, y: usize): void {
  const row = <usize>inner << 2;
  const block = <usize>n * row;
  if (inner == 1) {
    for (; outer > 0; outer--, x += block, y += 4) f32.store(y, rowSum(n, x));
    return;
  }
  for (; outer > 0; outer--, x += block, y += row) sumColumns(n, inner, inner, x, y);
}

/** y[columns] = the sums of the first columns of x[n, inner]. */
export function sumColumns(n: i32, inner: i32, columns: i32, x: usize, y: usize): void {
  const row = <usize>inner << 2;
  const width = <usize>columns << 2;
  const left = columns & 3;
  let o: usize = 0;
  for (; o + 64 <= width; o += 64) sixteenColumns(n, row, x + o, y + o);
  for (; o + 16 <= width; o += 16) v128.store(y + o, columnSum(n, row, x + o, 0));
  if (left) storeTail(y + o, left, columnSum(n, row, x + o, left));
}
