import {expm1} from "./exp.js";

/** The hyperbolic tangent, within 2 ulp: (e^2x - 1) / (e^2x + 1), which is ±1 from |x| = 20 on. */
export function tanh(x: number): number {
  if (x !== x || x === 0) return x;
  const size = Math.abs(x);
  if (size > 20) return x < 0 ? -1 : 1;
  const t = expm1(2 * size);
  const y = size < 1 ? t / (t + 2) : 1 - 2 / (t + 2);
  return x < 0 ? -y : y;
}
