import type {Tensor} from "../../core/tensorData.js";
import {tensor} from "../../tensor/make.js";
import {heapTensor} from "../../tensor/storage.js";
import {affine} from "../ops/affine.js";
import {add, mul} from "../ops/binary.js";
import {broadcastTo} from "../ops/broadcast.js";
import {expandDims, reshape} from "../ops/reshape.js";
import {tanh} from "../ops/unary.js";
import {where} from "../ops/where.js";
import {scoreSeen, weighSeen} from "./seenProducts.js";
import {composedSoftmax} from "./softmax.js";

/** Which keys a query sees, and what is added to its scores. */
export interface MaskOptions {
  /** A query sees keys up to its own position. */
  readonly causal?: boolean;
  /** A query sees the last `window` positions, its own included. */
  readonly window?: number | undefined;
  /** The first positions are seen by all queries. */
  readonly prefix?: number;
  /** True where a query may look, broadcast to [batch, heads, queryLen, keyLen]. */
  readonly mask?: Tensor;
  /** ALiBi (Press et al. 2021): a slope for each head, by which scores fall with distance. */
  readonly slopes?: readonly number[];
  /** Scores x become cap·tanh(x/cap). */
  readonly softcap?: number;
}

/** Which of [queryLen, keyLen] are seen; undefined where all are. */
function visible(
  queryLen: number,
  keyLen: number,
  {causal = false, window = 0, prefix = 0}: MaskOptions
): Tensor | undefined {
  if (!causal && window === 0) return undefined;
  const seen = new Uint8Array(queryLen * keyLen);
  for (let i = 0; i < queryLen; i++)
    for (let j = 0; j < keyLen; j++) {
      const back = i + keyLen - queryLen - j;
      const before = !causal || back >= 0 || j < prefix;
      seen[i * keyLen + j] = before && (window === 0 || back < window) ? 1 : 0;
    }
  return heapTensor(seen, [queryLen, keyLen], "bool");
}

/** The same with the mask: what a query sees, both say. */
function seenOf(queryLen: number, keyLen: number, {mask, ...options}: MaskOptions): Tensor | undefined {
  const seen = visible(queryLen, keyLen, options);
  return mask === undefined || seen === undefined ? (mask ?? seen) : where(mask, seen, 0);
}

/** −slope·distance for each head, query and key. */
function alibi(slopes: readonly number[], queryLen: number, keyLen: number, {dtype}: Tensor): Tensor {
  const distances = Array.from({length: queryLen}, (_, i) =>
    Array.from({length: keyLen}, (_, j) => -(i + keyLen - queryLen - j))
  );
  const heads = reshape(tensor(slopes, dtype), [-1, 1, 1]);
  return mul(heads, tensor(distances, {dtype, shape: [queryLen, keyLen]}));
}

/**
 * softmax(scale·query·keyᵀ)·value as it is defined: all scores at once, [batch, heads, queryLen, keyLen].
 *
 * The definition of `attention`, and the way of what its kernel does not know.
 */
export function composedAttention(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  {scale, ...options}: MaskOptions & {readonly scale: number}
): Tensor {
  const [batch, heads, queryLen, dim] = query.shape as readonly [number, number, number, number];
  const [, kvHeads, keyLen] = key.shape as readonly [number, number, number];
  const group = heads / kvHeads;
  // each kv head is shared by a group of neighboring heads
  const shared = (x: Tensor): Tensor => broadcastTo(expandDims(x, 2), [batch, kvHeads, group, keyLen, x.shape[3]!]);
  const grouped = reshape(query, [batch, kvHeads, group, queryLen, dim]);
  const full = [batch, heads, queryLen, keyLen];
  const {slopes, softcap} = options;
  const seen = seenOf(queryLen, keyLen, options);
  let scores = reshape(affine(scoreSeen(grouped, shared(key), seen), scale, 0), full);
  if (softcap !== undefined) scores = affine(tanh(affine(scores, 1 / softcap, 0)), softcap, 0);
  if (slopes !== undefined) scores = add(scores, alibi(slopes, queryLen, keyLen, query));
  if (seen !== undefined) scores = where(seen, scores, -Infinity);
  const weights = reshape(composedSoftmax(scores), [batch, kvHeads, group, queryLen, keyLen]);
  return reshape(weighSeen(weights, shared(value), seen), [batch, heads, queryLen, value.shape[3]!]);
}
