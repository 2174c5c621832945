import {concat} from "../../autodiff/ops/join.js";
import {slice} from "../../autodiff/ops/strided.js";
import {trace} from "../../autodiff/trace.js";
import type {Tensor} from "../../core/tensorData.js";
import {region} from "../../tensor/region.js";
import type {Edit} from "./edits.js";
import type {Transformer} from "./transformer.js";
import type {TransformerParams} from "./transformerParams.js";

/** A tensor whose indices from `from` to `to` − 1 along an axis are those of another. */
function exchanged(x: Tensor, other: Tensor, axis: number, from: number, to: number): Tensor {
  const part = (source: Tensor, start: number, end: number): readonly Tensor[] =>
    start === end ? [] : [slice(source, ...Array.from({length: axis}, () => null), [start, end])];
  return concat([...part(x, 0, from), ...part(other, from, to), ...part(x, to, x.shape[axis]!)], axis);
}

/** The name of the residual stream after so many blocks: 0 is before the first. */
export const residualName = (blocks: number): string => (blocks === 0 ? "embedding" : `layers.${blocks - 1}.residual`);

/** Puts another run's stream in the place of a model's own, after so many blocks, at one position. */
export const patchResidual =
  (blocks: number, position: number, other: Tensor): Edit =>
  (name, x) =>
    name === residualName(blocks) ? exchanged(x, other, 1, position, position + 1) : x;

/** Puts what another run's head answered, [batch, seqLen, heads, headDim], in the place of a head's own: zeros ablate it. */
export const patchHead =
  (layer: number, head: number, other: Tensor): Edit =>
  (name, x) =>
    name === `layers.${layer}.attention.heads` ? exchanged(x, other, 2, head, head + 1) : x;

/** The stream of a run, and what the model would say if it ended there. */
export interface LogitLens {
  /** After 0, 1, … blocks, [batch, seqLen, width]. */
  readonly residual: readonly Tensor[];
  /** Their logits by the last norm and the unembedding, [batch, seqLen, vocabSize]; the last are the model's. */
  readonly lens: readonly Tensor[];
}

/** Reads the residual stream out after every block (nostalgebraist 2020). */
export const logitLens = (model: Transformer, params: TransformerParams, ids: Tensor): LogitLens =>
  region(() => {
    const {activations} = trace((p: TransformerParams) => model.apply(p, ids))(params);
    const residual = Array.from({length: model.config.layers + 1}, (_, blocks) => activations[residualName(blocks)]!);
    return {residual, lens: residual.map((x) => model.unembed(params, x))};
  });
