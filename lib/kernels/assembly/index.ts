// The module's exports, under the names of the interface `Kernels`, and its memory's region.
export {alloc, mark, release} from "./region";
export {peakChain} from "./peak";
export {matmul} from "./matmul";
export {exp, expm1, log, log1p, sin, cos, tanh, sigmoid, erf, sqrt, rsqrt, reciprocal, abs, sign, relu, geluErf, geluTanh, silu, softplus} from "./unary"; // prettier-ignore
export {tanhGrad, sigmoidGrad, reluGrad, geluErfGrad, geluTanhGrad, siluGrad} from "./slopes";
export {linear} from "./linear";
export {softmax, softmaxGrad, logSoftmax, logSoftmaxGrad} from "./softmax";
export {crossEntropy, crossEntropyGrad} from "./crossEntropy";
export {attention} from "./attention";
export {attentionGrad} from "./attentionGrad";
export {adamw} from "./adamw";
export {sumSquares, firstNonFinite} from "./inspect";
export {affine, powScalar, clamp, fill} from "./scalar";
export {binary, binaryBroadcast} from "./binary";
export {compare, where, fromBools} from "./bools";
export {gatherStrided, placeStrided} from "./movement";
export {gatherRows, scatterAddRows, takeAlong, scatterAddAlong} from "./indexed";
export {sum} from "./reduce";
export {maxAlong as max, minAlong as min} from "./extremes";
export {cumsum} from "./cumsum";
export {layerNorm, rmsNorm} from "./norms";
export {layerNormGrad, rmsNormGrad} from "./normsGrad";
export {swiglu, swigluGrad} from "./swiglu";
export {rope} from "./rope";
