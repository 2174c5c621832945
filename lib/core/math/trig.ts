import {productError} from "./pair.js";
import {reduceAngle} from "./reduceAngle.js";

const EIGHTH = 0.7853981633974483; // π/4

/** sin(r + low) - r for |r| <= π/4. */
const sineTail = (r: number, low: number): number => {
  const z = r * r;
  const s =
    -0.16666666666666666 +
    z *
      (0.008333333333333331 +
        z *
          (-0.00019841269841265063 +
            z *
              (2.7557319219337312e-6 +
                z * (-2.5052106231802837e-8 + z * (1.6058531516797758e-10 + z * -7.586691094197958e-13)))));
  return z * r * s + low * (1 - 0.5 * z);
};

/** cos(r + low) - (1 - r²/2 as it rounds) for |r| <= π/4. */
const cosineTail = (r: number, low: number): number => {
  const z = r * r;
  const half = 0.5 * z;
  const top = 1 - half;
  const c =
    0.041666666666666664 +
    z *
      (-0.0013888888888888887 +
        z *
          (2.4801587301584645e-5 +
            z *
              (-2.755731922140179e-7 +
                z * (2.0876755790721963e-9 + z * (-1.1470460830795304e-11 + z * 4.7458685530816656e-14)))));
  return 1 - top - half + (z * z * c - r * low - 0.5 * productError(r, r, z));
};

const sine = (r: number, low: number): number => r + sineTail(r, low);
const cosine = (r: number, low: number): number => 1 - 0.5 * r * r + cosineTail(r, low);

/** sin of a quarter turn more in each quadrant. */
const inQuadrant = (quadrant: number, r: number, low: number): number =>
  quadrant === 0 ? sine(r, low) : quadrant === 1 ? cosine(r, low) : quadrant === 2 ? -sine(r, low) : -cosine(r, low);

/** The sine of an angle in radians, within 1 ulp for every finite x; NaN for ±Infinity. */
export function sin(x: number): number {
  if (Math.abs(x) <= EIGHTH) return x === 0 ? x : sine(x, 0);
  if (!(Math.abs(x) < Infinity)) return NaN;
  const {quadrant, high, low} = reduceAngle(x);
  return inQuadrant(quadrant, high, low);
}

/** The cosine of an angle in radians, within 1 ulp for every finite x; NaN for ±Infinity. */
export function cos(x: number): number {
  if (Math.abs(x) <= EIGHTH) return cosine(x, 0);
  if (!(Math.abs(x) < Infinity)) return NaN;
  const {quadrant, high, low} = reduceAngle(x);
  return inQuadrant((quadrant + 1) & 3, high, low);
}

/** (a + aLow) / (b + bLow) for low parts below an ulp, with one correction of the rounded quotient. */
const quotient = (a: number, aLow: number, b: number, bLow: number): number => {
  const q = a / b;
  const back = q * b;
  return q + (a - back - productError(q, b, back) + (aLow - q * bLow)) / b;
};

/** The tangent of an angle in radians, within 1 ulp for every finite x; NaN for ±Infinity. */
export function tan(x: number): number {
  if (!(Math.abs(x) < Infinity)) return NaN;
  if (Math.abs(x) < 1e-8) return x;
  const {quadrant, high, low} = Math.abs(x) <= EIGHTH ? {quadrant: 0, high: x, low: 0} : reduceAngle(x);
  const top = 1 - 0.5 * high * high;
  const sTail = sineTail(high, low);
  const cTail = cosineTail(high, low);
  const s = high + sTail;
  const c = top + cTail;
  const sLow = high - s + sTail;
  const cLow = top - c + cTail;
  return quadrant % 2 === 0 ? quotient(s, sLow, c, cLow) : -quotient(c, cLow, s, sLow);
}
