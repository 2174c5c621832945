// One row of n numbers: its largest, its exponentials, and sums.
import {expNeg4} from "./expNeg";
import {firstLanes, hmax, hsum, loadTail, loadTailOr, splat, storeTail} from "./lanes";

/** Bytes of the row's whole vectors. */
@inline
export function wholeBytes(n: i32): usize {
  return <usize>(n & ~3) << 2;
}

/** The largest, −Infinity for n = 0. A NaN may be passed over here: the exponentials that follow keep it. */
export function rowMax(n: i32, x: usize): f32 {
  const end = x + wholeBytes(n);
  let s = splat(-Infinity), t = s;
  for (; x + 64 <= end; x += 64) {
    s = f32x4.pmax(s, f32x4.pmax(v128.load(x), v128.load(x, 16)));
    t = f32x4.pmax(t, f32x4.pmax(v128.load(x, 32), v128.load(x, 48)));
  }
  for (; x < end; x += 16) s = f32x4.pmax(s, v128.load(x));
  if (n & 3) t = f32x4.pmax(t, loadTailOr(end, n & 3, t));
  return hmax(f32x4.pmax(s, t));
}

/** e^(x − top), or e^(x·scale − top) where `scaled`. */
@inline
function shifted(x: v128, scale: v128, top: v128, scaled: bool): v128 {
  return expNeg4(f32x4.sub(scaled ? f32x4.mul(x, scale) : x, top));
}

/** The sum of a row's exponentials, which are written to y where `writes`. Four vectors a turn share what exp loads. */
@inline
function sumExp(n: i32, x: usize, scale: v128, top: v128, y: usize, scaled: bool, writes: bool): f32 {
  const end = x + wholeBytes(n);
  let s = splat(0), t = s;
  for (; x + 64 <= end; x += 64, y += 64) {
    const a = shifted(v128.load(x), scale, top, scaled);
    const b = shifted(v128.load(x, 16), scale, top, scaled);
    const c = shifted(v128.load(x, 32), scale, top, scaled);
    const d = shifted(v128.load(x, 48), scale, top, scaled);
    s = f32x4.add(s, f32x4.add(a, b));
    t = f32x4.add(t, f32x4.add(c, d));
    if (writes) {
      v128.store(y, a);
      v128.store(y, b, 16);
      v128.store(y, c, 32);
      v128.store(y, d, 48);
    }
  }
  for (; x < end; x += 16, y += 16) {
    const a = shifted(v128.load(x), scale, top, scaled);
    s = f32x4.add(s, a);
    if (writes) v128.store(y, a);
  }
  const left = n & 3;
  if (left) {
    const a = shifted(loadTail(x, left), scale, top, scaled);
    t = f32x4.add(t, v128.and(firstLanes(left), a));
    if (writes) storeTail(y, left, a);
  }
  return hsum(f32x4.add(s, t));
}

/** Σ e^(x − top) */
export function rowSumExp(n: i32, x: usize, top: f32): f32 {
  return sumExp(n, x, splat(1), splat(top), 0, false, false);
}

/** y = e^(x − top); returns their sum. */
export function rowExp(n: i32, x: usize, top: f32, y: usize): f32 {
  return sumExp(n, x, splat(1), splat(top), y, false, true);
}

/** y = e^(x·scale − top); returns their sum. */
export function rowExpScaled(n: i32, x: usize, scale: f32, top: f32, y: usize): f32 {
  return sumExp(n, x, splat(scale), splat(top), y, true, true);
}

/** y = x · factor; y may be x. */
@inline
export function rowScale(n: i32, x: usize, factor: v128, y: usize): void {
  const end = x + wholeBytes(n);
  for (; x + 64 <= end; x += 64, y += 64) {
    v128.store(y, f32x4.mul(v128.load(x), factor));
    v128.store(y, f32x4.mul(v128.load(x, 16), factor), 16);
    v128.store(y, f32x4.mul(v128.load(x, 32), factor), 32);
    v128.store(y, f32x4.mul(v128.load(x, 48), factor), 48);
  }
  for (; x < end; x += 16, y += 16) v128.store(y, f32x4.mul(v128.load(x), factor));
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
