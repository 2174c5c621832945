// Layer and RMS normalization: one code, in which the compiler knows `centered` and leaves out the mean where it is false.
import {firstLanes, hsum, loadTail, madd, splat, storeTail} from "./lanes";
import {rowSum} from "./reduce";

/** (x − mean)·r */
@inline
function unit(centered: bool, x: v128, mean: v128, r: v128): v128 {
  return f32x4.mul(centered ? f32x4.sub(x, mean) : x, r);
}

/** Σ (x − mean)² along a row, in two chains of additions. */
@inline
function squares(centered: bool, n: i32, x: usize, mean: v128): f32 {
  let a = splat(0);
  let b = splat(0);
  const one = splat(1);
  for (const end = x + (<usize>n >> 3 << 5); x < end; x += 32) {
    const u = unit(centered, v128.load(x), mean, one);
    const v = unit(centered, v128.load(x, 16), mean, one);
    a = madd(u, u, a);
    b = madd(v, v, b);
  }
  if (n & 4) {
    const u = unit(centered, v128.load(x), mean, one);
    a = madd(u, u, a);
    x += 16;
  }
  const left = n & 3;
  if (left) {
    const v = v128.and(unit(centered, loadTail(x, left), mean, one), firstLanes(left));
    b = madd(v, v, b);
  }
  return hsum(f32x4.add(a, b));
}

@inline
function norm(centered: bool, rows: i32, n: i32, eps: f32, x: usize, w: usize, b: usize, y: usize, stats: usize): void {
  const row = <usize>n << 2;
  const whole = <usize>n >> 2 << 4;
  const left = n & 3;
  for (; rows > 0; rows--, x += row, y += row) {
    const mean = centered ? rowSum(n, x) / <f32>n : 0;
    const m = splat(mean);
    const rstd = <f32>1 / sqrt<f32>(squares(centered, n, x, m) / <f32>n + eps);
    const r = splat(rstd);
    let o: usize = 0;
    for (; o < whole; o += 16) {
      const u = f32x4.mul(unit(centered, v128.load(x + o), m, r), v128.load(w + o));
      v128.store(y + o, centered ? f32x4.add(u, v128.load(b + o)) : u);
    }
    if (left) {
      const u = f32x4.mul(unit(centered, loadTail(x + o, left), m, r), loadTail(w + o, left));
      storeTail(y + o, left, centered ? f32x4.add(u, loadTail(b + o, left)) : u);
    }
    if (centered) {
      f32.store(stats, mean);
      stats += 4;
    }
    f32.store(stats, rstd);
    stats += 4;
  }
}

export function layerNorm(rows: i32, n: i32, eps: f32, x: usize, weight: usize, bias: usize, y: usize, stats: usize): void {
  norm(true, rows, n, eps, x, weight, bias, y, stats);
}

export function rmsNorm(rows: i32, n: i32, eps: f32, x: usize, weight: usize, y: usize, stats: usize): void {
  norm(false, rows, n, eps, x, weight, 0, y, stats);
}
