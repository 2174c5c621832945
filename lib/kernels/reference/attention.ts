import {exp} from "../../core/math/exp.js";
import {logSumExp} from "./softmax.js";

/** Σ a·b of `dim` numbers of each, from `atA` and from `atB` on. */
export function dot(dim: number, a: Float64Array, atA: number, b: Float64Array, atB: number): number {
  let total = 0;
  for (let d = 0; d < dim; d++) total += a[atA + d]! * b[atB + d]!;
  return total;
}

/** y += factor · x for `dim` numbers of each, from `atX` and from `atY` on. */
export function addScaled(
  dim: number,
  factor: number,
  x: Float64Array,
  atX: number,
  y: Float64Array,
  atY: number
): void {
  for (let d = 0; d < dim; d++) y[atY + d]! += factor * x[atX + d]!;
}

/** The first key that a query at `position` sees: the keys `window` and more back are out of sight. */
export const firstSeen = (position: number, window: number): number =>
  window > 0 ? Math.max(0, position - window + 1) : 0;

/** The key before which a query at `position` stops seeing: behind itself where `causal` is 1, else behind the last. */
export const endSeen = (position: number, keyLen: number, causal: number): number =>
  causal === 1 ? Math.max(0, position + 1) : keyLen;

/**
 * out = softmax(scale · query · keyᵀ) · value for each batch and head, one query after another.
 *
 * For one query q: scores sⱼ = scale · ⟨q, kⱼ⟩ over the keys that it sees, lse = ln Σ e^sⱼ, pⱼ = e^(sⱼ − lse), and
 * out = Σ pⱼ vⱼ. Only one row of scores is kept. Query i stands at position i + keyLen − queryLen, so that the last
 * query stands at the last key. Query head h reads key and value head ⌊h / (heads/kvHeads)⌋.
 *
 * `layout` has the strides of batch, head and row in query, then in key and value, then in out.
 *
 * @see Vaswani et al., Attention Is All You Need, 2017, section 3.2.1.
 */
export function attention(
  batch: number,
  heads: number,
  kvHeads: number,
  queryLen: number,
  keyLen: number,
  dim: number,
  causal: number,
  window: number,
  scale: number,
  layout: Int32Array,
  query: Float64Array,
  key: Float64Array,
  value: Float64Array,
  out: Float64Array,
  lse: Float64Array
): void {
  const scores = new Float64Array(keyLen);
  const keyRow = layout[5]!;
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < heads; h++)
      for (let i = 0; i < queryLen; i++) {
        const q = b * layout[0]! + h * layout[1]! + i * layout[2]!;
        const kv = b * layout[3]! + Math.floor((h * kvHeads) / heads) * layout[4]!;
        const o = b * layout[6]! + h * layout[7]! + i * layout[8]!;
        const position = i + keyLen - queryLen;
        const first = firstSeen(position, window);
        const end = endSeen(position, keyLen, causal);
        for (let j = first; j < end; j++) scores[j] = scale * dot(dim, query, q, key, kv + j * keyRow);
        const total = logSumExp(scores, first, end - first);
        for (let d = 0; d < dim; d++) out[o + d] = 0;
        for (let j = first; j < end; j++) addScaled(dim, exp(scores[j]! - total), value, kv + j * keyRow, out, o);
        lse[(b * heads + h) * queryLen + i] = total;
      }
}
