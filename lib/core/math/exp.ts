import {powerOfTwo, scale} from "./bits.js";

const PER_LN2 = 1.4426950408889634;
const LN2_HIGH = 0.6931471805592082; // 40 bits, so that its products with exponents are exact
const LN2_LOW = 7.371002565167799e-13;

/** e^r - 1 - r for |r| <= ln(2) / 2. */
const beyondLinear = (r: number): number => {
  const z = r * r;
  const even =
    0.5 +
    z *
      (0.04166666666666667 +
        z *
          (0.0013888888888883748 +
            z * (2.4801587325547743e-5 + z * (2.75572736431103e-7 + z * 2.0914686968086876e-9))));
  const odd =
    0.1666666666666667 +
    z * (0.008333333333326136 + z * (0.00019841269874820627 + z * (2.7557255400206422e-6 + z * 2.5105217004720745e-8)));
  return z * (even + r * odd);
};

/** e^(x + tail) for a tail that is small beside x: pow's last step. Not for NaN. */
export function expPair(x: number, tail: number): number {
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  const k = Math.floor(x * PER_LN2 + 0.5);
  const near = x - k * LN2_HIGH;
  const far = k * LN2_LOW - tail;
  const r = near - far;
  return scale(1 + (near + (beyondLinear(r) - far)), k);
}

/**
 * The exponential function e^x, within 1 ulp, of every float64; subnormal results are within 1 of their ulps.
 *
 * x = k ln 2 + r with |r| <= ln(2) / 2, so e^x = 2^k e^r, and e^r is a polynomial of degree 12.
 */
export const exp = (x: number): number => (x === x ? expPair(x, 0) : NaN);

/**
 * e^x - 1, within 1 ulp, also where e^x is so near 1 that the subtraction would leave nothing.
 *
 * With x = k ln 2 + r it is 2^k ((1 - 2^-k) + (e^r - 1)), where 1 - 2^-k is exact.
 */
export function expm1(x: number): number {
  if (x !== x) return NaN;
  if (x === 0) return x;
  if (x > 40) return exp(x);
  if (x < -40) return -1;
  const k = Math.floor(x * PER_LN2 + 0.5);
  if (k === 0) return x + beyondLinear(x);
  const near = x - k * LN2_HIGH;
  const far = k * LN2_LOW;
  const tail = beyondLinear(near - far) - far;
  const one = 1 - powerOfTwo(-k);
  const sum = one + near;
  const lost = Math.abs(one) > Math.abs(near) ? one - sum + near : near - sum + one;
  return (sum + (lost + tail)) * powerOfTwo(k);
}
