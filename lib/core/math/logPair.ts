import {exponent, powerOfTwo} from "./bits.js";
import {productError} from "./pair.js";

const THIRD = 0.3333333333333333;
const THIRD_LOW = 1.850371707708594e-17;

/** log x = k ln 2 + high + low, where |low| is below an ulp of high. */
interface LogPair {
  readonly k: number;
  readonly high: number;
  readonly low: number;
}

/**
 * The natural logarithm of a finite x > 0 in two floats, good to about 2^-65: what pow, log2 and log10 are made from.
 *
 * With f = m - 1 and s = f / (2 + f): log m = 2s + 2s z (1/3 + z/5 + z^2/7 + ...), z = s^2. The leading terms are
 * carried in pairs (Dekker, A Floating-Point Technique for Extending the Available Precision, 1971).
 */
export function logPair(x: number): LogPair {
  const subnormal = x < 2.2250738585072014e-308;
  const normal = subnormal ? x * 4503599627370496 : x;
  const e = exponent(normal);
  const m = normal * powerOfTwo(-e);
  const k = subnormal ? e - 52 : e;
  const f = m - 1;

  const below = 2 + f;
  const belowLow = f - (below - 2);
  const s = f / below;
  const back = s * below;
  const sLow = (f - back - productError(s, below, back) - s * belowLow) / below;

  const z = s * s;
  const zLow = productError(s, s, z) + 2 * s * sLow;
  const rest =
    z *
    (0.2 +
      z *
        (0.14285714285714282 +
          z *
            (0.11111111111114215 +
              z *
                (0.09090909089828463 +
                  z *
                    (0.07692307880585086 +
                      z *
                        (0.06666648267216471 +
                          z * (0.058834065605171064 + z * (0.05228163634742257 + z * 0.053812122097824))))))));
  const u = THIRD + rest;
  const uLow = THIRD - u + rest + THIRD_LOW;
  const v = z * u;
  const vLow = productError(z, u, v) + z * uLow + zLow * u;
  const p = s * v;
  const pLow = productError(s, v, p) + s * vLow + sLow * v;
  const high = s + p;
  const low = s - high + p + (sLow + pLow);
  return {k, high: 2 * high, low: 2 * low};
}
