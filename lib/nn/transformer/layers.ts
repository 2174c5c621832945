/** Parts of a block, each a function of its parameters. */
import {gelu, silu, swiglu} from "../../autodiff/fused/activations.js";
import {layerNorm, rmsNorm} from "../../autodiff/fused/norms.js";
import {mul} from "../../autodiff/ops/binary.js";
import {linear} from "../../autodiff/ops/matmul.js";
import {relu} from "../../autodiff/ops/unary.js";
import {ConfigError, found} from "../../core/errors.js";
import type {Tensor} from "../../core/tensorData.js";
import type {FeedForwardKind} from "./forms.js";
import type {FeedForwardParams, LinearParams, NormParams} from "./transformerParams.js";
import type {At} from "./edits.js";

export const project = ({weight, bias}: LinearParams, x: Tensor): Tensor => linear(x, weight, bias);

/** LayerNorm where there is a bias, else RMSNorm. */
export const normed = ({weight, bias}: NormParams, x: Tensor, epsilon: number): Tensor =>
  bias === undefined ? rmsNorm(x, weight, {epsilon}) : layerNorm(x, weight, bias, {epsilon});

const bends = {
  relu,
  gelu: (x: Tensor) => gelu(x),
  "gelu-tanh": (x: Tensor) => gelu(x, {approximation: "tanh"}),
  silu
} as const;

const gates = {
  reglu: (gate: Tensor, up: Tensor) => mul(relu(gate), up),
  geglu: (gate: Tensor, up: Tensor) => mul(gelu(gate), up),
  swiglu
} as const;

/** down(bend(up x)), or down(bend(gate x) ⊙ up x) (Shazeer 2020, eq. 6). */
export function feedForward(
  kind: FeedForwardKind,
  {gate, up, down}: FeedForwardParams,
  x: Tensor,
  name: string,
  at: At
): Tensor {
  const raised = project(up, x);
  const hidden =
    gate === undefined
      ? bends[kind as keyof typeof bends](raised)
      : gates[kind as keyof typeof gates](project(gate, x), raised);
  return project(down, at(`${name}.hidden`, hidden));
}

/** Refuses ids of another form, or more of them than there are positions. */
export function checkIds(ids: Tensor, from: number, context: number): readonly [batch: number, seqLen: number] {
  const [batch = 0, seqLen = 0] = ids.shape;
  if (ids.dtype !== "int32" || ids.shape.length !== 2)
    throw new ConfigError("transformer.ids", "ids are int32 [batch, seqLen]", [
      found("dtype", ids.dtype),
      found("shape", ids.shape)
    ]);
  if (from + seqLen > context)
    throw new ConfigError(
      "transformer.ids",
      "a sequence has at most as many positions as the model’s context",
      [found("positions", from + seqLen), found("context", context)],
      "cut the ids, or make the model with a longer context"
    );
  return [batch, seqLen];
}
