import {givenFunction} from "../tensor/given.js";
import {zerosLike} from "../tensor/make.js";
import {region, synchronous} from "../tensor/region.js";
import {currentRegion} from "../tensor/storage.js";
import {firstBirth, pullBack, pushForward} from "./graph.js";
import {grad, type Loss} from "./grad.js";
import {seenOutside} from "./tracked.js";
import {tensorsAlike} from "./tensorsAlike.js";
import {tensorsOf, variables, withTensors} from "./variables.js";

/** A value, and how gradients with respect to it go back: what reverse mode is made of. */
export interface Pullback<P, R> {
  readonly value: R;
  /** vᵀ·J: the gradient of Σ ⟨v, value⟩ with respect to each tensor of the argument. */
  readonly pull: (cotangent: R) => P;
}

/**
 * f's value and its vector–Jacobian product, at the cost of a few calls of f whatever the size of the argument.
 *
 * Cotangents have the tree, the shapes and the kinds of the value.
 *
 * Inside a region the operations of f are remembered; outside, `pull` calls f again, so that nothing lingers.
 */
export function vjp<P, R>(f: (params: P) => R, params: P): Pullback<P, R> {
  givenFunction("vjp", "f", f);
  const pullThrough = (): Pullback<P, R> => {
    const {tree, nodes} = variables("vjp", params);
    const value = synchronous("vjp", f(tree));
    const since = firstBirth(nodes);
    const results = tensorsOf(value);
    const pull = (cotangent: R): P => {
      const gradients = pullBack(nodes, results, tensorsAlike("vjp", ["value", value], ["cotangent", cotangent]));
      return withTensors(
        params,
        gradients.map((gradient, i) => gradient ?? zerosLike(nodes[i]!))
      );
    };
    return {
      value: withTensors(
        value,
        results.map((result) => seenOutside(result, since))
      ),
      pull
    };
  };
  if (currentRegion() !== undefined) return pullThrough();
  return {
    value: region(() => pullThrough().value),
    pull: (cotangent) => region(() => pullThrough().pull(cotangent))
  };
}

/** A value, and the direction in which it moves. */
export interface Pushforward<R> {
  readonly value: R;
  readonly tangent: R;
}

/**
 * f's value and its Jacobian–vector product J·v: how the value moves when the argument moves in a direction, which has
 * the argument's tree, shapes and kinds.
 *
 * @example
 * const {value, tangent} = jvp((x) => square(x), tensor([3]), tensor([1]));
 * toNested(value); // [9]
 * toNested(tangent); // [6]
 */
export const jvp = <P, R>(f: (params: P) => R, params: P, direction: P): Pushforward<R> =>
  region(() => {
    givenFunction("jvp", "f", f);
    const {tree, nodes} = variables("jvp", params);
    const value = synchronous("jvp", f(tree));
    const results = tensorsOf(value);
    const tangents = pushForward(nodes, results, tensorsAlike("jvp", ["params", params], ["direction", direction]));
    const since = firstBirth(nodes);
    return {
      value: withTensors(
        value,
        results.map((result) => seenOutside(result, since))
      ),
      tangent: withTensors(
        value,
        tangents.map((tangent, i) => tangent ?? zerosLike(results[i]!))
      )
    };
  });

/**
 * H·v for the Hessian H of f, without ever making H: the direction in which the gradient moves (Pearlmutter 1994).
 * Forward mode through reverse mode, at a small multiple of the gradient's own cost.
 */
export const hessianVectorProduct = <P, A extends readonly unknown[]>(
  f: Loss<P, A>,
  params: P,
  direction: P,
  ...rest: A
): P => jvp((p: P) => grad(f)(p, ...rest), params, direction).tangent;
