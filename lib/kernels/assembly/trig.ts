// sin and cos on four lanes, of every float32; at most 2.5 ulp off.
import {madd, pick, splat} from "./lanes";
import {signOf} from "./math";

@inline const ROUND: f32 = 12582912; // 1.5·2²³: a sum with it holds the rounded number in its low bits
@inline const MEDIUM: f32 = 32768; // up to here four parts of π/2 are enough

/** 2/π behind the binary point, highest byte first, with the zeros that small exponents reach into. */
const PER_QUARTER = memory.data<u8>([
  0x00, 0x00, 0x00, 0xa2, 0xf9, 0x83, 0x6e, 0x4e, 0x44, 0x15, 0x29, 0xfc, 0x27, 0x57, 0xd1, 0xf5, 0x34, 0xdd, 0xc0,
  0xdb, 0x62, 0x95, 0x99, 0x3c, 0x43, 0x90, 0x41
]);

/** The 32 bits of 2/π from byte i on. */
@inline
function window(i: u32): u64 {
  return <u64>bswap(load<u32>(PER_QUARTER + i));
}

/**
 * a·2/π modulo 4, in units of 2⁻⁶², for finite a ≥ 1 given by its bits (Payne and Hanek 1983).
 *
 * a is m·2ᵉ with 24 bits of m: of the product with 2/π only 96 bits matter. What lies above them is a multiple of 4,
 * what lies below changes the last bits.
 */
function quarters(bits: u32): u64 {
  const first = (bits >> 26) & 15;
  const m = ((bits & 0x7fffff) | 0x800000) << ((bits >> 23) & 7);
  const high = (<u64>m * window(first)) << 32; // wraps: multiples of 4
  const middle = <u64>m * window(first + 4);
  const low = (<u64>m * window(first + 8)) >> 32;
  return high + middle + low;
}

/** The nearest whole number of quarter turns. */
@inline
function whole(q: u64): u64 {
  return (q + ((<u64>1) << 61)) >> 62;
}

/** What is left of the angle, in radians. */
@inline
function rest(q: u64): f32 {
  return <f32>(<f64>(<i64>(q - (whole(q) << 62))) * 3.4061215800865545e-19); // π/2 · 2⁻⁶²
}

/** quarters of one lane, or 0 where the reduction in parts is right. */
@inline
function quartersOf(a: f32): u64 {
  return a > MEDIUM && a < Infinity ? quarters(reinterpret<u32>(a)) : 0;
}

/** sin (shift 0) or cos (shift 1) of r plus q quarter turns, |r| ≤ π/4. */
@inline
function turned(r: v128, q0: v128, shift: i32): v128 {
  const z = f32x4.mul(r, r);
  let s = madd(z, splat(2.71827594e-6), splat(-1.98393318e-4));
  s = madd(s, z, splat(0.00833332911));
  s = madd(s, z, splat(-0.166666672));
  s = madd(f32x4.mul(s, z), r, r);
  let c = madd(z, splat(-2.72111379e-7), splat(2.4799534e-5));
  c = madd(c, z, splat(-0.00138888834));
  c = madd(c, z, splat(0.0416666679));
  c = madd(c, f32x4.mul(z, z), f32x4.sub(splat(1), f32x4.mul(z, splat(0.5))));
  const q = shift == 0 ? q0 : i32x4.add(q0, i32x4.splat(shift));
  const odd = i32x4.shr_s(i32x4.shl(q, 31), 31);
  return v128.xor(pick(odd, c, s), i32x4.shl(v128.and(q, i32x4.splat(2)), 30));
}

/** The same for angles of which some are beyond 32768: their rests come from scalar arithmetic. */
function turnedFar(a: v128, r: v128, q: v128, shift: i32): v128 {
  const q0 = quartersOf(f32x4.extract_lane(a, 0));
  const q1 = quartersOf(f32x4.extract_lane(a, 1));
  const q2 = quartersOf(f32x4.extract_lane(a, 2));
  const q3 = quartersOf(f32x4.extract_lane(a, 3));
  let rests = splat(rest(q0));
  rests = f32x4.replace_lane(rests, 1, rest(q1));
  rests = f32x4.replace_lane(rests, 2, rest(q2));
  rests = f32x4.replace_lane(rests, 3, rest(q3));
  let turns = i32x4.splat(<i32>whole(q0));
  turns = i32x4.replace_lane(turns, 1, <i32>whole(q1));
  turns = i32x4.replace_lane(turns, 2, <i32>whole(q2));
  turns = i32x4.replace_lane(turns, 3, <i32>whole(q3));
  const far = f32x4.gt(a, splat(MEDIUM));
  const y = turned(pick(far, rests, r), i32x4.add(pick(far, turns, q), i32x4.splat(shift)), 0);
  return f32x4.add(y, f32x4.sub(a, a)); // NaN of Infinity
}

/** sin (shift 0) or cos (shift 1) of |x|: multiples of π/2 are taken off in four parts. */
@inline
function sincosAbs(a: v128, shift: i32): v128 {
  const k = madd(a, splat(0.636619772), splat(ROUND));
  const n = f32x4.sub(k, splat(ROUND));
  let r = f32x4.sub(a, f32x4.mul(n, splat(1.5703125)));
  r = f32x4.sub(r, f32x4.mul(n, splat(4.8351288e-4)));
  r = f32x4.sub(r, f32x4.mul(n, splat(3.1385571e-7)));
  r = f32x4.sub(r, f32x4.mul(n, splat(6.0770999e-11)));
  if (v128.any_true(f32x4.gt(a, splat(MEDIUM)))) return turnedFar(a, r, k, shift);
  return turned(r, k, shift);
}

@inline
export function sin4(x: v128): v128 {
  const sign = signOf(x);
  return v128.xor(sincosAbs(v128.xor(x, sign), 0), sign); // odd, and −0 stays
}

@inline
export function cos4(x: v128): v128 {
  return sincosAbs(f32x4.abs(x), 1);
}
