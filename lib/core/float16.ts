import {leadingExponent, powerOfTwo} from "./math/bits.js";

/**
 * The number that 16 bits stand for in IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction.
 *
 * @param bits - Whole, from 0 to 65,535.
 */
export function halfToNumber(bits: number): number {
  const sign = bits >> 15 === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  // powers of two, which division and multiplication keep exactly
  if (exponent === 0) return (sign * fraction) / 16_777_216;
  const scaled = 1 + fraction / 1024;
  return exponent >= 15 ? sign * scaled * (1 << (exponent - 15)) : (sign * scaled) / (1 << (15 - exponent));
}

const SMALLEST_EXPONENT = -14; // below 2 to this, numbers are subnormal
const BEYOND = 65_520; // half a step above the greatest number
const TO_WHOLE = 1.5 * powerOfTwo(52); // a sum with it has no room for fractions, and the sum is rounded to even

/** The 16 bits of the nearest binary16 number; of two that are equally near, the even one. ±Infinity from 65,520 on. */
export function numberToHalf(x: number): number {
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const size = Math.abs(x);
  if (size !== size) return 0x7e00;
  if (size >= BEYOND) return sign | 0x7c00;
  const exponent = Math.max(SMALLEST_EXPONENT, leadingExponent(size));
  // in units of the last bit, exactly; a rounding up to the next power of two carries into the exponent by itself
  const units = size * powerOfTwo(10 - exponent) + TO_WHOLE - TO_WHOLE;
  return sign | (((exponent + 15) << 10) + units - 1024);
}
