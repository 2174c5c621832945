import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";
import {outputAndGrads, type Compute} from "./tensor.js";
import {number, numbers, type Families, type GoldenCase} from "./types.js";

type Inputs = Readonly<Record<string, Tensor>>;
type Op = (inputs: Inputs, config: GoldenCase["config"], dtype: "float32" | "float64") => Tensor;

const unaryNames = [
  "neg",
  "exp",
  "log",
  "tanh",
  "sigmoid",
  "relu",
  "silu",
  "sqrt",
  "rsqrt",
  "square",
  "abs",
  "reciprocal",
  "sin",
  "cos",
  "log1p",
  "expm1",
  "softplus",
  "erf"
] as const;
const binaryNames = ["add", "sub", "mul", "div", "maximum", "minimum", "pow"] as const;
const reduceNames = ["sum", "mean", "max", "min", "logSumExp", "variance"] as const;

const pairs = (value: unknown): readonly (readonly number[])[] => (value as readonly unknown[]).map(numbers);
const named = <N extends string>(names: readonly N[], make: (name: N) => Op): Readonly<Record<string, Op>> =>
  Object.fromEntries(names.map((name) => [name, make(name)]));

/** The parts of a join, in the order of their names. */
const parts = (inputs: Inputs): readonly Tensor[] =>
  Object.keys(inputs)
    .sort()
    .map((name) => inputs[name]!);

const table: Readonly<Record<string, Op>> = {
  ...named(
    unaryNames,
    (name) =>
      ({x}) =>
        t[name](x!)
  ),
  geluErf: ({x}) => t.gelu(x!),
  geluTanh: ({x}) => t.gelu(x!, {approximation: "tanh"}),
  powScalar: ({x}, {exponent}) => t.pow(x!, number(exponent)),
  clamp: ({x}, {min, max}) => t.clamp(x!, number(min), number(max)),
  ...named(
    binaryNames,
    (name) =>
      ({a, b}) =>
        t[name](a!, b!)
  ),
  ...named(
    reduceNames,
    (name) =>
      ({x}, {axes, keepDims}) =>
        t[name](x!, {axes: numbers(axes), keepDims: keepDims === true})
  ),
  reshape: ({x}, {shape}) => t.reshape(x!, numbers(shape)),
  transpose: ({x}, {perm}) => t.transpose(x!, numbers(perm)),
  concat: (inputs, {axis}) => t.concat(parts(inputs), number(axis)),
  stack: (inputs, {axis}) => t.stack(parts(inputs), number(axis)),
  slice: ({x}, {ranges}) => t.slice(x!, ...(pairs(ranges) as readonly t.Range[])),
  pad: ({x}, {pads, value}) => t.pad(x!, pairs(pads) as readonly (readonly [number, number])[], number(value)),
  broadcastTo: ({x}, {shape}) => t.broadcastTo(x!, numbers(shape)),
  where: ({condition, a, b}) => t.where(condition!, a!, b!),
  cumsum: ({x}, {axis}) => t.cumsum(x!, number(axis)),
  tril: ({x}, {diagonal}) => t.tril(x!, number(diagonal)),
  triu: ({x}, {diagonal}) => t.triu(x!, number(diagonal)),
  embedding: ({table: rows, ids}) => t.embedding(rows!, ids!),
  takeAlongAxis: ({x, index}, {axis}) => t.takeAlongAxis(x!, index!, number(axis)),
  take: ({x, index}, {axis}) => t.take(x!, index!, number(axis)),
  scatterAdd: ({base, updates, ids}) => t.scatterAdd(base!, ids!, updates!),
  oneHot: ({ids}, {depth}, dtype) => t.oneHot(ids!, number(depth), dtype),
  matmul: ({a, b}, {transposeA, transposeB}) =>
    t.matmul(a!, b!, {transposeA: transposeA === true, transposeB: transposeB === true}),
  linear: ({x, weight, bias}) => t.linear(x!, weight!, bias),
  softmax: ({x}, {axis}) => t.softmax(x!, number(axis)),
  logSoftmax: ({x}, {axis}) => t.logSoftmax(x!, number(axis))
};

const compute: Compute = (inputs, {config}, dtype) => {
  const op = table[String(config["op"])];
  if (op === undefined) throw new TypeError(`an operation that we do not have: ${String(config["op"])}`);
  return op(inputs, config, dtype);
};

const family = (golden: GoldenCase) => outputAndGrads(golden, compute);

export const families: Families = {
  op_unary: family,
  op_binary: family,
  op_reduce: family,
  op_shape: family,
  op_index: family,
  op_matmul: family,
  op_softmax: family
};
