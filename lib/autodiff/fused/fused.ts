import type {Tensor} from "../../core/tensorData.js";
import {pullBack, pushForward} from "../graph.js";
import type {Applied, Cotangents, Primitive} from "../primitive.js";
import {isTracked, variable} from "../tracked.js";
import {zerosLike} from "../../tensor/make.js";

/** An operation that one kernel does in a pass or two, and what it is made of. */
interface Fused<P> {
  readonly name: string;
  readonly forward: Primitive<P>["forward"];
  /** The gradients by kernels: called with plain numbers alone. */
  readonly grad: (cotangent: Tensor, applied: Applied<P>) => Cotangents;
  /** The same function in small operations: the definition, and what second derivatives and directions go through. */
  readonly composed: (inputs: readonly Tensor[], params: P) => Tensor;
}

/**
 * A primitive of a fused operation: kernels forwards and back. Where the gradient is itself to be differentiated, or a
 * direction is pushed through, the composition takes their place.
 */
export function fused<P>({name, forward, grad, composed}: Fused<P>): Primitive<P> {
  const replay = ({inputs, params, wants}: Applied<P>, moving: (i: number) => boolean = wants) => {
    const variables = inputs.map((input, i) => (moving(i) ? variable(input) : undefined));
    const output = composed(
      inputs.map((input, i) => variables[i] ?? input),
      params
    );
    return {variables, output};
  };
  return {
    name,
    forward,
    vjp: (dy, applied) => {
      if (!isTracked(dy) && !applied.inputs.some(isTracked)) return grad(dy, applied);
      const {variables, output} = replay(applied);
      const wanted = variables.filter((each) => each !== undefined);
      const gradients = pullBack(wanted, [output], [dy]);
      return variables.map((each) => (each === undefined ? undefined : gradients[wanted.indexOf(each)]));
    },
    jvp: (tangents, applied) => {
      const {variables, output} = replay(applied, (i) => tangents[i] !== undefined);
      const moving = variables.filter((each) => each !== undefined);
      const directions = tangents.filter((each) => each !== undefined);
      return pushForward(moving, [output], directions)[0] ?? zerosLike(applied.output);
    }
  };
}
