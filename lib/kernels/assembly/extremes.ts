// Maxima and minima along the middle axis of x[outer, n, inner]. The max and min of WASM, in which NaN wins and −0 is
// below 0, take eight instructions that wait for each other: four chains of them at once.
import {hmax, hmin, loadTail, loadTailOr, splat, storeTail} from "./lanes";

const enum Op {
  Max,
  Min
}

/** The compiler knows `op` and keeps one branch. */
@inline
function better(op: Op, a: v128, b: v128): v128 {
  return op == Op.Max ? f32x4.max(a, b) : f32x4.min(a, b);
}

@inline
function none(op: Op): v128 {
  return splat(op == Op.Max ? -Infinity : Infinity);
}

@inline
function rowBest(op: Op, n: i32, x: usize): f32 {
  let a = none(op);
  let b = none(op);
  let c = none(op);
  let d = none(op);
  const end = x + (<usize>n >> 2 << 4);
  for (; x + 64 <= end; x += 64) {
    a = better(op, a, v128.load(x));
    b = better(op, b, v128.load(x, 16));
    c = better(op, c, v128.load(x, 32));
    d = better(op, d, v128.load(x, 48));
  }
  for (; x < end; x += 16) a = better(op, a, v128.load(x));
  const left = n & 3;
  if (left) b = better(op, b, loadTailOr(x, left, none(op)));
  const best = better(op, better(op, a, b), better(op, c, d));
  return op == Op.Max ? hmax(best) : hmin(best);
}

/** Sixteen columns, a cache line of each row; steps of `row` bytes. */
@inline
function sixteenColumns(op: Op, n: i32, row: usize, x: usize, y: usize): void {
  let a = none(op);
  let b = none(op);
  let c = none(op);
  let d = none(op);
  for (; n > 0; n--, x += row) {
    a = better(op, a, v128.load(x));
    b = better(op, b, v128.load(x, 16));
    c = better(op, c, v128.load(x, 32));
    d = better(op, d, v128.load(x, 48));
  }
  v128.store(y, a);
  v128.store(y, b, 16);
  v128.store(y, c, 32);
  v128.store(y, d, 48);
}

/** Four columns, or the `left` that there are where it is not 0. */
@inline
function columns(op: Op, n: i32, row: usize, x: usize, left: i32): v128 {
  let best = none(op);
  for (; n > 0; n--, x += row) best = better(op, best, left ? loadTail(x, left) : v128.load(x));
  return best;
}

@inline
function along(op: Op, outer: i32, n: i32, inner: i32, x: usize, y: usize): void {
  const row = <usize>inner << 2;
  const block = <usize>n * row;
  if (inner == 1) {
    for (; outer > 0; outer--, x += block, y += 4) f32.store(y, rowBest(op, n, x));
    return;
  }
  const left = inner & 3;
  for (; outer > 0; outer--, x += block, y += row) {
    let o: usize = 0;
    for (; o + 64 <= row; o += 64) sixteenColumns(op, n, row, x + o, y + o);
    for (; o + 16 <= row; o += 16) v128.store(y + o, columns(op, n, row, x + o, 0));
    if (left) storeTail(y + o, left, columns(op, n, row, x + o, left));
  }
}

export function maxAlong(outer: i32, n: i32, inner: i32, x: usize, y: usize): void {
  along(Op.Max, outer, n, inner, x, y);
}

export function minAlong(outer: i32, n: i32, inner: i32, x: usize, y: usize): void {
  along(Op.Min, outer, n, inner, x, y);
}
