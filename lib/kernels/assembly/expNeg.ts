import {madd} from "./lanes";

// The constants lie in memory, where one instruction loads and repeats each: V8 builds a literal with three at every
// turn of a loop, and then softmax takes four tenths longer.
const constants = memory.data<f32>([
  -104, 1.44269504, 12582912, 0.693359375, -2.1219444e-4,
  0.0013814320554956794, 0.00836885068565607, 0.041668400168418884, 0.1666651964187622, 0.4999999403953552, 1
], 16);
const exponentOffset = memory.data<i32>([127 - 0x4b400000], 16);

@inline
function constant(i: usize): v128 {
  return v128.load_splat<f32>(constants + i * 4);
}

/**
 * eˣ for x ≤ 0 and a little above, with 0 where it is less than 2⁻¹²⁶: for softmax. NaN of NaN. At most 1 ulp off.
 *
 * x = n·ln 2 + r, eʳ = 1 + r + r²·p(r) with p a minimax polynomial; adding 1.5·2²³ rounds to n, held in the low bits.
 */
@inline
export function expNeg4(x0: v128): v128 {
  const x = f32x4.pmax(x0, constant(0));
  const bits = madd(x, constant(1), constant(2));
  const n = f32x4.sub(bits, constant(2));
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, constant(3))), f32x4.mul(n, constant(4)));
  let p = madd(r, constant(5), constant(6));
  p = madd(p, r, constant(7));
  p = madd(p, r, constant(8));
  p = madd(p, r, constant(9));
  const y = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), constant(10));
  // an exponent below that of the least normal number becomes the factor 0
  const exponent = i32x4.max_s(i32x4.add(bits, v128.load_splat<i32>(exponentOffset)), i32x4.splat(0));
  return f32x4.mul(y, i32x4.shl(exponent, 23));
}
