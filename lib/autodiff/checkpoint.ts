import {LibraryError} from "../core/errors.js";
import {sizeOf, type Tensor} from "../core/tensorData.js";
import {region, synchronous} from "../tensor/region.js";
import {givenFunction} from "../tensor/given.js";
import {pullBack, pushForward} from "./graph.js";
import {flatten} from "./ops/join.js";
import {reshape} from "./ops/reshape.js";
import {slice} from "./ops/strided.js";
import type {Applied, Primitive} from "./primitive.js";
import {apply, isTracked, variable} from "./tracked.js";
import {tensorsOf, withTensors} from "./variables.js";
import {zeros, zerosLike} from "../tensor/make.js";

/** What is kept of a result: its tree and its shapes. Its numbers die with the region. */
interface Form<R> {
  readonly tree: R;
  readonly shapes: readonly (readonly number[])[];
}

const NOTHING = zeros([0]);

interface Segment {
  /** From the tensors of the arguments to those of the result. */
  readonly f: (tensors: readonly Tensor[]) => readonly Tensor[];
}

/** f as one operation that keeps nothing but its inputs: rules run it again, and forget it again. */
const segment: Primitive<Segment> = {
  name: "checkpoint",
  forward: (inputs, {f}) =>
    region(() => {
      const results = f(inputs);
      if (results.some(isTracked))
        throw new LibraryError(
          "checkpoint",
          "a function that uses no tracked tensors but its arguments",
          [],
          "pass parameters as arguments: gradients do not go to what a function closes over"
        );
      return flatten(results);
    }),
  vjp: (dy, applied) =>
    region(() => {
      const {nodes, output} = again(applied, applied.wants);
      const gradients = pullBack(
        nodes.filter((node) => node !== undefined),
        [output],
        [dy]
      );
      let next = 0;
      return nodes.map((node) => (node === undefined ? undefined : gradients[next++]));
    }),
  jvp: (tangents, applied) =>
    region(() => {
      const {nodes, output} = again(applied, (i) => tangents[i] !== undefined);
      const moving = nodes.filter((node) => node !== undefined);
      const directions = tangents.filter((tangent) => tangent !== undefined);
      return pushForward(moving, [output], directions)[0] ?? zerosLike(applied.output);
    })
};

function again({inputs, params: {f}}: Applied<Segment>, moving: (i: number) => boolean) {
  const nodes = inputs.map((input, i) => (moving(i) ? variable(input) : undefined));
  return {nodes, output: flatten(f(inputs.map((input, i) => nodes[i] ?? input)))};
}

/**
 * f, with nothing kept between its forward pass and its backward pass but its arguments: intermediate results are
 * computed again when gradients come back. Less memory for about one more forward pass (Chen et al. 2016). Values are the
 * same bits, and so are gradients, but that the uses of a parameter in several segments are added up by segments.
 *
 * @throws LibraryError if f uses tracked tensors that are not among its arguments.
 */
export const checkpoint =
  <A extends readonly unknown[], R>(f: (...args: A) => R): ((...args: A) => R) =>
  (...args) => {
    givenFunction("checkpoint", "f", f);
    const inputs = tensorsOf(args);
    if (!inputs.some(isTracked)) return region(() => f(...args));
    const form: {current: Form<R> | undefined} = {current: undefined};
    const run = (tensors: readonly Tensor[]): readonly Tensor[] => {
      const result = synchronous("checkpoint", f(...withTensors(args, tensors)));
      const results = tensorsOf(result);
      form.current ??= {
        tree: withTensors(
          result,
          results.map(() => NOTHING)
        ),
        shapes: results.map(({shape}) => shape)
      };
      return results;
    };
    const flat = apply(segment, inputs, {f: run});
    const {tree, shapes} = form.current!;
    let start = 0;
    const parts = shapes.map((shape) => {
      const from = start;
      start += sizeOf(shape);
      return reshape(slice(flat, [from, start]), shape);
    });
    return withTensors(tree, parts);
  };
