// C[m×n] (+)= op(A)·op(B) in float32, after Goto & van de Geijn (2008): blocks that fit the caches, tiles in registers.
//
// Every element of C is summed in one order, whatever m, n, strides and flags are: blocks of 256 of k, each from zero
// in the order of k, added in the order of blocks (to C, where added to). So rows may be computed apart, in any
// batch, by one thread or another, and keep their bits.
import {gemvRows, gemvStream, STREAM} from "./gemv";
import {micro, micro6, putTile, ROWS} from "./micro";
import {packB, packRowsA, packTransposedA, packTransposedB, rowBytes, wholeTiles} from "./pack";

/** Terms of a block of sums. */
export const KC: i32 = 256;
const MC: i32 = ROWS == 6 ? 126 : 128; // whole tiles
const NC: i32 = 512;
const TILE: usize = <usize>ROWS * 32;
/** Up to so many bytes, B is read where it lies: it stays in the first cache. */
const SMALL: usize = 32768;

@inline
function scratchA(m: i32, k: i32): usize {
  return <usize>wholeTiles(min(m, MC)) * rowBytes(min(k, KC));
}

/** Bytes of scratch memory that gemm needs. */
export function gemmScratch(m: i32, n: i32, k: i32): usize {
  const panels = <usize>((min(n, NC) + 7) & ~7) * <usize>min(k, KC) * 4;
  return TILE + scratchA(m, k) + max(panels, <usize>STREAM * 4);
}

/** `flags`: 1 = A is stored [k, m], 2 = B is stored [n, k], 4 = add to C. `ld…` are elements from row to row. */
export function gemm(
  flags: i32, m: i32, n: i32, k: i32,
  a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32, scratch: usize
): void {
  const ta = (flags & 1) != 0;
  const tb = (flags & 2) != 0;
  const adds = (flags & 4) != 0;
  const sa = <usize>lda * 4;
  const sb = <usize>ldb * 4;
  const sc = <usize>ldc * 4;
  if (m == 0 || n == 0) return;
  if (k == 0) {
    if (!adds) for (let i = 0; i < m; i++) memory.fill(c + <usize>i * sc, 0, <usize>n * 4);
    return;
  }
  // vectors lie in one piece, or have one element in each row
  if (m == 1 && (!ta || lda == 1)) return tb ? gemvRows(n, k, b, sb, a, c, adds) : gemvStream(n, k, b, sb, a, c, adds, scratch);
  if (n == 1 && ldc == 1 && (tb || ldb == 1)) return ta ? gemvStream(m, k, a, sa, b, c, adds, scratch) : gemvRows(m, k, a, sa, b, c, adds);

  const inPlace = !tb && n >= 8 && (m <= 8 || <usize>min(k, KC) * sb <= SMALL);
  const tile = scratch;
  const pa = tile + TILE;
  const pb = pa + scratchA(m, k);
  for (let j0 = 0; j0 < n; j0 += NC) {
    const nj = min(NC, n - j0);
    for (let k0 = 0; k0 < k; k0 += KC) {
      const kk = min(KC, k - k0);
      const add = adds || k0 > 0;
      const bk = b + <usize>k0 * (tb ? 4 : sb);
      if (tb) packTransposedB(bk + <usize>j0 * sb, sb, nj, kk, pb);
      else if (!inPlace) packB(bk + <usize>j0 * 4, sb, nj, kk, pb);
      for (let i0 = 0; i0 < m; i0 += MC) {
        const mi = min(MC, m - i0);
        const packed = ta || m < ROWS;
        if (ta) packTransposedA(a + <usize>k0 * sa + <usize>i0 * 4, sa, mi, kk, pa);
        else if (packed) packRowsA(a + <usize>k0 * 4, sa, m, kk, pa);
        const ai = packed ? pa : a + <usize>i0 * sa + <usize>k0 * 4;
        const ss = packed ? rowBytes(kk) : sa;
        for (let j = 0; j < nj; j += 8) {
          // an edge is computed in a tile of its own; where A and B are read in place, the tile overlaps its neighbor
          const columns = min(8, nj - j);
          const backJ: usize = inPlace ? 8 - columns : 0;
          const bp = inPlace ? bk + (<usize>(j0 + j) - backJ) * 4 : pb + <usize>j * <usize>kk * 4;
          const bs = inPlace ? sb : 32;
          for (let i = 0; i < mi; i += ROWS) {
            const rows = min(ROWS, mi - i);
            const cp = c + <usize>(i0 + i) * sc + <usize>(j0 + j) * 4;
            const whole = rows == ROWS && columns == 8;
            const backI: usize = packed ? 0 : ROWS - rows;
            if (ROWS == 6) micro6(kk, ai + (<usize>i - backI) * ss, ss, bp, bs, whole ? cp : tile, whole ? sc : 32, whole && add);
            else micro(kk, ai + (<usize>i - backI) * ss, ss, bp, bs, whole ? cp : tile, whole ? sc : 32, whole && add);
            if (!whole) putTile(tile + backI * 32 + backJ * 4, rows, columns, cp, sc, add);
          }
        }
      }
    }
  }
}
