/** In float64, in eight lanes: a float32 squared is exact there, and does not overflow. */
export function sumSquares(n: i32, x: usize): f64 {
  let s = f64x2.splat(0), t = s, u = s, v = s;
  const last = x + (<usize>n << 2);
  for (; x + 32 <= last; x += 32) {
    const a = f64x2.promote_low_f32x4(v128.load64_zero(x));
    const b = f64x2.promote_low_f32x4(v128.load64_zero(x, 8));
    const c = f64x2.promote_low_f32x4(v128.load64_zero(x, 16));
    const d = f64x2.promote_low_f32x4(v128.load64_zero(x, 24));
    s = f64x2.add(s, f64x2.mul(a, a));
    t = f64x2.add(t, f64x2.mul(b, b));
    u = f64x2.add(u, f64x2.mul(c, c));
    v = f64x2.add(v, f64x2.mul(d, d));
  }
  s = f64x2.add(f64x2.add(s, t), f64x2.add(u, v));
  let sum = f64x2.extract_lane(s, 0) + f64x2.extract_lane(s, 1);
  for (; x < last; x += 4) {
    const a = <f64>f32.load(x);
    sum += a * a;
  }
  return sum;
}

/** NaNs and infinities have all bits of the exponent set. */
export function firstNonFinite(n: i32, x: usize): i32 {
  const mask: i32 = 0x7f800000;
  const last = x + (<usize>n << 2);
  let at = x;
  for (; at + 16 <= last; at += 16)
    if (v128.any_true(i32x4.eq(v128.and(v128.load(at), i32x4.splat(mask)), i32x4.splat(mask)))) break;
  for (; at < last; at += 4) if ((i32.load(at) & mask) == mask) return <i32>((at - x) >> 2);
  return -1;
}
