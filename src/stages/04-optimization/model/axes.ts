/** The two directions that a symmetric matrix of two by two leaves alone. */
import type {Place} from "./walk.js";

export interface Axis {
  readonly curvature: number;
  readonly direction: Place;
}

/**
 * Eigenvalues and directions of ((a, b), (b, d)): λ = m ± √(((a − d)/2)² + b²) around the mean m of a and d, and the
 * direction (cos θ, sin θ) of the larger one has tan 2θ = 2b/(a − d).
 */
export function axesOf([[a, b], [, d]]: readonly [Place, Place]): readonly [Axis, Axis] {
  const [middle, half] = [(a + d) / 2, (a - d) / 2];
  const reach = Math.sqrt(half * half + b * b);
  // (half + reach, b) and (b, reach − half) both point along it; the longer one is not lost in rounding
  const [x, y] = half >= 0 ? [half + reach, b] : [b, reach - half];
  const length = Math.sqrt(x * x + y * y);
  const [u, v] = length === 0 ? [1, 0] : [x / length, y / length];
  return [
    {curvature: middle + reach, direction: [u, v]},
    {curvature: middle - reach, direction: [0 - v, u]}
  ];
}

/** What a place of gradient zero with these curvatures would be. */
export function kindOf([{curvature: most}, {curvature: least}]: readonly [Axis, Axis]):
  "bowl" | "saddle" | "dome" | "flat" {
  const flat = 1e-9 * Math.max(1, Math.abs(most), Math.abs(least));
  if (least > flat) return "bowl";
  if (most < -flat) return "dome";
  return most > flat && least < -flat ? "saddle" : "flat";
}
