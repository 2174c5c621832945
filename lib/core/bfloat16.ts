import {leadingExponent, powerOfTwo} from "./math/bits.js";

const SMALLEST_EXPONENT = -126; // numbers below 2 to this are subnormal: their last bit weighs as much as its
const FRACTION_BITS = 7;
const BEYOND = 2 * powerOfTwo(127);
const TO_WHOLE = 1.5 * powerOfTwo(52); // a sum with it has no room for fractions, and the sum is rounded to even

/**
 * The nearest number that bfloat16 can hold: 8 bits of precision, the exponents of float32. Of two that are equally near,
 * the one whose last bit is 0; ±Infinity from 2¹²⁸ − 2¹¹⁹ on. It is rounded once, not through float32.
 */
export function roundToBfloat16(x: number): number {
  if (x - x !== 0 || x === 0) return x; // NaN, infinities, zeros of both signs
  const last = Math.max(SMALLEST_EXPONENT, leadingExponent(x)) - FRACTION_BITS;
  if (last > 127 - FRACTION_BITS) return x > 0 ? Infinity : -Infinity;
  // in units of the last bit, exactly: a product with a power of two whose reciprocal is one as well
  const units = x * powerOfTwo(-last);
  const rounded = (units + TO_WHOLE - TO_WHOLE) * powerOfTwo(last);
  if (rounded === 0) return x < 0 ? -0 : 0;
  return rounded >= BEYOND ? Infinity : rounded <= -BEYOND ? -Infinity : rounded;
}

const one = new DataView(new ArrayBuffer(4));

/** The 16 bits of the nearest bfloat16 number: the upper half of a float32. */
export function numberToBfloat16(x: number): number {
  one.setFloat32(0, roundToBfloat16(x));
  return one.getUint16(0);
}
