import {expPair} from "./exp.js";
import {logPair} from "./logPair.js";
import {productError} from "./pair.js";

const LN2_HIGH = 0.6931471805592082; // 40 bits
const LN2_LOW = 7.371002565167799e-13;

const isWhole = (y: number): boolean => Math.floor(y) === y;
const isOdd = (y: number): boolean => isWhole(y) && y % 2 !== 0;

/** |x|^y for a finite x != 0, a finite y != 0, and |x| != 1. */
function magnitude(x: number, y: number): number {
  const grows = x > 1 === y > 0;
  if (Math.abs(y) > 1e20) return grows ? Infinity : 0;
  if (Math.abs(y) < 1e-20) return 1;
  const {k, high, low} = logPair(x);
  const whole = k * LN2_HIGH;
  const sum = whole + high;
  const lost = Math.abs(whole) > Math.abs(high) ? whole - sum + high : high - sum + whole;
  const sumLow = lost + low + k * LN2_LOW;
  const product = y * sum;
  return expPair(product, productError(y, sum, product) + y * sumLow);
}

/** x^y where x is ±0 or ±Infinity, or y is ±Infinity; neither is NaN, y is not 0, x is not ±1. */
function atTheEnds(x: number, y: number): number {
  if (Math.abs(y) === Infinity) return Math.abs(x) > 1 === y > 0 ? Infinity : 0;
  const size = (x === 0) === y > 0 ? 0 : Infinity;
  const negative = x === 0 ? 1 / x < 0 : x < 0;
  return negative && isOdd(y) ? -size : size;
}

/**
 * x to the power y, within 1 ulp, exact where the power is a float64.
 *
 * Special cases are those of IEEE 754-2019, section 9.2.1: where JavaScript's `**` says NaN, pow(±1, ±Infinity) and
 * pow(1, NaN) are 1. A negative x has a power for whole y only. log x is carried in two floats, since an error of it
 * is multiplied by y.
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (x !== x || y !== y) return NaN;
  if (x === -1 && Math.abs(y) === Infinity) return 1;
  if (x === 0 || Math.abs(x) === Infinity || Math.abs(y) === Infinity) return atTheEnds(x, y);
  if (x > 0) return y === 1 ? x : magnitude(x, y);
  if (!isWhole(y)) return NaN;
  const size = x === -1 ? 1 : magnitude(-x, y);
  return isOdd(y) ? -size : size;
}
