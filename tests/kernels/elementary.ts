/** The elementary functions in float64, and the errors that the float32 kernels may have. */
import {erf} from "../../lib/core/math/erf.js";
import {exp, expm1} from "../../lib/core/math/exp.js";
import {log, log1p} from "../../lib/core/math/log.js";
import {tanh} from "../../lib/core/math/tanh.js";
import {cos, sin} from "../../lib/core/math/trig.js";

/** 1/(1 + e⁻ˣ) without the overflow that would hide small values. */
function sigmoid(x: number): number {
  const e = exp(-Math.abs(x));
  return x < 0 ? e / (1 + e) : 1 / (1 + e);
}

const softplus = (x: number): number => Math.max(x, 0) + log1p(exp(-Math.abs(x)));

interface Elementary {
  readonly reference: (x: number) => number;
  /** In ulps of the exact value. */
  readonly bound: number;
}

export const elementary = {
  exp: {reference: exp, bound: 1},
  expm1: {reference: expm1, bound: 2},
  log: {reference: log, bound: 1},
  log1p: {reference: log1p, bound: 2},
  sin: {reference: sin, bound: 2.5},
  cos: {reference: cos, bound: 2.5},
  tanh: {reference: tanh, bound: 1.5},
  sigmoid: {reference: sigmoid, bound: 2.5},
  erf: {reference: erf, bound: 2},
  softplus: {reference: softplus, bound: 2}
} as const satisfies Readonly<Record<string, Elementary>>;
