import {attention, attentionPattern, type AttentionOptions} from "../../autodiff/fused/attention.js";
import {rmsNorm} from "../../autodiff/fused/norms.js";
import {rope} from "../../autodiff/fused/rope.js";
import {matmul} from "../../autodiff/ops/matmul.js";
import {broadcastTo} from "../../autodiff/ops/broadcast.js";
import {expandDims, reshape} from "../../autodiff/ops/reshape.js";
import {transpose} from "../../autodiff/ops/strided.js";
import type {Tensor} from "../../core/tensorData.js";
import {alibiSlopes} from "../alibiSlopes.js";
import {ropeAngles, ropeFrequencies, type RopeFrequencies} from "../ropeFrequencies.js";
import type {At} from "./edits.js";
import {project} from "./layers.js";
import type {FullTransformerConfig} from "./transformerConfig.js";
import type {AttentionParams} from "./transformerParams.js";

/** Queries [batch, seqLen, heads, headDim], keys and values [batch, seqLen, kvHeads, headDim]. */
export interface Heads {
  readonly query: Tensor;
  readonly key: Tensor;
  readonly value: Tensor;
}

/** What a layer of attention does, as far as it depends on the description alone. */
interface AttentionLayer {
  /** Projections cut into heads, normed if the description says so, and not yet turned. */
  readonly heads: (params: AttentionParams, x: Tensor) => Heads;
  /** Angles of positions, if queries and keys are turned by them. */
  readonly angles: (positions: readonly number[]) => Tensor | undefined;
  /** Queries and keys turned by angles, position by position. */
  readonly turned: (heads: Heads, angles: Tensor | undefined) => Heads;
  /** Values as queries see them, [batch, queryLen, heads, headDim]; fewer queries than keys are the last ones. */
  readonly attend: (heads: Heads, prefix: number) => Tensor;
  /** The same by way of the pattern, [batch, heads, queryLen, keyLen], under a name. */
  readonly attendByPattern: (heads: Heads, prefix: number, name: string, at: At) => Tensor;
}

/** Attention as a description has it. */
export function attentionLayer(config: FullTransformerConfig): AttentionLayer {
  const {heads, kvHeads, headDim, causal, window, qkNorm, epsilon, positions, attentionSoftcap} = config;
  const frequencies = frequenciesOf(config);
  const factor = frequencies?.attentionFactor ?? 1; // both queries and keys grow by it (Peng et al. 2023, section 3.4)
  const scale = (factor * factor) / Math.sqrt(headDim);
  const options = (prefix: number): AttentionOptions => ({
    causal,
    headAxis: 2,
    scale,
    ...(window > 0 && {window}),
    ...(prefix > 0 && {prefix}),
    ...(positions === "alibi" && {slopes: alibiSlopes(heads)}),
    ...(attentionSoftcap > 0 && {softcap: attentionSoftcap})
  });
  const cut = (x: Tensor, count: number): Tensor => reshape(x, [x.shape[0]!, x.shape[1]!, count, headDim]);
  return {
    heads: ({query, key, value, queryNorm, keyNorm}, x) => {
      const [q, k] = [cut(project(query, x), heads), cut(project(key, x), kvHeads)];
      const both =
        qkNorm && queryNorm !== undefined && keyNorm !== undefined
          ? {query: rmsNorm(q, queryNorm.weight, {epsilon}), key: rmsNorm(k, keyNorm.weight, {epsilon})}
          : {query: q, key: k};
      return {...both, value: cut(project(value, x), kvHeads)};
    },
    angles: (places) => (frequencies === undefined ? undefined : ropeAngles(places, frequencies)),
    turned: ({query, key, value}, angles) =>
      angles === undefined
        ? {query, key, value}
        : {query: rope(query, angles, {axis: 1}), key: rope(key, angles, {axis: 1}), value},
    attend: ({query, key, value}, prefix) => attention(query, key, value, options(prefix)),
    attendByPattern: ({query, key, value}, prefix, name, at) => {
      const pattern = at(`${name}.pattern`, attentionPattern(query, key, options(prefix)));
      const [batch, keyLen] = value.shape as readonly [number, number];
      const group = heads / kvHeads;
      const shared = broadcastTo(expandDims(transpose(value, [0, 2, 1, 3]), 2), [
        batch,
        kvHeads,
        group,
        keyLen,
        headDim
      ]);
      const seen = matmul(pattern, reshape(shared, [batch, heads, keyLen, headDim]));
      return transpose(seen, [0, 2, 1, 3]);
    }
  };
}

function frequenciesOf({
  positions,
  headDim,
  ropeBase,
  ropeScaling
}: FullTransformerConfig): RopeFrequencies | undefined {
  if (positions !== "rope") return undefined;
  return ropeFrequencies(headDim, {
    base: ropeBase,
    ...(ropeScaling === undefined ? {} : {scaling: ropeScaling})
  });
}
