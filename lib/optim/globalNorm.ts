import {add} from "../autodiff/ops/binary.js";
import {sum} from "../autodiff/ops/broadcast.js";
import {cast} from "../autodiff/ops/cast.js";
import {sqrt, square} from "../autodiff/ops/unary.js";
import {isTracked} from "../autodiff/tracked.js";
import {sizeOf, type Tensor} from "../core/tensorData.js";
import {backendOf} from "../tensor/backend.js";
import {scalar} from "../tensor/make.js";
import {computed} from "../tensor/region.js";
import {tensorLeaves} from "./tensorLeaves.js";

function squaresOf(x: Tensor): Tensor {
  if (isTracked(x)) return sum(square(cast(x, "float64")));
  return computed(x.dtype, () => {
    const backend = backendOf(x.dtype);
    return scalar(backend.kernels.sumSquares(sizeOf(x.shape), backend.floats(x)), "float64");
  });
}

/** Σ x² over all tensors of a tree: a float64 scalar, so that squares of float32 numbers do not overflow. */
export const sumOfSquares = (where: string, tree: object): Tensor =>
  tensorLeaves(where, "tree", tree)
    .map(squaresOf)
    .reduce((total, part) => add(total, part), scalar(0, "float64"));

/**
 * The length of all tensors of a tree taken as one vector, √Σ x²: a float64 scalar. 0 of no tensors.
 *
 * @example
 * item(globalNorm({a: tensor([3]), b: tensor([4])})); // 5
 */
export const globalNorm = (tree: object): Tensor => sqrt(sumOfSquares("globalNorm", tree));
