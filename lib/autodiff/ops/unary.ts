import {real} from "../../core/check.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf} from "../../tensor/backend.js";
import {given, givenFloats} from "../../tensor/given.js";
import type {Primitive} from "../primitive.js";
import {apply} from "../tracked.js";
import {affine} from "./affine.js";
import {div, mul} from "./binary.js";
import {cast} from "./cast.js";
import {greater, greaterEqual, lessEqual} from "./compare.js";
import {elementwise, fusedSlope} from "./elementwise.js";
import {where} from "./where.js";

const unary =
  (op: Primitive) =>
  (x: Tensor): Tensor =>
    apply(op, [givenFloats(op.name, "x", x)], undefined);

/** eˣ; ∂y = y·∂x. */
export const exp = unary(elementwise("exp", "exp", (d, _, y) => mul(d, y)));
/** eˣ − 1, exact for small x; ∂y = (y + 1)·∂x. */
export const expm1 = unary(elementwise("expm1", "expm1", (d, _, y) => mul(d, affine(y, 1, 1))));
/** ln x; ∂y = ∂x/x. */
export const log = unary(elementwise("log", "log", (d, x) => div(d, x)));
/** ln(1 + x), exact for small x; ∂y = ∂x/(1 + x). */
export const log1p = unary(elementwise("log1p", "log1p", (d, x) => div(d, affine(x, 1, 1))));
/** sin x, in radians; ∂y = cos x·∂x. */
export const sin = unary(elementwise("sin", "sin", (d, x) => mul(d, cos(x))));
/** cos x, in radians; ∂y = −sin x·∂x. */
export const cos: (x: Tensor) => Tensor = unary(elementwise("cos", "cos", (d, x) => mul(d, affine(sin(x), -1, 0))));
/** √x; ∂y = ∂x/(2y), which is infinite at 0. */
export const sqrt = unary(elementwise("sqrt", "sqrt", (d, _, y) => div(d, affine(y, 2, 0))));
/** 1/√x; ∂y = −½·y³·∂x. */
export const rsqrt = unary(elementwise("rsqrt", "rsqrt", (d, _, y) => mul(d, affine(mul(y, square(y)), -0.5, 0))));
/** 1/x; ∂y = −y²·∂x. */
export const reciprocal = unary(elementwise("reciprocal", "reciprocal", (d, _, y) => mul(d, affine(square(y), -1, 0))));
/** x·x; ∂y = 2x·∂x. */
export function square(x: Tensor): Tensor {
  given("square", "x", x);
  return mul(x, x);
}
/** −1, 0 or 1: a step, whose slope is 0. */
export const sign = unary(elementwise("sign", "sign", (d) => affine(d, 0, 0)));
/** |x|; ∂y = sign(x)·∂x, 0 at 0. */
export const abs = unary(elementwise("abs", "abs", (d, x) => mul(d, sign(x))));
/** The hyperbolic tangent; ∂y = (1 − y²)·∂x. */
export const tanh = unary(
  elementwise(
    "tanh",
    "tanh",
    fusedSlope("tanhGrad", "output", (d, _, y) => mul(d, affine(square(y), -1, 1)))
  )
);
/** 1/(1 + e⁻ˣ); ∂y = y(1 − y)·∂x. */
export const sigmoid = unary(
  elementwise(
    "sigmoid",
    "sigmoid",
    fusedSlope("sigmoidGrad", "output", (d, _, y) => mul(d, mul(y, affine(y, -1, 1))))
  )
);
/** max(x, 0); ∂y = ∂x where x > 0, and 0 elsewhere: at 0 too. */
export const relu = unary(
  elementwise(
    "relu",
    "relu",
    fusedSlope("reluGrad", "input", (d, x) => mul(d, cast(greater(x, 0), d.dtype)))
  )
);
/** ln(1 + eˣ); ∂y = sigmoid(x)·∂x. */
export const softplus = unary(elementwise("softplus", "softplus", (d, x) => mul(d, sigmoid(x))));
/** The error function 2/√π ∫₀ˣ e^(−t²) dt; ∂y = 2/√π·e^(−x²)·∂x. */
export const erf = unary(
  elementwise("erf", "erf", (d, x) => mul(d, affine(exp(affine(square(x), -1, 0)), TWO_BY_ROOT_PI, 0)))
);

const TWO_BY_ROOT_PI = 1.1283791670955126;

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** ∂y = ∂x where low ≤ x ≤ high, and 0 elsewhere. */
const clamping: Primitive<Bounds> = {
  name: "clamp",
  forward: ([x], {low, high}) => {
    const backend = backendOf(x!.dtype);
    const size = sizeOf(x!.shape);
    const y = backend.make(size);
    backend.kernels.clamp(size, low, high, backend.floats(x!), y);
    return backend.tensor(y, x!.shape);
  },
  vjp: (dy, {inputs: [x], params}) => [inside(dy, x!, params)],
  jvp: ([dx], {inputs: [x], params}) => inside(dx!, x!, params)
};

const inside = (d: Tensor, x: Tensor, {low, high}: Bounds): Tensor =>
  where(greaterEqual(x, low), where(lessEqual(x, high), d, 0), 0);

/** x, but at least `low` and at most `high`; NaN stays. @throws ConfigError unless low ≤ high. */
export function clamp(x: Tensor, low: number, high: number): Tensor {
  givenFloats("clamp", "x", x);
  real("clamp.low", low, {least: -Infinity, most: Infinity});
  real("clamp.high", high, {least: low, most: Infinity});
  return apply(clamping, [x], {low, high});
}
