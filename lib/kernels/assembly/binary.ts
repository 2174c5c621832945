// y = a op b: number by number, and with broadcasting.
import {loadTail, storeTail} from "./lanes";
import {pow4} from "./power";
import {advance, atFirst, atSecond, extentOf, firstStride, lay, secondStride, start} from "./strides";

/** The order of `binaryOps`. */
const enum Op {
  Add,
  Sub,
  Mul,
  Div,
  Maximum,
  Minimum,
  Pow
}

/** The compiler knows `op` and keeps one branch. */
@inline
function apply(op: Op, a: v128, b: v128): v128 {
  if (op == Op.Add) return f32x4.add(a, b);
  if (op == Op.Sub) return f32x4.sub(a, b);
  if (op == Op.Mul) return f32x4.mul(a, b);
  if (op == Op.Div) return f32x4.div(a, b);
  if (op == Op.Maximum) return f32x4.max(a, b);
  if (op == Op.Minimum) return f32x4.min(a, b);
  return pow4(a, b);
}

/** Four numbers from p on, in steps of `stride` bytes. */
@inline
function spread(p: usize, stride: i32): v128 {
  let v = v128.load32_zero(p);
  v = v128.load_lane<f32>(p + stride, v, 1);
  v = v128.load_lane<f32>(p + 2 * stride, v, 2);
  return v128.load_lane<f32>(p + 3 * stride, v, 3);
}

/** One row with `op` known; strides in bytes. Nothing behind the row is read or written. */
@inline
function rowOf(op: Op, n: i32, strideA: i32, strideB: i32, a: usize, b: usize, y: usize): void {
  const end = y + (<usize>n >> 2 << 4);
  const left = n & 3;
  if (strideA == 4 && strideB == 4) {
    for (const four = y + (<usize>n >> 4 << 6); y < four; a += 64, b += 64, y += 64) {
      v128.store(y, apply(op, v128.load(a), v128.load(b)));
      v128.store(y, apply(op, v128.load(a, 16), v128.load(b, 16)), 16);
      v128.store(y, apply(op, v128.load(a, 32), v128.load(b, 32)), 32);
      v128.store(y, apply(op, v128.load(a, 48), v128.load(b, 48)), 48);
    }
    for (; y < end; a += 16, b += 16, y += 16) v128.store(y, apply(op, v128.load(a), v128.load(b)));
    if (left) storeTail(y, left, apply(op, loadTail(a, left), loadTail(b, left)));
  } else if (strideA == 4 && strideB == 0) {
    const one = v128.load_splat<f32>(b);
    for (; y < end; a += 16, y += 16) v128.store(y, apply(op, v128.load(a), one));
    if (left) storeTail(y, left, apply(op, loadTail(a, left), one));
  } else if (strideA == 0 && strideB == 4) {
    const one = v128.load_splat<f32>(a);
    for (; y < end; b += 16, y += 16) v128.store(y, apply(op, one, v128.load(b)));
    if (left) storeTail(y, left, apply(op, one, loadTail(b, left)));
  } else {
    for (; y < end; a += 4 * strideA, b += 4 * strideB, y += 16) {
      v128.store(y, apply(op, spread(a, strideA), spread(b, strideB)));
    }
    for (let i = 0; i < left; i++, a += strideA, b += strideB, y += 4) {
      v128.store_lane<f32>(y, apply(op, v128.load32_zero(a), v128.load32_zero(b)), 0);
    }
  }
}

function row(op: i32, n: i32, strideA: i32, strideB: i32, a: usize, b: usize, y: usize): void {
  if (op == Op.Add) rowOf(Op.Add, n, strideA, strideB, a, b, y);
  else if (op == Op.Sub) rowOf(Op.Sub, n, strideA, strideB, a, b, y);
  else if (op == Op.Mul) rowOf(Op.Mul, n, strideA, strideB, a, b, y);
  else if (op == Op.Div) rowOf(Op.Div, n, strideA, strideB, a, b, y);
  else if (op == Op.Maximum) rowOf(Op.Maximum, n, strideA, strideB, a, b, y);
  else if (op == Op.Minimum) rowOf(Op.Minimum, n, strideA, strideB, a, b, y);
  else rowOf(Op.Pow, n, strideA, strideB, a, b, y);
}

export function binary(op: i32, n: i32, a: usize, b: usize, y: usize): void {
  row(op, n, 4, 4, a, b, y);
}

export function binaryBroadcast(op: i32, rank: i32, dims: usize, strides: usize, a: usize, b: usize, y: usize): void {
  const axes = lay(rank, dims, strides, strides + (<usize>rank << 2));
  if (axes == 0) return;
  const last = axes - 1;
  const n = extentOf(last);
  const strideA = firstStride(last);
  const strideB = secondStride(last);
  for (let rows = start(last); rows > 0; rows--, y += <usize>n << 2) {
    row(op, n, strideA, strideB, a + atFirst, b + atSecond, y);
    advance(last);
  }
}
