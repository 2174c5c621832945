import type {Tensor} from "../../lib/core/tensorData.js";
import {
  adamw,
  adamwInit,
  add,
  crossEntropy,
  embedding,
  gelu,
  inRegion,
  item,
  iterate,
  layerNorm,
  linear,
  matmul,
  reshape,
  selfAttention,
  tanh,
  valueAndGrad,
  type AdamwState
} from "../../lib/tensor.js";
import {
  adam,
  batchOf,
  gptParams,
  mlpParams,
  type Batch,
  type Gpt,
  type GptModel,
  type Mlp,
  type Model,
  type Trainer
} from "./models.js";

function gptLoss(
  {tokens, positions, layers, norm, head}: Gpt<Tensor>,
  {ids, targets}: Batch<Tensor>,
  {heads}: GptModel
): Tensor {
  let x = add(embedding(tokens, ids), positions);
  for (const {norm1, qkv, projection, norm2, up, down} of layers) {
    const mixed = selfAttention(linear(layerNorm(x, norm1.weight, norm1.bias), qkv.weight, qkv.bias), {heads});
    x = add(x, linear(mixed, projection.weight, projection.bias));
    const wide = gelu(linear(layerNorm(x, norm2.weight, norm2.bias), up.weight, up.bias), {approximation: "tanh"});
    x = add(x, linear(wide, down.weight, down.bias));
  }
  return crossEntropy(matmul(layerNorm(x, norm.weight, norm.bias), head), targets);
}

function mlpLoss({tokens, hidden, out}: Mlp<Tensor>, {ids, targets}: Batch<Tensor>): Tensor {
  const x = reshape(embedding(tokens, ids), [ids.shape[0]!, -1]);
  return crossEntropy(linear(tanh(linear(x, hidden.weight, hidden.bias)), out.weight, out.bias), targets);
}

interface State<P> {
  readonly params: P;
  readonly optimizer: AdamwState<P>;
  readonly loss: number;
}

/** `steps` at a time: 1 carries the state out of the engine after each; more leave it there between them. */
function trainer<P extends object>(
  params: P,
  loss: (params: P, batch: Batch<Tensor>) => Tensor,
  batch: Batch<Tensor>,
  steps: number
): Trainer {
  const step = ({params, optimizer}: State<P>): State<P> => {
    const {value, grads} = valueAndGrad(loss)(params, batch);
    const [next, remembered] = adamw(params, grads, optimizer, adam);
    return {params: next, optimizer: remembered, loss: item(value)};
  };
  const alone = inRegion(step);
  let state: State<P> = {params, optimizer: adamwInit(params), loss: NaN};
  return () => {
    state = steps === 1 ? alone(state) : iterate(step, state, steps);
    return state.loss;
  };
}

export const ours = (model: Model, steps = 1): Trainer =>
  model.kind === "gpt"
    ? trainer(gptParams(model), (params, batch) => gptLoss(params, batch, model), batchOf(model), steps)
    : trainer(mlpParams(model), mlpLoss, batchOf(model), steps);
