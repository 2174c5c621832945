import {exp} from "../../core/math/exp.js";
import {addScaled, dot, endSeen, firstSeen} from "./attention.js";

/** Zeros at the places that a layout gives to rows of `dim` numbers, and only there. */
function clear(
  batch: number,
  heads: number,
  rows: number,
  dim: number,
  layout: Int32Array,
  first: number,
  x: Float64Array
): void {
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < heads; h++)
      for (let i = 0; i < rows; i++) {
        const at = b * layout[first]! + h * layout[first + 1]! + i * layout[first + 2]!;
        for (let d = 0; d < dim; d++) x[at + d] = 0;
      }
}

/**
 * The gradient of attention, one query after another; pⱼ is made again from the scores and lse.
 *
 * For one query: out = Σ pⱼ vⱼ, so dvⱼ += pⱼ · dout and dpⱼ = ⟨dout, vⱼ⟩. Through the softmax, dsⱼ = pⱼ (dpⱼ − Σ pᵢ dpᵢ),
 * and Σ pᵢ dpᵢ = ⟨dout, Σ pᵢ vᵢ⟩ = ⟨dout, out⟩, which needs no second pass over the keys. From sⱼ = scale · ⟨q, kⱼ⟩
 * follow dq += scale · dsⱼ · kⱼ and dkⱼ += scale · dsⱼ · q. Heads that share a key add to the same gradient.
 *
 * @see Dao et al., FlashAttention, 2022, appendix B.2, for the step with ⟨dout, out⟩.
 */
export function attentionGrad(
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
  lse: Float64Array,
  dout: Float64Array,
  dquery: Float64Array,
  dkey: Float64Array,
  dvalue: Float64Array
): void {
  const keyRow = layout[5]!;
  clear(batch, heads, queryLen, dim, layout, 0, dquery);
  clear(batch, kvHeads, keyLen, dim, layout, 3, dkey);
  clear(batch, kvHeads, keyLen, dim, layout, 3, dvalue);
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < heads; h++)
      for (let i = 0; i < queryLen; i++) {
        const q = b * layout[0]! + h * layout[1]! + i * layout[2]!;
        const kv = b * layout[3]! + Math.floor((h * kvHeads) / heads) * layout[4]!;
        const o = b * layout[6]! + h * layout[7]! + i * layout[8]!;
        const total = lse[(b * heads + h) * queryLen + i]!;
        const along = dot(dim, dout, o, out, o);
        const position = i + keyLen - queryLen;
        const end = endSeen(position, keyLen, causal);
        for (let j = firstSeen(position, window); j < end; j++) {
          const k = kv + j * keyRow;
          const p = exp(scale * dot(dim, query, q, key, k) - total);
          const ds = scale * p * (dot(dim, dout, o, value, k) - along);
          addScaled(dim, p, dout, o, dvalue, k);
          addScaled(dim, ds, key, k, dquery, q);
          addScaled(dim, ds, query, q, dkey, k);
        }
      }
}
