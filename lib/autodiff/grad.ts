import {ShapeError} from "../core/errors.js";
import {isTensor, shapeText, type Tensor} from "../core/tensorData.js";
import {givenFunction} from "../tensor/given.js";
import {onesLike, zerosLike} from "../tensor/make.js";
import {region, synchronous} from "../tensor/region.js";
import {bringIn} from "../tensor/storage.js";
import {firstBirth, pullBack} from "./graph.js";
import {seenOutside, stopGradient} from "./tracked.js";
import {tensorsOf, variables, withTensors} from "./variables.js";

/** A function of a tree of tensors, and of anything else, whose value is one number. */
export type Loss<P, A extends readonly unknown[]> = (params: P, ...rest: A) => Tensor;

/** A value and the gradients of it, in the shape of the tree that they belong to. */
export interface ValueAndGrads<P> {
  readonly value: Tensor;
  readonly grads: P;
}

/** A function's value, if it is one number. @throws ShapeError, LibraryError for a promise of one */
export function checkScalar(where: string, result: unknown): Tensor {
  const value = synchronous(where, result);
  if (isTensor(value) && value.shape.length === 0) return value;
  throw new ShapeError(
    where,
    "the function's value is a scalar",
    [{name: "value", value: isTensor(value) ? shapeText(value.shape) : typeof value}],
    "reduce it with sum or mean; for more than one number there are vjp and jacobian"
  );
}

/**
 * A function that gives f's value and its gradients with respect to all tensors of its first argument.
 *
 * Reverse mode: one walk through the operations of f, at a small multiple of f's own cost, whatever the number of
 * parameters. A parameter that f does not use has a gradient of zeros. Gradients can be differentiated again.
 *
 * @throws DtypeError for parameters that are no floats; ShapeError unless f's value is a scalar.
 *
 * @example
 * const {value, grads} = valueAndGrad((x) => sum(mul(x, x)))(tensor([3]));
 * item(value); // 9
 * toNested(grads); // [6]
 */
export const valueAndGrad =
  <P, A extends readonly unknown[]>(f: Loss<P, A>): ((params: P, ...rest: A) => ValueAndGrads<P>) =>
  (params, ...rest) => {
    givenFunction("grad", "f", f);
    bringIn(tensorsOf(params));
    return region(() => {
      const {tree, nodes} = variables("grad", params);
      const value = checkScalar("grad", f(tree, ...rest));
      const gradients = pullBack(nodes, [value], [onesLike(stopGradient(value))]);
      const grads = withTensors(
        params,
        gradients.map((gradient, i) => gradient ?? zerosLike(nodes[i]!))
      );
      return {value: seenOutside(value, firstBirth(nodes)), grads};
    });
  };

/**
 * A function that gives the gradients of f, as a tree like f's first argument.
 *
 * @example
 * const loss = ({w}) => sum(square(w));
 * toNested(grad(loss)({w: tensor([1, 2, 3])}).w); // [2, 4, 6]
 */
export const grad =
  <P, A extends readonly unknown[]>(f: Loss<P, A>): ((params: P, ...rest: A) => P) =>
  (params, ...rest) =>
    valueAndGrad(f)(params, ...rest).grads;
