// one number, seen as a float and as its two 32-bit words; nothing outside of a call can see what a call leaves here
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
const HIGH = words[1] === 0 ? 0 : 1; // the word with the sign and the exponent, on machines of either byte order

/** The upper 32 bits of a float64: sign, exponent, first 20 bits of the fraction. */
export const highWord = (x: number): number => {
  float[0] = x;
  return words[HIGH]!;
};

/** The float64 that has these upper and lower 32 bits. */
export const fromWords = (high: number, low: number): number => {
  words[HIGH] = high;
  words[1 - HIGH] = low;
  return float[0]!;
};

/** 2 to the power k, for a whole k from -1022 to 1023. */
export const powerOfTwo = (k: number): number => fromWords((k + 1023) << 20, 0);

/** x times 2 to the power k, rounded once, for a whole k and an x between 1/4 and 4. */
export function scale(x: number, k: number): number {
  if (k > 1022) return x * 2 * powerOfTwo(Math.min(k - 1, 1023));
  if (k < -1020) return x * powerOfTwo(Math.max(k + 600, -1022)) * powerOfTwo(-600);
  return x * powerOfTwo(k);
}

/** The whole k for which x / 2^k is between the square roots of 1/2 and 2, for a normal x > 0. */
export const exponent = (x: number): number => {
  const high = highWord(x);
  return (high >>> 20) - 1023 + ((high & 0xfffff) >= 0x6a09e ? 1 : 0);
};
