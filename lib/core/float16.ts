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
