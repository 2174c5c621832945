// one number, seen as a float and as its two 32-bit words; nothing outside of a call can see what a call leaves here
const float = new Float64Array(1);
const words = new Int32Array(float.buffer);
float[0] = 1;
const HIGH = words[1] === 0 ? 0 : 1; // the word with the sign and the exponent, on machines of either byte order

// a table, since a float that is put together from words has to go through memory twice
const POWERS = new Float64Array(1024 + 1074);
for (let k = 0, p = 1; k < 1024; k++, p *= 2) POWERS[k + 1074] = p;
for (let k = -1, p = 0.5; k >= -1074; k--, p /= 2) POWERS[k + 1074] = p;

/** 2 to the power k, for a whole k from -1074 to 1023. */
export const powerOfTwo = (k: number): number => POWERS[(k + 1074) | 0]!;

/** x times 2 to the power k, rounded once, for a whole k and an x between 1/4 and 4. */
export function scale(x: number, k: number): number {
  if (k > 1022) return x * 2 * powerOfTwo(Math.min(k - 1, 1023));
  if (k < -1020) return x * powerOfTwo(Math.max(k + 600, -1074)) * powerOfTwo(-600);
  return x * powerOfTwo(k);
}

/**
 * The whole k for which x / 2^k is between the square roots of 1/2 and 2, for a normal x > 0.
 *
 * A fraction from that of √2 on (0x6a09e, in 20 bits) carries into the exponent; a branch would be guessed wrongly.
 */
export const exponent = (x: number): number => {
  float[0] = x;
  return ((words[HIGH]! + (0x100000 - 0x6a09e)) >> 20) - 1023;
};

/** The whole k with 2^k ≤ |x| < 2^(k+1), for a normal x. */
export const leadingExponent = (x: number): number => {
  float[0] = x;
  return ((words[HIGH]! >> 20) & 0x7ff) - 1023;
};
