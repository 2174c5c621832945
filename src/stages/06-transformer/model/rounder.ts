import {largest, type FloatFormat} from "../../../components/floats.js";

const [LOWEST, HIGHEST] = [-180, 180];
const POWERS = Float64Array.from({length: HIGHEST - LOWEST + 1}, (_, i) => 2 ** (LOWEST + i));
const TO_WHOLE = 1.5 * 2 ** 52; // a sum with it has no room for fractions, and is rounded to even

const float = new Float32Array(1);
const word = new Uint32Array(float.buffer);

/** What `roundTo` does to a float32 number, for many of them: the exponent is read from its bits. A zero may lose its sign. */
export function rounderTo(format: FloatFormat): (x: number) => number {
  const {bits, least} = format;
  const top = largest(format);
  return (x) => {
    float[0] = x;
    const exponent = ((word[0]! >>> 23) & 255) - 127; // −127 of a subnormal number, which is small enough
    if (exponent === 128) return x;
    const last = Math.max(least, exponent) - bits + 1;
    const near = (x * POWERS[-last - LOWEST]! + TO_WHOLE - TO_WHOLE) * POWERS[last - LOWEST]!;
    return near > top ? Infinity : near < -top ? -Infinity : near;
  };
}
