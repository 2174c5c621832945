// One row of n numbers: its largest, its exponentials, and sums.
import {expNeg4} from "./expNeg";
import {firstLanes, hmax, hsum, loadTail, loadTailOr, splat, storeTail} from "./lanes";

/** Bytes of the row's whole vectors. */
@inline
export function wholeBytes(n: i32): usize {
  return <usize>(n & ~3) << 2;
}

/** The largest, −Infinity for n = 0. A NaN may be passed over here: the exponentials that follow keep it. */
@inline
export function rowMax(n: i32, x: usize): f32 {
  const end = x + wholeBytes(n);
  let s = splat(-Infinity), t = s;
  for (; x + 32 <= end; x += 32) {
    s = f32x4.pmax(s, v128.load(x));
    t = f32x4.pmax(t, v128.load(x, 16));
  }
  if (x < end) s = f32x4.pmax(s, v128.load(x));
  if (n & 3) t = f32x4.pmax(t, loadTailOr(end, n & 3, t));
  return hmax(f32x4.pmax(s, t));
}

/** Σ e^(x·scale − top), which are written to y where `writes`. */
@inline
export function rowExp(n: i32, x: usize, scale: v128, top: v128, y: usize, writes: bool): f32 {
  let s = splat(0);
  for (const end = x + wholeBytes(n); x < end; x += 16, y += 16) {
    const a = expNeg4(f32x4.sub(f32x4.mul(v128.load(x), scale), top));
    s = f32x4.add(s, a);
    if (writes) v128.store(y, a);
  }
  const left = n & 3;
  if (left) {
    const a = expNeg4(f32x4.sub(f32x4.mul(loadTail(x, left), scale), top));
    s = f32x4.add(s, v128.and(firstLanes(left), a));
    if (writes) storeTail(y, left, a);
  }
  return hsum(s);
}

/** y = x · factor; y may be x. */
@inline
export function rowScale(n: i32, x: usize, factor: v128, y: usize): void {
  const end = x + wholeBytes(n);
  for (; x + 32 <= end; x += 32, y += 32) {
    v128.store(y, f32x4.mul(v128.load(x), factor));
    v128.store(y, f32x4.mul(v128.load(x, 16), factor), 16);
  }
  if (x < end) {
    v128.store(y, f32x4.mul(v128.load(x), factor));
    x += 16;
    y += 16;
  }
  const left = n & 3;
  if (left) storeTail(y, left, f32x4.mul(loadTail(x, left), factor));
}

/** Σ a·b */
@inline
export function rowDot(n: i32, a: usize, b: usize): f32 {
  const end = a + wholeBytes(n);
  let s = splat(0);
  for (; a < end; a += 16, b += 16) s = f32x4.add(s, f32x4.mul(v128.load(a), v128.load(b)));
  const left = n & 3;
  if (left) s = f32x4.add(s, f32x4.mul(loadTail(a, left), loadTail(b, left)));
  return hsum(s);
}

/** Σ x */
@inline
export function rowSum(n: i32, x: usize): f32 {
  const end = x + wholeBytes(n);
  let s = splat(0);
  for (; x < end; x += 16) s = f32x4.add(s, v128.load(x));
  const left = n & 3;
  if (left) s = f32x4.add(s, loadTail(x, left));
  return hsum(s);
}
