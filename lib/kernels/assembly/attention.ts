// Attention after Dao et al. (2022): tiles of 32 queries against the keys that they see, never all scores at once.
import {gemm, gemmScratch, KC} from "./gemm";
import {lane, splat} from "./lanes";
import {log4} from "./math";
import {mark, release, scratch} from "./region";
import {rowExpScaled, rowMax, rowScale, rowSum} from "./row";

/** Queries of a tile. */
export const TILE: i32 = 32;

/** The first key that a query at `position` sees, at most keyLen. */
@inline
export function firstSeen(position: i32, keyLen: i32, window: i32): i32 {
  return window > 0 ? min(max(0, position - window + 1), keyLen) : 0;
}

/** The key before which it stops seeing. */
@inline
export function endSeen(position: i32, keyLen: i32, causal: i32): i32 {
  return causal ? max(0, position + 1) : keyLen;
}

/** Elements from row to row of a tile of scores. */
@inline
export function scoreStride(keys: i32): i32 {
  return (keys + 3) & ~3;
}

/** Scratch for the products of a tile: [TILE, dim]·[dim, keys], [TILE, keys]·[keys, dim] and [keys, TILE]·[TILE, dim]. */
export function tileScratch(keys: i32, dim: i32): usize {
  return max(max(gemmScratch(TILE, keys, dim), gemmScratch(TILE, dim, keys)), gemmScratch(keys, dim, TILE));
}

/** i·stride of a layout, in bytes. */
@inline
export function at(layout: usize, entry: i32, i: i32): usize {
  return <usize>i * <usize>i32.load(layout + <usize>entry * 4) * 4;
}

/**
 * Whether n numbers are finite; not told from where their sum overflows. Of a tile's product, one row tells of all of
 * the keys: each row multiplies them all.
 */
export function finite(n: i32, x: usize): bool {
  const sum = rowSum(n, x);
  return sum - sum == 0;
}

/**
 * y[dim] = Σ weight · matrix over the keys that a query at `position` sees, of a tile whose keys begin at `first`. The
 * order of sums is that of gemm over the whole tile: blocks of its keys, from the first on, without the zeros.
 */
export function overSeen(
  position: i32, first: i32, keyLen: i32, causal: i32, window: i32, dim: i32,
  weights: usize, matrix: usize, matrixRow: i32, y: usize, work: usize
): void {
  const from = firstSeen(position, keyLen, window) - first;
  const end = endSeen(position, keyLen, causal) - first;
  memory.fill(y, 0, <usize>dim * 4);
  for (let k = from; k < end; ) {
    const n = min(end, (k & ~(KC - 1)) + KC) - k;
    gemm(4, 1, dim, n, weights + <usize>k * 4, n, matrix + <usize>(k * matrixRow) * 4, matrixRow, y, dim, work);
    k += n;
  }
}

export function attention(
  batch: i32, heads: i32, kvHeads: i32, queryLen: i32, keyLen: i32, dim: i32,
  causal: i32, window: i32, scale: f32, layout: usize,
  query: usize, key: usize, value: usize, out: usize, lse: usize
): void {
  const top = mark();
  const most = scoreStride(keyLen);
  const scores = scratch(<usize>(TILE * most) * 4 + tileScratch(keyLen, dim));
  const work = scores + <usize>(TILE * most) * 4;
  const queryRow = i32.load(layout, 8), keyRow = i32.load(layout, 20), outRow = i32.load(layout, 32);
  const group = kvHeads > 0 ? heads / kvHeads : 1;
  const past = keyLen - queryLen;
  const masks = causal != 0 || window > 0;
  for (let b = 0; b < batch; b++) {
    for (let h = 0; h < heads; h++) {
      const q = query + at(layout, 0, b) + at(layout, 1, h);
      const kv = at(layout, 3, b) + at(layout, 4, h / group);
      const o = out + at(layout, 6, b) + at(layout, 7, h);
      for (let i = 0; i < queryLen; i += TILE, lse += <usize>TILE * 4) {
        const rows = min(TILE, queryLen - i);
        const first = firstSeen(past + i, keyLen, window);
        const keys = max(0, endSeen(past + i + rows - 1, keyLen, causal) - first);
        const stride = scoreStride(keys);
        const seen = kv + <usize>(first * keyRow) * 4;
        gemm(2, rows, keys, dim, q + <usize>(i * queryRow) * 4, queryRow, key + seen, keyRow, scores, stride, work);
        for (let r = 0; r < rows; r++) {
          const row = scores + <usize>(r * stride) * 4;
          const from = firstSeen(past + i + r, keyLen, window) - first;
          const n = endSeen(past + i + r, keyLen, causal) - first - from;
          f32.store(lse + <usize>r * 4, softmaxRow(row, from, n, keys, scale));
        }
        const to = o + <usize>(i * outRow) * 4;
        gemm(0, rows, dim, keys, scores, stride, value + seen, keyRow, to, outRow, work);
        // a tile multiplies all of its keys, and 0 · NaN is NaN: then each row has its own keys alone
        if (masks && !finite(dim, to))
          for (let r = 0; r < rows; r++)
            overSeen(past + i + r, first, keyLen, causal, window, dim, scores + <usize>(r * stride) * 4, value + seen, keyRow, to + <usize>(r * outRow) * 4, work);
      }
      lse -= <usize>(-queryLen & (TILE - 1)) * 4;
    }
  }
  release(top);
}

/** The row's scores from `from` on, n of them, become their softmax, the others 0. Returns log Σ e^score. */
function softmaxRow(row: usize, from: i32, n: i32, keys: i32, scale: f32): f32 {
  if (n <= 0) {
    memory.fill(row, 0, <usize>keys * 4);
    return -Infinity;
  }
  const x = row + <usize>from * 4;
  const top = rowMax(n, x) * scale;
  const sum = rowExpScaled(n, x, scale, top, x);
  rowScale(n, x, splat(<f32>1 / sum), x);
  memory.fill(row, 0, <usize>from * 4);
  memory.fill(x + <usize>n * 4, 0, <usize>(keys - from - n) * 4);
  return top + lane(log4(splat(sum)));
}
