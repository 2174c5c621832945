/** Numbers as few bits hold them: which are there, and how a real number becomes one of them. */

/** A binary format with subnormals and infinities, as IEEE 754 describes them. */
export interface FloatFormat {
  readonly name: string;
  /** Bits of precision: those of the fraction, and the leading 1 that is not stored. */
  readonly bits: number;
  /** The exponent of the smallest normal number. Below it, numbers are as far apart as there. */
  readonly least: number;
  /** The exponent of the largest number. */
  readonly most: number;
}

export const FLOAT32: FloatFormat = {name: "float32", bits: 24, least: -126, most: 127};
export const FLOAT16: FloatFormat = {name: "float16", bits: 11, least: -14, most: 15};
export const BFLOAT16: FloatFormat = {name: "bfloat16", bits: 8, least: -126, most: 127};
export const FORMATS = [FLOAT32, FLOAT16, BFLOAT16] as const;

/** The whole k with 2^k ≤ x < 2^(k+1), for x > 0: a logarithm may be off by a rounding, and powers of two are not. */
function exponentOf(x: number): number {
  const near = Math.floor(Math.log2(x));
  return 2 ** near > x ? near - 1 : 2 ** (near + 1) <= x ? near + 1 : near;
}

/** How far apart the numbers of a format are where x is: one unit in the last place. */
export const gapAt = ({bits, least}: FloatFormat, x: number): number =>
  2 ** (Math.max(least, x === 0 ? least : exponentOf(Math.abs(x))) - bits + 1);

/** The largest finite number. */
export const largest = ({bits, most}: FloatFormat): number => (2 - 2 ** (1 - bits)) * 2 ** most;

/** The smallest number above 0. */
export const smallest = ({bits, least}: FloatFormat): number => 2 ** (least - bits + 1);

/** Rounds x, in units of the last place, by a rule; what needs a larger exponent than there is becomes infinite. */
function rounded(format: FloatFormat, x: number, rule: (units: number) => number): number {
  if (!Number.isFinite(x) || x === 0) return x;
  const gap = gapAt(format, x);
  const size = rule(Math.abs(x) / gap) * gap; // both exact: a gap is a power of two
  return Math.sign(x) * (size > largest(format) ? Infinity : size);
}

/** The nearest whole number; of two, the even one. */
function nearestEven(units: number): number {
  const below = Math.floor(units);
  const part = units - below;
  return part > 0.5 || (part === 0.5 && below % 2 === 1) ? below + 1 : below;
}

/** The nearest number of a format; of two, the one whose last bit is 0. NaN and zeros of both signs stay. */
export const roundTo = (format: FloatFormat, x: number): number => rounded(format, x, nearestEven);

/**
 * One of the two neighbors of x, by a number u that is drawn evenly from [0, 1): up with the probability of the part of the
 * gap that lies below x, so that the mean over all u is x. A number of the format stays.
 */
export const roundByChance = (format: FloatFormat, x: number, u: number): number =>
  rounded(format, x, (units) => Math.floor(units) + (u < units - Math.floor(units) ? 1 : 0));

/** The next larger number of a format: below a power of two, numbers are twice as dense as above. */
function nextUp(format: FloatFormat, x: number): number {
  const [gap, half] = [gapAt(format, x), x + gapAt(format, x) / 2];
  return x < 0 && roundTo(format, half) === half ? half : x + gap;
}

/** All numbers of a format from low to high; undefined if they are more than `most`. */
export function numbersBetween(
  format: FloatFormat,
  low: number,
  high: number,
  most: number
): readonly number[] | undefined {
  const numbers: number[] = [];
  const first = roundTo(format, low);
  for (let x = first < low ? nextUp(format, first) : first; x <= high; x = nextUp(format, x)) {
    if (numbers.length >= most) return undefined;
    numbers.push(x);
  }
  return numbers;
}
