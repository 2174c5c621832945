import {at, endSeen, finite, firstSeen, overSeen, scoreStride, TILE, tileScratch} from "./attention";
import {gemm} from "./gemm";
import {splat} from "./lanes";
import {expNeg4} from "./expNeg";
import {mark, release, scratch} from "./region";
import {rowDot} from "./row";

/** Tile by tile, the probabilities are made again from the scores and lse. Heads that share keys add in their order. */
export function attentionGrad(
  batch: i32, heads: i32, kvHeads: i32, queryLen: i32, keyLen: i32, dim: i32,
  causal: i32, window: i32, scale: f32, layout: usize,
  query: usize, key: usize, value: usize, out: usize, lse: usize,
  dout: usize, dquery: usize, dkey: usize, dvalue: usize
): void {
  const top = mark();
  const size = <usize>(TILE * scoreStride(keyLen)) * 4;
  const probs = scratch(2 * size + tileScratch(keyLen, dim));
  const slopes = probs + size;
  const work = slopes + size;
  const queryRow = i32.load(layout, 8), keyRow = i32.load(layout, 20), outRow = i32.load(layout, 32);
  const group = kvHeads > 0 ? heads / kvHeads : 1;
  const past = keyLen - queryLen;
  const masks = causal != 0 || window > 0;
  for (let b = 0; b < batch; b++) {
    for (let h = 0; h < heads; h++) {
      const qh = at(layout, 0, b) + at(layout, 1, h);
      const kv = at(layout, 3, b) + at(layout, 4, h / group);
      const oh = at(layout, 6, b) + at(layout, 7, h);
      if (h % group == 0) {
        clear(keyLen, dim, dkey + kv, keyRow);
        clear(keyLen, dim, dvalue + kv, keyRow);
      }
      for (let i = 0; i < queryLen; i += TILE, lse += <usize>TILE * 4) {
        const rows = min(TILE, queryLen - i);
        const first = firstSeen(past + i, keyLen, window);
        const keys = max(0, endSeen(past + i + rows - 1, keyLen, causal) - first);
        const stride = scoreStride(keys);
        const seen = kv + <usize>(first * keyRow) * 4;
        const qi = qh + <usize>(i * queryRow) * 4;
        const oi = oh + <usize>(i * outRow) * 4;
        gemm(2, rows, keys, dim, query + qi, queryRow, key + seen, keyRow, probs, stride, work);
        gemm(2, rows, keys, dim, dout + oi, outRow, value + seen, keyRow, slopes, stride, work);
        let known: f32 = 0; // finite where queries and dout are: a query that is not makes its lse so
        for (let r = 0; r < rows; r++) {
          const from = firstSeen(past + i + r, keyLen, window) - first;
          const n = max(0, endSeen(past + i + r, keyLen, causal) - first - from);
          const row = <usize>(r * stride) * 4;
          const o = oi + <usize>(r * outRow) * 4;
          const along = rowDot(dim, dout + o, out + o);
          const total = f32.load(lse + <usize>r * 4);
          known += along + total;
          slopeRow(probs + row, slopes + row, from, n, keys, scale, total, along);
        }
        gemm(0, rows, dim, keys, slopes, stride, key + seen, keyRow, dquery + qi, queryRow, work);
        // 0 · NaN is NaN: then each query, and each key, has only those that it meets
        if (masks && !finite(dim, dquery + qi))
          for (let r = 0; r < rows; r++)
            overSeen(past + i + r, first, keyLen, causal, window, dim, slopes + <usize>(r * stride) * 4, key + seen, keyRow, dquery + qi + <usize>(r * queryRow) * 4, work);
        if (masks && known - known != 0) {
          for (let j = 0; j < keys; j++) {
            const from = causal ? max(0, first + j - past - i) : 0;
            const end = window > 0 ? min(rows, first + j + window - past - i) : rows;
            if (from >= end) continue;
            const column = <usize>(from * stride + j) * 4;
            const to = seen + <usize>(j * keyRow) * 4;
            gemm(5, 1, dim, end - from, slopes + column, stride, query + qi + <usize>(from * queryRow) * 4, queryRow, dkey + to, dim, work);
            gemm(5, 1, dim, end - from, probs + column, stride, dout + oi + <usize>(from * outRow) * 4, outRow, dvalue + to, dim, work);
          }
          continue;
        }
        gemm(5, keys, dim, rows, slopes, stride, query + qi, queryRow, dkey + seen, keyRow, work);
        gemm(5, keys, dim, rows, probs, stride, dout + oi, outRow, dvalue + seen, keyRow, work);
      }
      lse -= <usize>(-queryLen & (TILE - 1)) * 4;
    }
  }
  release(top);
}

function clear(rows: i32, dim: i32, p: usize, row: i32): void {
  for (let i = 0; i < rows; i++, p += <usize>row * 4) memory.fill(p, 0, <usize>dim * 4);
}

/** Scores become probabilities p, and dp becomes p·(dp − along)·scale, for n keys of a row; 0 for the others. */
function slopeRow(p: usize, g: usize, from: i32, n: i32, keys: i32, scale: f32, lse: f32, along: f32): void {
  const before = <usize>from * 4;
  const after = <usize>(from + n) * 4;
  const factor = splat(scale);
  const shift = splat(lse);
  const inner = splat(along);
  // whole vectors: what they write beside the n keys is cleared behind them, and a row is padded to 16 bytes
  for (let o = before & ~15; o < after; o += 16) {
    const w = expNeg4(f32x4.sub(f32x4.mul(v128.load(p + o), factor), shift));
    v128.store(p + o, w);
    v128.store(g + o, f32x4.mul(f32x4.mul(w, f32x4.sub(v128.load(g + o), inner)), factor));
  }
  memory.fill(p, 0, before);
  memory.fill(g, 0, before);
  memory.fill(p + after, 0, <usize>keys * 4 - after);
  memory.fill(g + after, 0, <usize>keys * 4 - after);
}
