import {sumError} from "./pair.js";

const PER_QUARTER = 0.6366197723675814; // 2/π
// π/2 in three parts; the first two have 33 bits, so that their products with n < 2^20 are exact
const QUARTER_1 = 1.5707963267341256;
const QUARTER_2 = 6.077100506303966e-11;
const QUARTER_3 = 2.0222662487959506e-21;

const BITS = 1216n;
/** 2/π in 1216 bits: enough for the fraction of x · 2/π at the largest float64. */
const PER_QUARTER_BITS = BigInt(
  "0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a" +
    "73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb" +
    "09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6bab"
);
/** π/2 in 192 bits behind the point. */
const QUARTER_BITS = 0x1921fb54442d18469898cc51701b839a252049c1114cf98e8n;

/** x = n π/2 + high + low, with n modulo 4 and |high| at most a little over π/4. */
interface Reduced {
  readonly quadrant: number;
  readonly high: number;
  readonly low: number;
}

/** Cody and Waite 1980: subtract n π/2 in parts, each subtraction exact or with its error kept. */
function reduceMedium(x: number): Reduced {
  const n = Math.floor(x * PER_QUARTER + 0.5);
  const first = x - n * QUARTER_1;
  const second = n * QUARTER_2;
  const r = first - second;
  const lost = sumError(first, -second, r) - n * QUARTER_3;
  const high = r + lost;
  return {quadrant: n & 3, high, low: r - high + lost};
}

/** Payne and Hanek 1983, in whole numbers: x is m 2^e, so x · 2/π is a product of integers, and its fraction exact. */
function reduceLarge(x: number): Reduced {
  let e = 0n;
  let m = Math.abs(x);
  for (; m < 4503599627370496; m *= 2) e -= 1n;
  for (; m >= 9007199254740992; m /= 2) e += 1n;
  const turns = BigInt(m) * PER_QUARTER_BITS;
  const point = BITS - e;
  const nearest = (turns + (1n << (point - 1n))) >> point;
  const fraction = turns - (nearest << point); // in quarter turns, times 2^point
  const drop = point > 260n ? point - 260n : 0n;
  const rest = (fraction >> drop) * QUARTER_BITS; // in radians, times 2^unit
  const unit = Number(point - drop + 192n);
  const high = Number(rest);
  const low = Number(rest - BigInt(high));
  const half = shrink(high, unit);
  const sign = x < 0 ? -1 : 1;
  return {quadrant: (sign * Number(nearest & 3n)) & 3, high: sign * half, low: sign * shrink(low, unit)};
}

/** x / 2^k. */
const shrink = (x: number, k: number): number => {
  let y = x;
  let left = k;
  for (; left >= 64; left -= 64) y /= 18446744073709551616;
  for (; left > 0; left--) y /= 2;
  return y;
};

/** Takes whole quarter turns from an angle in radians, to about 2^-75 of what is left, for every finite x. */
export function reduce(x: number): Reduced {
  if (Math.abs(x) < 1e6) {
    const medium = reduceMedium(x);
    if (Math.abs(medium.high) > 1e-6) return medium; // nearer to a quarter turn, three parts of π/2 are too few
  }
  return reduceLarge(x);
}
