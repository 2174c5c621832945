// exp, log and their kin on four lanes, from multiplication, addition, division and moves of bits only, so that every
// engine gives the same bits. The polynomials are minimax fits; the errors are checked by tests/kernels/ulp.test.ts.
// Rounding is the addition of 1.5·2²³, and limits are pmin and pmax, which keep a NaN that comes first: `nearest`,
// `trunc_sat`, `min` and `max` take many instructions.
import {madd, pick, splat} from "./lanes";

@inline const SIGN: i32 = 0x80000000;
@inline const ROUND: f32 = 12582912; // 1.5·2²³: a sum with it holds the rounded number in its low bits
@inline const ROUND_BITS: i32 = 0x4b400000;
@inline const LN2_HIGH: f32 = 0.693359375; // 9 bits, so that its products with exponents are exact
@inline const LN2_LOW: f32 = -2.1219444e-4;
@inline const ROOT_HALF_BITS: i32 = 0x3f3504f3;

/** The sign bits of x. */
@inline
export function signOf(x: v128): v128 {
  return v128.and(x, i32x4.splat(SIGN));
}

/** 2ⁿ for whole n from −126 to 127. */
@inline
function powerOfTwo(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** (eʳ − 1 − r) / r² for |r| ≤ ln(2)/2. */
@inline
function beyondLinear(r: v128): v128 {
  let p = madd(r, splat(0.00019918209), splat(0.0013946355));
  p = madd(p, r, splat(0.00833326485));
  p = madd(p, r, splat(0.04166626557));
  p = madd(p, r, splat(0.16666667163));
  return madd(p, r, splat(0.5));
}

/** eʳ for |r| ≤ ln(2)/2. */
@inline
function expNear(r: v128): v128 {
  return f32x4.add(f32x4.add(f32x4.mul(beyondLinear(r), f32x4.mul(r, r)), r), splat(1));
}

/** x/ln 2, rounded, in the low bits of each lane. */
@inline
function exponentBits(x: v128): v128 {
  return madd(x, splat(1.44269504), splat(ROUND));
}

/** x − n·ln 2 for the n that exponentBits gave. */
@inline
function withoutExponent(x: v128, bits: v128): v128 {
  const n = f32x4.sub(bits, splat(ROUND));
  return f32x4.sub(f32x4.sub(x, f32x4.mul(n, splat(LN2_HIGH))), f32x4.mul(n, splat(LN2_LOW)));
}

/** y·2ⁿ in two halves, so that subnormals and overflow come out right; n from −252 to 254. */
@inline
function scaled(y: v128, n: v128): v128 {
  const half = i32x4.shr_s(n, 1);
  return f32x4.mul(f32x4.mul(y, powerOfTwo(half)), powerOfTwo(i32x4.sub(n, half)));
}

/** eˣ of every float32, subnormal results and Infinity included. At most 1 ulp off. */
@inline
export function exp4(x0: v128): v128 {
  const x = f32x4.pmax(f32x4.pmin(x0, splat(89)), splat(-104));
  const bits = exponentBits(x);
  return scaled(expNear(withoutExponent(x, bits)), i32x4.sub(bits, i32x4.splat(ROUND_BITS)));
}

/** eˣ − 1 = 2ⁿ·((1 − 2⁻ⁿ) + (eʳ − 1)), where 1 − 2⁻ⁿ is exact as long as it matters. At most 2 ulp off. */
@inline
export function expm1_4(x0: v128): v128 {
  const x = f32x4.pmax(f32x4.pmin(x0, splat(89)), splat(-20)); // from −17.4 down it rounds to −1
  const bits = exponentBits(x);
  const n = i32x4.sub(bits, i32x4.splat(ROUND_BITS));
  const r = withoutExponent(x, bits);
  const nearZero = f32x4.add(f32x4.mul(beyondLinear(r), f32x4.mul(r, r)), r);
  // 2⁻ⁿ, or 0 where n > 126
  const inverse = i32x4.shl(i32x4.max_s(i32x4.sub(i32x4.splat(127), n), i32x4.splat(0)), 23);
  const y = scaled(f32x4.add(f32x4.sub(splat(1), inverse), nearZero), n);
  return v128.or(y, signOf(x0)); // −0
}

/** e·ln 2 + ln(1 + t) for 1 + t between the roots of ½ and 2. */
@inline
function assemble(e: v128, t: v128): v128 {
  const n = f32x4.convert_i32x4_s(e);
  const z = f32x4.mul(t, t);
  let p = madd(t, splat(0.0691542178), splat(-0.117900021));
  p = madd(p, t, splat(0.118730269));
  p = madd(p, t, splat(-0.123843588));
  p = madd(p, t, splat(0.142186716));
  p = madd(p, t, splat(-0.16669248));
  p = madd(p, t, splat(0.20002225));
  p = madd(p, t, splat(-0.24999987));
  p = madd(p, t, splat(0.3333331));
  let y = f32x4.mul(f32x4.mul(p, t), z);
  y = madd(n, splat(LN2_LOW), y);
  y = f32x4.sub(y, f32x4.mul(z, splat(0.5)));
  return madd(n, splat(LN2_HIGH), f32x4.add(t, y));
}

/** The exponent e with which x·2⁻ᵉ lies between the roots of ½ and 2. */
@inline
function exponentField(x: v128): v128 {
  return i32x4.shr_s(i32x4.sub(x, i32x4.splat(ROOT_HALF_BITS)), 23);
}

/** y where x is positive and finite; else the logarithm's special value. */
@inline
function logOr(x: v128, y0: v128): v128 {
  const y = pick(f32x4.eq(x, splat(0)), splat(-Infinity), pick(f32x4.eq(x, splat(Infinity)), x, y0));
  return v128.or(y, f32x4.ne(f32x4.abs(x), f32x4.pmax(x, splat(0)))); // all bits set are a NaN
}

/** ln x: −Infinity at 0, NaN below; subnormals are scaled up first. At most 1 ulp off. */
@inline
export function log4(x0: v128): v128 {
  const tiny = f32x4.lt(x0, splat(1.17549435e-38));
  const x = pick(tiny, f32x4.mul(x0, splat(8388608)), x0);
  const field = exponentField(x);
  const e = i32x4.sub(field, v128.and(tiny, i32x4.splat(23)));
  const m = i32x4.sub(x, i32x4.shl(field, 23));
  return logOr(x0, assemble(e, f32x4.sub(m, splat(1))));
}

/** ln(1 + x) = ln u + what 1 + x lost when it was rounded to u, scaled as u is. At most 2 ulp off. */
@inline
export function log1p4(x: v128): v128 {
  const u = f32x4.add(x, splat(1));
  const big = f32x4.pmax(x, splat(1));
  const small = f32x4.pmin(x, splat(1));
  const lost = f32x4.sub(small, f32x4.sub(u, big));
  const e = exponentField(u);
  const m = i32x4.sub(u, i32x4.shl(e, 23));
  const inverse = i32x4.shl(i32x4.max_s(i32x4.sub(i32x4.splat(127), e), i32x4.splat(0)), 23);
  const t = f32x4.add(f32x4.sub(m, splat(1)), f32x4.mul(lost, inverse));
  return v128.or(logOr(u, assemble(e, t)), signOf(x)); // −0
}

/** ln(1 + x) for x from 0 to 1. */
@inline
function log1pUnit(x: v128): v128 {
  const u = f32x4.add(x, splat(1));
  const lost = f32x4.sub(x, f32x4.sub(u, splat(1)));
  const e = exponentField(u); // 0 or 1
  const m = i32x4.sub(u, i32x4.shl(e, 23));
  const inverse = i32x4.sub(i32x4.splat(0x3f800000), i32x4.shl(e, 23));
  return assemble(e, f32x4.add(f32x4.sub(m, splat(1)), f32x4.mul(lost, inverse)));
}

/** ln(1 + eˣ) = max(x, 0) + ln(1 + e^(−|x|)). At most 2 ulp off. */
@inline
export function softplus4(x: v128): v128 {
  return f32x4.add(f32x4.pmax(x, splat(0)), log1pUnit(exp4(v128.or(x, i32x4.splat(SIGN)))));
}

/** tanh x: an odd polynomial below 0.625, 1 − 2/(e^2x + 1) above. At most 1.5 ulp off. */
@inline
export function tanh4(x: v128): v128 {
  const sign = signOf(x);
  const a = v128.xor(x, sign);
  const z = f32x4.mul(a, a);
  let p = madd(z, splat(-0.00571407518), splat(0.0206487756));
  p = madd(p, z, splat(-0.0537432767));
  p = madd(p, z, splat(0.133314937));
  p = madd(p, z, splat(-0.333332837));
  const small = madd(f32x4.mul(p, z), a, a);
  const b = f32x4.pmin(a, splat(10)); // from 9.02 up it rounds to 1
  const bits = exponentBits(f32x4.add(b, b));
  const power = i32x4.shl(i32x4.add(bits, i32x4.splat(127 - ROUND_BITS)), 23);
  const e = f32x4.mul(expNear(withoutExponent(f32x4.add(b, b), bits)), power);
  const large = f32x4.sub(splat(1), f32x4.div(splat(2), f32x4.add(e, splat(1))));
  return v128.or(pick(f32x4.lt(a, splat(0.625)), small, large), sign);
}

/** 1/(1 + e⁻ˣ), which is e^(−|x|)/(1 + e^(−|x|)) for negative x: no overflow hides small results. At most 2.5 ulp off. */
@inline
export function sigmoid4(x: v128): v128 {
  const e = exp4(v128.or(x, i32x4.splat(SIGN)));
  const one = splat(1);
  return f32x4.div(pick(i32x4.shr_s(x, 31), e, one), f32x4.add(one, e));
}
