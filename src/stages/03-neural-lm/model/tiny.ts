/**
 * The tiny example that this stage carries along: five tokens, vectors of width 2, one example, one step of plain gradient
 * descent. Small enough for a pencil; here the library works it, in float64.
 */
import * as t from "/lib/tensor.js";
import {RATE, TABLE, TOKENS, WEIGHT, type Token} from "./tinyNumbers.js";

/** A table of vectors, [5, 2]; output weights, [2, 5]; output biases, [5]. */
interface TinyParams {
  readonly table: t.Tensor;
  readonly weight: t.Tensor;
  readonly bias: t.Tensor;
}

const float64 = (values: t.Nested): t.Tensor => t.tensor(values, "float64");

export const tinyParams: TinyParams = {
  table: float64(TABLE),
  weight: float64(WEIGHT),
  bias: float64([0, 0, 0, 0, 0])
};

/** After this token comes that one. */
interface TinyExample {
  readonly before: Token;
  readonly next: Token;
}

const id = (token: Token): t.Tensor => t.tensor([TOKENS.indexOf(token)], "int32");

/** The row of the token, times the output weights: a logit for each token, [1, 5]. */
export const tinyLogits = ({table, weight, bias}: TinyParams, before: Token): t.Tensor =>
  t.linear(t.embedding(table, id(before)), weight, bias);

/** Nats that the token which comes costs. */
export const tinyLoss = (params: TinyParams, {before, next}: TinyExample): t.Tensor =>
  t.crossEntropy(tinyLogits(params, before), id(next));

/** All that a pencil finds on the way through one step, from any parameters. */
interface TinyStep {
  readonly vector: readonly number[];
  readonly logits: readonly number[];
  readonly probabilities: readonly number[];
  readonly loss: number;
  /** Of the loss by the logits: the probabilities, less one at the token that came. */
  readonly slopes: readonly number[];
  /** Of the loss by each parameter. */
  readonly gradients: TinyParams;
  /** After the step. */
  readonly next: TinyParams;
}

/** One step of plain gradient descent on one example. */
export function tinyStep(
  params: TinyParams = tinyParams,
  example: TinyExample = {before: "a", next: "n"},
  rate = RATE
): TinyStep {
  const logits = tinyLogits(params, example.before);
  const {value, grads} = t.valueAndGrad(tinyLoss)(params, example);
  const moved = (name: keyof TinyParams): t.Tensor => t.sub(params[name], t.mul(rate, grads[name]));
  return {
    vector: Array.from(t.embedding(params.table, id(example.before)).data),
    logits: Array.from(logits.data),
    probabilities: Array.from(t.softmax(logits).data),
    loss: t.item(value),
    slopes: Array.from(t.grad((x: t.Tensor) => t.crossEntropy(x, id(example.next)))(logits).data),
    gradients: grads,
    next: {table: moved("table"), weight: moved("weight"), bias: moved("bias")}
  };
}

/** The rows of a matrix, as lists. */
export function rowsOf({data, shape}: t.Tensor): readonly (readonly number[])[] {
  const width = shape[1]!;
  return Array.from({length: shape[0]!}, (_, i) => Array.from(data.slice(i * width, (i + 1) * width)));
}
