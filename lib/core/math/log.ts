import {exponent, powerOfTwo} from "./bits.js";
import {logPair} from "./logPair.js";
import {productError} from "./pair.js";

const LN2_HIGH = 0.6931471805592082; // 40 bits, so that its products with exponents are exact
const LN2_LOW = 7.371002565167799e-13;
const TWO_52 = 4503599627370496;
const ROOT_HALF = 0.7071067811865476;
const ROOT_TWO = 1.4142135623730951;

/**
 * k ln 2 + log(1 + f) + correction, for 1 + f between the square roots of 1/2 and 2.
 *
 * With s = f / (2 + f), log(1 + f) = log((1 + s) / (1 - s)) = 2s + s R(s^2), and 2s = f - s f; f stands alone in the
 * last sum because it is exact.
 */
function assemble(k: number, f: number, correction: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = 0.4000000000000088 + w * (0.2222222239180047 + w * (0.15386240205813478 + w * 0.13086767009948175));
  const odd = 0.6666666666666666 + w * (0.2857142857080323 + w * (0.18181795630884753 + w * 0.13268759668560612));
  const half = 0.5 * f * f;
  return k * LN2_HIGH + (f - (half - (s * (half + z * odd + w * even) + (k * LN2_LOW + correction))));
}

/** Where a logarithm is not a number or not finite, and undefined elsewhere. */
const special = (x: number): number | undefined => {
  if (x > 0 && x < Infinity) return undefined;
  return x === 0 ? -Infinity : x > 0 ? Infinity : NaN;
};

/** The natural logarithm, within 1 ulp; NaN below 0 and -Infinity at 0. */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return special(x) ?? NaN;
  let k = 0;
  let m = x;
  if (m < 2.2250738585072014e-308) {
    m *= TWO_52; // subnormal: make it normal first
    k = -52;
  }
  const e = exponent(m);
  m = m * powerOfTwo(-e);
  return assemble(k + e, m - 1, 0);
}

/** log(1 + x), within 1 ulp, also where 1 + x rounds to 1; NaN below -1. */
export function log1p(x: number): number {
  if (!(x > -1 && x < Infinity)) return x === -1 ? -Infinity : x > 0 ? Infinity : NaN;
  if (x === 0) return x;
  if (x > ROOT_HALF - 1 && x < ROOT_TWO - 1) return assemble(0, x, 0);
  const u = 1 + x;
  if (u > 1e20) return log(x);
  const lost = x > 1 ? 1 - (u - x) : x - (u - 1);
  const k = exponent(u);
  return assemble(k, u * powerOfTwo(-k) - 1, lost / u);
}

const PER_LN2 = 1.4426950408889634;
const PER_LN2_LOW = 2.0355273740931033e-17;
const LOG10_E = 0.4342944819032518;
const LOG10_E_LOW = 1.098319650216765e-17;
const LOG10_2 = 0.30102999566361177; // 40 bits
const LOG10_2_LOW = 3.694239077158931e-13;

/** k times (base + baseLow) plus log m times (factor + factorLow), where log m is a pair. */
function inBase(x: number, factor: number, factorLow: number, base: number, baseLow: number): number {
  const {k, high, low} = logPair(x);
  const p = high * factor;
  const tail = productError(high, factor, p) + low * factor + high * factorLow + k * baseLow;
  const whole = k * base;
  const sum = whole + p;
  const lost = Math.abs(whole) > Math.abs(p) ? whole - sum + p : p - sum + whole;
  return sum + (lost + tail);
}

/** The logarithm to base 2, within 1 ulp, and exact for powers of 2. */
export const log2 = (x: number): number => special(x) ?? inBase(x, PER_LN2, PER_LN2_LOW, 1, 0);

/** The logarithm to base 10, within 1 ulp, and exact for powers of 10. */
export const log10 = (x: number): number => special(x) ?? inBase(x, LOG10_E, LOG10_E_LOW, LOG10_2, LOG10_2_LOW);
