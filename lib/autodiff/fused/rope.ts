import {checkFields, oneOf} from "../../core/checkFields.js";
import {ShapeError} from "../../core/errors.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf} from "../../tensor/backend.js";
import {givenFloats} from "../../tensor/given.js";
import {around, axisOf, foundShape} from "../../tensor/shape.js";
import {neg} from "../ops/affine.js";
import {add, mul} from "../ops/binary.js";
import {cast} from "../ops/cast.js";
import {concat, split, stack} from "../ops/join.js";
import {reshape} from "../ops/reshape.js";
import {slice} from "../ops/strided.js";
import {cos, sin} from "../ops/unary.js";
import type {Primitive} from "../primitive.js";
import {apply, valueOf} from "../tracked.js";

/** Which numbers of a head are a pair: i and i + headDim/2 (Llama), or 2i and 2i + 1 (the paper, GGUF). */
export type RopeVariant = "half" | "interleaved";

interface Turn {
  readonly cos: Tensor;
  readonly sin: Tensor;
  readonly axis: number;
  readonly variant: RopeVariant;
  readonly back: boolean;
}

/**
 * Each pair (a, b) is turned by its angle: (a·cos − b·sin, a·sin + b·cos). A turn is linear and keeps lengths, so its
 * transpose is the turn back, and that is where gradients go; a direction is turned as x is.
 */
const turning: Primitive<Turn> = {
  name: "rope",
  forward: ([x], {cos: c, sin: s, axis, variant, back}) => {
    const backend = backendOf(x!.dtype);
    const dim = x!.shape.at(-1)!;
    const [outer, seqLen, inner] = around(axis, {shape: x!.shape.slice(0, -1)});
    const y = backend.make(sizeOf(x!.shape));
    const flags = (variant === "interleaved" ? 1 : 0) | (back ? 2 : 0);
    backend.kernels.rope(outer, seqLen, inner, dim, flags, backend.floats(x!), backend.floats(c), backend.floats(s), y);
    return backend.tensor(y, x!.shape);
  },
  vjp: (dy, {params}) => [apply(turning, [dy], {...params, back: !params.back})],
  jvp: ([dx], {params}) => apply(turning, [dx!], params)
};

/** How positions are given to `rope`. */
export interface RopeOptions {
  /** "half" unless it is named. */
  readonly variant?: RopeVariant;
  /** The axis of positions; the one before the last unless it is named. */
  readonly axis?: number;
}

function check(x: Tensor, angles: Tensor, axis: number): void {
  const dim = x.shape.at(-1) ?? 1;
  const [seqLen, half] = angles.shape;
  if (dim % 2 !== 0 || angles.shape.length !== 2 || half !== dim / 2 || seqLen !== x.shape[axis])
    throw new ShapeError("rope", "angles [seqLen, headDim/2] for x [.., seqLen, .., headDim] with an even headDim", [
      foundShape("x", x),
      foundShape("angles", angles)
    ]);
}

/**
 * Rotary positions (Su et al. 2021, section 3.2.2): pairs of numbers in the last axis turned by angles[seqLen,
 * headDim/2], in radians. The product of a turned query and a turned key depends on their distance alone.
 *
 * @throws ShapeError if the angles do not fit, or the last axis is odd.
 */
export function rope(x: Tensor, angles: Tensor, options: RopeOptions = {}): Tensor {
  givenFloats("rope", "x", x);
  givenFloats("rope", "angles", angles);
  checkFields("rope.options", options, ["variant", "axis"]);
  const {axis = -2, variant = "half"} = options;
  oneOf("rope.variant", variant, ["half", "interleaved"]);
  if (x.shape.length < 2)
    throw new ShapeError("rope", "positions and numbers, [seqLen, headDim]", [foundShape("x", x)]);
  const at = axisOf(axis, x.shape, "rope");
  const plain = valueOf(angles);
  check(x, plain, at);
  const precise = cast(plain, "float64"); // a long position's angle needs more digits than float32 has
  const table = (f: (angles: Tensor) => Tensor): Tensor => cast(f(precise), x.dtype);
  return apply(turning, [x], {cos: table(cos), sin: table(sin), axis: at, variant, back: false});
}

/** The same in small operations, for x [.., seqLen, headDim]. */
export function composedRope(x: Tensor, angles: Tensor, variant: RopeVariant): Tensor {
  const [c, s] = [cos(angles), sin(angles)];
  if (variant === "half") {
    const [a, b] = split(x, 2) as readonly [Tensor, Tensor];
    return concat([add(mul(a, c), neg(mul(b, s))), add(mul(a, s), mul(b, c))], -1);
  }
  const pairs = reshape(x, [...x.shape.slice(0, -1), x.shape.at(-1)! / 2, 2]);
  const whole = x.shape.map(() => null);
  const [a, b] = [0, 1].map((i) => reshape(slice(pairs, ...whole, [i, i + 1]), pairs.shape.slice(0, -1)));
  const turned = stack([add(mul(a!, c), neg(mul(b!, s))), add(mul(a!, s), mul(b!, c))], -1);
  return reshape(turned, x.shape);
}
