// The error function and the normal distribution on four lanes.
import {madd, pick, splat} from "./lanes";
import {expNeg4} from "./expNeg";
import {exp4, signOf} from "./math";

/** erf(x)/x − 1 as a polynomial in x², for |x| ≤ 1. */
@inline
function erfNear(z: v128): v128 {
  let p = madd(z, splat(7.8891193e-5), splat(-8.02084105e-4));
  p = madd(p, z, splat(0.00518953521));
  p = madd(p, z, splat(-0.0268544443));
  p = madd(p, z, splat(0.112836003));
  p = madd(p, z, splat(-0.37612626));
  return madd(p, z, splat(0.128379166));
}

/** e^(a²)·(1 − erf a) for a ≥ 1, by a polynomial in t = 1/(1 + a/2). */
@inline
function erfcFar(a: v128): v128 {
  const t = f32x4.div(splat(1), madd(a, splat(0.5), splat(1)));
  let q = madd(t, splat(0.111606978), splat(-0.439732045));
  q = madd(q, t, splat(0.508731484));
  q = madd(q, t, splat(-0.0513754851));
  q = madd(q, t, splat(0.317943364));
  q = madd(q, t, splat(0.269873142));
  q = madd(q, t, splat(0.282992929));
  return f32x4.mul(q, t);
}

/** At most 2 ulp off. */
@inline
export function erf4(x: v128): v128 {
  const sign = signOf(x);
  const a = v128.xor(x, sign);
  const z = f32x4.mul(x, x);
  const far = v128.or(f32x4.sub(splat(1), f32x4.mul(erfcFar(a), expNeg4(f32x4.neg(z)))), sign);
  return pick(f32x4.lt(a, splat(1)), madd(erfNear(z), x, x), far);
}

/** Φ(x) = ½(1 + erf(x/√2)) given e^(−x²/2); far below 0 it is erfc/2, so that small results keep their digits. */
@inline
export function normalBelow4(x: v128, bell: v128): v128 {
  const a = f32x4.mul(f32x4.abs(x), splat(0.707106781));
  const above = f32x4.mul(f32x4.mul(erfcFar(a), splat(0.5)), bell);
  const far = pick(f32x4.lt(x, splat(0)), above, f32x4.sub(splat(1), above));
  const half = f32x4.mul(x, splat(0.353553391)); // ½·x/√2
  const near = f32x4.add(madd(erfNear(f32x4.mul(a, a)), half, half), splat(0.5));
  return pick(f32x4.lt(a, splat(1)), near, far);
}

/** e^(−x²/2) */
@inline
export function bell4(x: v128): v128 {
  return exp4(f32x4.mul(f32x4.mul(x, x), splat(-0.5)));
}
