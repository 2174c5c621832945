/** How a landscape bends at a place: its gradient, its Hessian, and the two directions that the Hessian leaves alone. */
import {grad, hessianVectorProduct, inRegion, tensor, type Tensor} from "/lib/tensor.js";
import type {Landscape} from "/lib/stages/optimization.js";
import {axesOf, type Axis} from "./axes.js";
import type {Place} from "./walk.js";

export interface Curvature {
  readonly gradient: Place;
  /** The two rows of a symmetric matrix. */
  readonly hessian: readonly [Place, Place];
  /** The larger curvature first, each with a direction of length 1. */
  readonly axes: readonly [Axis, Axis];
}

const pair = ({data: [a = NaN, b = NaN]}: Tensor): Place => [a, b];

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
