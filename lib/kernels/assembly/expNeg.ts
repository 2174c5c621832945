import {madd} from "./lanes";

// The constants lie in memory, where one instruction loads and repeats each: V8 builds a literal with three at every
// turn of a loop, and then softmax takes four tenths longer.
const constants = memory.data<f32>([
  1.44269504, 12583039, 0.693359375, -2.1219444e-4, -87.33654,
  0.008294680155813694, 0.041899245232343674, 0.16667568683624268, 0.49999138712882996, 0.9999997019767761
], 16);

@inline
function constant(i: usize): v128 {
  return v128.load_splat<f32>(constants + i * 4);
}

/**
 * eˣ for x ≤ 0 and a little above, with 0 where it is less than 2⁻¹²⁶: for softmax. NaN of NaN. At most 2.5 ulp off,
 * which is less than a sum of many rounds away, and a fifth faster than 1 ulp.
 *
 * x = n·ln 2 + r, eʳ = 1 + r·p(r) with p a minimax polynomial. Adding 1.5·2²³ + 127 rounds to n, and leaves the
 * exponent of 2ⁿ in the low bits.
 */
@inline
export function expNeg4(x: v128): v128 {
  const bits = madd(x, constant(0), constant(1));
  const power = i32x4.shl(bits, 23);
  const n = f32x4.sub(bits, constant(1));
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, constant(2))), f32x4.mul(n, constant(3)));
  let p = madd(r, constant(5), constant(6));
  p = madd(p, r, constant(7));
  p = madd(p, r, constant(8));
  p = madd(p, r, constant(9));
  return v128.andnot(madd(p, f32x4.mul(r, power), power), f32x4.lt(x, constant(4)));
}
