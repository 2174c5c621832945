/** How a landscape bends at a place: its gradient, its Hessian, and the two directions that the Hessian leaves alone. */
import {grad, hessianVectorProduct, inRegion, tensor, type Tensor} from "/lib/tensor.js";
import type {Landscape} from "/lib/stages/optimization.js";
import type {Place} from "./walk.js";

export interface Curvature {
  readonly gradient: Place;
  /** The two rows of a symmetric matrix. */
  readonly hessian: readonly [Place, Place];
  /** The larger curvature first, each with a direction of length 1. */
  readonly axes: readonly [Axis, Axis];
}

interface Axis {
  readonly curvature: number;
  readonly direction: Place;
}

const pair = ({data: [a = NaN, b = NaN]}: Tensor): Place => [a, b];

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

/** At a place of a landscape: two Hessian–vector products, one along each coordinate. */
export function curvatureAt({value}: Landscape, [x, y]: Place): Curvature {
  const measured = inRegion(() => {
    const at = tensor([x, y], "float64");
    const along = (direction: Place) => pair(hessianVectorProduct(value, at, tensor([...direction], "float64")));
    return {gradient: pair(grad(value)(at)), hessian: [along([1, 0]), along([0, 1])] as const};
  });
  const {gradient, hessian} = measured();
  return {gradient, hessian, axes: axesOf(hessian)};
}

/** What a place of gradient zero with these curvatures would be. */
export function kindOf([{curvature: most}, {curvature: least}]: Curvature["axes"]):
  "bowl" | "saddle" | "dome" | "flat" {
  const flat = 1e-9 * Math.max(1, Math.abs(most), Math.abs(least));
  if (least > flat) return "bowl";
  if (most < -flat) return "dome";
  return most > flat && least < -flat ? "saddle" : "flat";
}
