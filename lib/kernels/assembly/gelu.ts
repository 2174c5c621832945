// GELU's tanh form is x·σ(2u) with u = √(2/π)(x + 0.044715 x³), since ½(1 + tanh u) = σ(2u): one exp.
import {madd, splat} from "./lanes";

@inline const TWICE_ROOT: f32 = 1.59576912; // 2√(2/π)

/** 2u */
@inline
export function geluArgument4(x: v128): v128 {
  return f32x4.mul(x, madd(f32x4.mul(x, x), splat(0.0713548163), splat(TWICE_ROOT)));
}

/** x · d(2u)/dx */
@inline
export function geluInner4(x: v128): v128 {
  return f32x4.mul(x, madd(f32x4.mul(x, x), splat(0.214064449), splat(TWICE_ROOT)));
}
