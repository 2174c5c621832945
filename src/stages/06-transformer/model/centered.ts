/** What LayerNorm’s subtraction of the mean does, and how a model can do without it. */
import {mean, sub, type Tensor} from "/lib/tensor.js";
import type {TransformerParams} from "/lib/transformer.js";

/** Rows with their own mean taken away: [.., width] to the same. */
export const centeredRows = (x: Tensor): Tensor => sub(x, mean(x, {axes: -1, keepDims: true}));

/**
 * The same model with all that writes into the stream centered: embeddings, positions, and the last matrix and bias of each
 * part. Its stream has the mean 0 everywhere, so that RMSNorm does to it what LayerNorm does.
 */
export function centered(params: TransformerParams): TransformerParams {
  const last = <L extends {readonly weight: Tensor; readonly bias?: Tensor}>(linear: L): L => ({
    ...linear,
    weight: centeredRows(linear.weight),
    ...(linear.bias !== undefined && {bias: centeredRows(linear.bias)})
  });
  return {
    ...params,
    embedding: last(params.embedding),
    ...(params.positions !== undefined && {positions: last(params.positions)}),
    layers: params.layers.map((block) => ({
      ...block,
      attention: {...block.attention, output: last(block.attention.output)},
      ...(block.feedForward !== undefined && {feedForward: {...block.feedForward, down: last(block.feedForward.down)}})
    }))
  };
}
