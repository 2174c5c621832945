import type {Kernels} from "../kernels.js";
import {geluErf, geluTanh, relu, sigmoid, silu, softplus} from "./activation.js";
import {adamw} from "./adamw.js";
import {attention} from "./attention.js";
import {attentionGrad} from "./attentionGrad.js";
import {binary, binaryBroadcast, compare, where} from "./binary.js";
import {crossEntropy, crossEntropyGrad} from "./crossEntropy.js";
import {linear, matmul} from "./matmul.js";
import {
  fromBools,
  gatherRows,
  gatherStrided,
  placeStrided,
  scatterAddAlong,
  scatterAddRows,
  takeAlong
} from "./movement.js";
import {layerNorm, layerNormGrad, rmsNorm, rmsNormGrad} from "./norms.js";
import {cumsum, firstNonFinite, max, min, sum, sumSquares} from "./reduce.js";
import {rope} from "./rope.js";
import {affine, clamp, fill, powScalar} from "./scalar.js";
import {geluErfGrad, geluTanhGrad, reluGrad, sigmoidGrad, siluGrad, tanhGrad} from "./slopes.js";
import {logSoftmax, logSoftmaxGrad, softmax, softmaxGrad} from "./softmax.js";
import {swiglu, swigluGrad} from "./swiglu.js";
import {abs, cos, erf, exp, expm1, log, log1p, reciprocal, rsqrt, sign, sin, sqrt, tanh} from "./unary.js";

/**
 * The kernels in float64, as the formulas say: what float64 tensors are computed with, what gradients are checked
 * with, and what the fast kernels have to equal.
 */
export const reference: Kernels<Float64Array, Int32Array, Uint8Array> = {
  ...{exp, expm1, log, log1p, sin, cos, tanh, sigmoid, erf, sqrt, rsqrt, reciprocal, abs, sign},
  ...{relu, geluErf, geluTanh, silu, softplus, affine, powScalar, clamp, fill},
  ...{tanhGrad, sigmoidGrad, reluGrad, geluErfGrad, geluTanhGrad, siluGrad},
  ...{binary, binaryBroadcast, compare, where},
  ...{gatherStrided, placeStrided, gatherRows, scatterAddRows, takeAlong, scatterAddAlong, fromBools},
  ...{matmul, linear, sum, max, min, cumsum, sumSquares, firstNonFinite},
  ...{softmax, softmaxGrad, logSoftmax, logSoftmaxGrad, crossEntropy, crossEntropyGrad},
  ...{layerNorm, layerNormGrad, rmsNorm, rmsNormGrad, swiglu, swigluGrad, rope, attention, attentionGrad, adamw}
};
