// xʸ on four lanes: 2^(y·log₂|x|) in float64, two lanes a time, so that the error of the logarithm, which y multiplies,
// stays far below float32's. Right to within 0.501 ulp.
import {pick, splat} from "./lanes";
import {signOf} from "./math";

@inline const ROOT_HALF_BITS: i64 = 0x3fe6a09e667f3bcd;
@inline const ONE_BITS: i64 = 0x3ff0000000000000;
@inline const TWO_52: f64 = 4503599627370496;
@inline const TWO_52_BITS: i64 = 0x4330000000000000;
@inline const ROUND: f64 = 6755399441055744; // 1.5·2⁵²: a sum with it holds the rounded number in its low bits

@inline
function both(x: f64): v128 {
  return f64x2.splat(x);
}

/** a·b + c */
@inline
function madd2(a: v128, b: v128, c: v128): v128 {
  return f64x2.add(f64x2.mul(a, b), c);
}

/** c0 + c1·x + c2·x² + c3·x³, as sums that do not wait for each other. */
@inline
function cubic(x: v128, square: v128, c0: f64, c1: f64, c2: f64, c3: f64): v128 {
  return madd2(madd2(both(c3), x, both(c2)), square, madd2(both(c1), x, both(c0)));
}

/** log₂ x for float32 x ≥ 0: x = 2ᵉ·m, and ln m = 2·(s + s³/3 + s⁵/5 + …) with s = (m − 1)/(m + 1). */
@inline
function log2Pair(x: v128): v128 {
  // 1023 more than the exponent, so that it is positive
  const field = i64x2.shr_u(i64x2.add(x, i64x2.splat(ONE_BITS - ROOT_HALF_BITS)), 52);
  const e = f64x2.sub(v128.or(field, i64x2.splat(TWO_52_BITS)), both(TWO_52 + 1023));
  const m = i64x2.sub(x, i64x2.sub(i64x2.shl(field, 52), i64x2.splat(ONE_BITS)));
  const s = f64x2.div(f64x2.sub(m, both(1)), f64x2.add(m, both(1)));
  const z = f64x2.mul(s, s);
  const square = f64x2.mul(z, z);
  // 2/ln 2 over 1, 3, …, 15
  const near = cubic(z, square, 2.8853900817779268, 0.96179669392597561, 0.57707801635558536, 0.41219858311113242);
  const far = cubic(z, square, 0.32059889797532522, 0.26230818925253882, 0.22195308321368667, 0.19235933878519512);
  const p = madd2(far, f64x2.mul(square, square), near);
  const y = f64x2.add(e, f64x2.mul(p, s));
  const atZero = pick(f64x2.eq(x, both(0)), both(-Infinity), y);
  return pick(f64x2.lt(x, both(Infinity)), atZero, x); // Infinity and NaN are their own logarithms
}

/** 2ᵗ for float32 results: 0 and Infinity beyond their range. */
@inline
function exp2Pair(t0: v128): v128 {
  const t = f64x2.pmax(f64x2.pmin(t0, both(160)), both(-160));
  const k = f64x2.add(t, both(ROUND));
  const r = f64x2.mul(f64x2.sub(t, f64x2.sub(k, both(ROUND))), both(0.69314718055994531));
  const square = f64x2.mul(r, r);
  const fourth = f64x2.mul(square, square);
  // 1 over 0!, 1!, …, 10!
  const near = cubic(r, square, 1, 1, 0.5, 0.16666666666666667);
  const middle = cubic(r, square, 4.1666666666666667e-2, 8.3333333333333333e-3, 1.3888888888888889e-3, 1.9841269841269841e-4);
  const far = cubic(r, square, 2.4801587301587302e-5, 2.7557319223985888e-6, 2.7557319223985893e-7, 0);
  const p = madd2(madd2(far, fourth, middle), fourth, near);
  return i64x2.add(p, i64x2.shl(k, 52));
}

/** The upper two lanes. */
@inline
function upper(x: v128): v128 {
  return v128.shuffle<f64>(x, x, 1, 0);
}

@inline
function powPair(x: v128, y: v128): v128 {
  const t = f64x2.mul(log2Pair(f64x2.promote_low_f32x4(x)), f64x2.promote_low_f32x4(y));
  return f32x4.demote_f64x2_zero(exp2Pair(t));
}

/** xʸ with the special values of IEEE 754-2019, section 9.2.1: pow(x, ±0) = pow(1, y) = pow(−1, ±Infinity) = 1. */
export function pow4(x: v128, y: v128): v128 {
  const a = f32x4.abs(x);
  const size = v128.shuffle<f64>(powPair(a, y), powPair(upper(a), upper(y)), 0, 2);
  const isWhole = f32x4.eq(y, f32x4.trunc(y));
  const half = f32x4.mul(y, splat(0.5));
  const odd = v128.and(isWhole, f32x4.ne(half, f32x4.trunc(half)));
  const signed = v128.xor(size, v128.and(signOf(x), odd));
  const negative = v128.and(f32x4.lt(x, splat(0)), f32x4.gt(x, splat(-Infinity)));
  const known = v128.or(signed, v128.andnot(negative, isWhole)); // all bits set are a NaN
  const endless = v128.and(f32x4.eq(a, splat(1)), f32x4.eq(f32x4.abs(y), splat(Infinity)));
  const one = v128.or(v128.or(f32x4.eq(y, splat(0)), f32x4.eq(x, splat(1))), endless);
  return pick(one, splat(1), known);
}
