// Elementwise kernels with numbers beside the vectors.
import {madd, splat} from "./lanes";
import {pow4} from "./power";

@inline
function endOf(x: usize, n: i32): usize {
  return x + ((<usize>n + 3) >> 2 << 4);
}

/** Two vectors a turn: there is little work for a turn's cost. */
export function affine(n: i32, a: f32, b: f32, x: usize, y: usize): void {
  const factor = splat(a);
  const term = splat(b);
  for (const pairs = x + (<usize>n >> 3 << 5); x < pairs; x += 32, y += 32) {
    const u = madd(factor, v128.load(x), term);
    const v = madd(factor, v128.load(x, 16), term);
    v128.store(y, u);
    v128.store(y, v, 16);
  }
  for (const end = endOf(x, n & 7); x < end; x += 16, y += 16) v128.store(y, madd(factor, v128.load(x), term));
}

/** min and max of WASM: NaN in any place gives NaN. */
export function clamp(n: i32, low: f32, high: f32, x: usize, y: usize): void {
  const least = splat(low);
  const most = splat(high);
  for (const end = endOf(x, n); x < end; x += 16, y += 16) {
    v128.store(y, f32x4.max(least, f32x4.min(most, v128.load(x))));
  }
}

export function fill(n: i32, value: f32, y: usize): void {
  const v = splat(value);
  for (const end = endOf(y, n); y < end; y += 16) v128.store(y, v);
}

/** x to a whole exponent from 1 to 8, by squares. */
@inline
function power(exponent: i32, x: v128): v128 {
  if (exponent == 1) return x;
  const square = f32x4.mul(x, x);
  if (exponent == 2) return square;
  if (exponent == 3) return f32x4.mul(square, x);
  const fourth = f32x4.mul(square, square);
  if (exponent == 4) return fourth;
  if (exponent == 5) return f32x4.mul(fourth, x);
  if (exponent == 6) return f32x4.mul(fourth, square);
  if (exponent == 7) return f32x4.mul(f32x4.mul(fourth, square), x);
  return f32x4.mul(fourth, fourth);
}

/** The compiler knows the exponent and keeps one product. */
@inline
function powers(exponent: i32, n: i32, x: usize, y: usize): void {
  for (const end = endOf(x, n); x < end; x += 16, y += 16) v128.store(y, power(exponent, v128.load(x)));
}

export function powScalar(n: i32, exponent: f32, x: usize, y: usize): void {
  const end = endOf(x, n);
  if (exponent == 0) return fill(n, 1, y);
  if (exponent == 1) return powers(1, n, x, y);
  if (exponent == 2) return powers(2, n, x, y);
  if (exponent == 3) return powers(3, n, x, y);
  if (exponent == 4) return powers(4, n, x, y);
  if (exponent == 5) return powers(5, n, x, y);
  if (exponent == 6) return powers(6, n, x, y);
  if (exponent == 7) return powers(7, n, x, y);
  if (exponent == 8) return powers(8, n, x, y);
  if (exponent == 0.5) {
    for (; x < end; x += 16, y += 16) v128.store(y, f32x4.sqrt(v128.load(x)));
  } else if (exponent == -1) {
    for (; x < end; x += 16, y += 16) v128.store(y, f32x4.div(splat(1), v128.load(x)));
  } else {
    for (const e = splat(exponent); x < end; x += 16, y += 16) v128.store(y, pow4(v128.load(x), e));
  }
}
