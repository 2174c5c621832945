import {checkFields, oneOf} from "../../core/checkFields.js";
import {ShapeError} from "../../core/errors.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf, commonDtype} from "../../tensor/backend.js";
import {givenFloats} from "../../tensor/given.js";
import {foundShape, sameShape} from "../../tensor/shape.js";
import {affine} from "../ops/affine.js";
import {add, mul} from "../ops/binary.js";
import {elementwise, fusedSlope} from "../ops/elementwise.js";
import {erf, exp, sigmoid, square, tanh} from "../ops/unary.js";
import {apply} from "../tracked.js";
import {fused} from "./fused.js";

const ROOT_HALF = 0.7071067811865476;
const ROOT_2_BY_PI = 0.7978845608028654;
const ONE_BY_ROOT_2PI = 0.3989422804014327;
const CUBIC = 0.044715;

/** Φ(x) = ½(1 + erf(x/√2)): the part of a normal distribution that lies below x. */
const normalBelow = (x: Tensor): Tensor => affine(erf(affine(x, ROOT_HALF, 0)), 0.5, 0.5);

/** y = x·Φ(x) */
export const composedGeluErf = (x: Tensor): Tensor => mul(x, normalBelow(x));

/** y = x·½(1 + tanh u) with u = √(2/π)·(x + 0.044715·x³) */
export const composedGeluTanh = (x: Tensor): Tensor => mul(x, affine(tanh(bend(x)), 0.5, 0.5));

const bend = (x: Tensor): Tensor => affine(mul(x, affine(square(x), CUBIC, 1)), ROOT_2_BY_PI, 0);

/** ∂y = (Φ(x) + x·φ(x))·∂x, with φ the density e^(−x²/2)/√(2π), as φ is the slope of Φ. */
const exact = elementwise(
  "geluErf",
  "geluErf",
  fusedSlope("geluErfGrad", "input", (d, x) =>
    mul(d, add(normalBelow(x), mul(x, affine(exp(affine(square(x), -0.5, 0)), ONE_BY_ROOT_2PI, 0))))
  )
);

/** ∂y = (½(1 + t) + x/2·(1 − t²)·u′)·∂x, with t = tanh u and u′ = √(2/π)·(1 + 3·0.044715·x²). */
const approximate = elementwise(
  "geluTanh",
  "geluTanh",
  fusedSlope("geluTanhGrad", "input", (d, x) => {
    const t = tanh(bend(x));
    const bent = affine(square(x), 3 * CUBIC * ROOT_2_BY_PI, ROOT_2_BY_PI);
    return mul(d, add(affine(t, 0.5, 0.5), mul(mul(affine(x, 0.5, 0), affine(square(t), -1, 1)), bent)));
  })
);

/** ∂y = s·(1 + x·(1 − s))·∂x, with s = sigmoid(x). */
const swish = elementwise(
  "silu",
  "silu",
  fusedSlope("siluGrad", "input", (d, x) => {
    const s = sigmoid(x);
    return mul(d, mul(s, affine(mul(x, affine(s, -1, 1)), 1, 1)));
  })
);

/** Which of the two functions that go by the name of GELU: the exact one ("none"), or GPT-2's. */
export interface GeluOptions {
  /** `none` unless it is named; `tanh` is GPT-2's. */
  readonly approximation?: "none" | "tanh";
}

/** x·Φ(x), with Φ the normal distribution function (Hendrycks & Gimpel 2016); or its tanh approximation, as in GPT-2. */
export function gelu(x: Tensor, options: GeluOptions = {}): Tensor {
  givenFloats("gelu", "x", x);
  checkFields("gelu.options", options, ["approximation"]);
  const {approximation = "none"} = options;
  oneOf("gelu.approximation", approximation, ["none", "tanh"]);
  return apply(approximation === "tanh" ? approximate : exact, [x], undefined);
}

/** x·sigmoid(x) (Elfwing et al. 2017; "swish", Ramachandran et al. 2017). */
export const silu = (x: Tensor): Tensor => apply(swish, [givenFloats("silu", "x", x)], undefined);

/** y = silu(gate)·up */
export const composedSwiglu = (gate: Tensor, up: Tensor): Tensor => mul(mul(gate, sigmoid(gate)), up);

/** A product, so each factor's gradient is ȳ times the other, and silu's slope goes on to the gate. */
const gated = fused<undefined>({
  name: "swiglu",
  forward: ([gate, up]) => {
    const backend = backendOf(gate!.dtype);
    const size = sizeOf(gate!.shape);
    const y = backend.make(size);
    backend.kernels.swiglu(size, backend.floats(gate!), backend.floats(up!), y);
    return backend.tensor(y, gate!.shape);
  },
  grad: (dy, {inputs: [gate, up]}) => {
    const backend = backendOf(dy.dtype);
    const size = sizeOf(dy.shape);
    const [dgate, dup] = [backend.make(size), backend.make(size)];
    backend.kernels.swigluGrad(size, backend.floats(gate!), backend.floats(up!), backend.floats(dy), dgate, dup);
    return [backend.tensor(dgate, dy.shape), backend.tensor(dup, dy.shape)];
  },
  composed: ([gate, up]) => composedSwiglu(gate!, up!)
});

/** silu(gate)·up: the gated unit of Llama's feed-forward layer (Shazeer 2020, equation 6). @throws ShapeError if shapes differ. */
export function swiglu(gate: Tensor, up: Tensor): Tensor {
  givenFloats("swiglu", "gate", gate);
  givenFloats("swiglu", "up", up);
  commonDtype("swiglu", [gate, up], ["gate", "up"]);
  if (!sameShape(gate.shape, up.shape))
    throw new ShapeError("swiglu", "gate and up of one shape", [foundShape("gate", gate), foundShape("up", up)]);
  return apply(gated, [gate, up], undefined);
}
