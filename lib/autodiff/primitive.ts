import type {Tensor} from "../core/tensorData.js";

/** What a rule is told of the operation that it differentiates. */
export interface Applied<P> {
  readonly inputs: readonly Tensor[];
  readonly params: P;
  readonly output: Tensor;
  /** What `forward` kept for the way back. */
  readonly saved: readonly Tensor[];
  /** Whether the gradient with respect to an input is needed. */
  readonly wants: (input: number) => boolean;
}

/** A gradient for each input: undefined where it is zero, or was not wanted. */
export type Cotangents = readonly (Tensor | undefined)[];

/**
 * One operation that a program is made of: what it computes, and beside it how derivatives go through it.
 *
 * Rules are written in operations that have rules themselves, so that derivatives can be differentiated again.
 */
export interface Primitive<P = undefined> {
  readonly name: string;
  readonly forward: (inputs: readonly Tensor[], params: P, keep: (...saved: readonly Tensor[]) => void) => Tensor;
  /** Vector times Jacobian: the gradient of a number with respect to the output in, that of each input out. */
  readonly vjp: (cotangent: Tensor, applied: Applied<P>) => Cotangents;
  /** Jacobian times vector: the directions in which the inputs move in (undefined: not at all), the output's out. */
  readonly jvp: (tangents: readonly (Tensor | undefined)[], applied: Applied<P>) => Tensor;
}
