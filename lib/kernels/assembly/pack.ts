// Blocks of matrices laid out as the micro-kernel reads them: A in rows, B in panels[k][8].
// Sizes are elements, addresses and strides bytes. What an edge leaves empty is filled with zeros.
import {firstLanes, loadTail, splat} from "./lanes";
import {ROWS} from "./micro";

/** Transposes the 4×4 block whose rows begin at p, p+s, …; rows of the result go to q, q+t, … */
@inline
function transpose4(p: usize, s: usize, q: usize, t: usize): void {
  const a = v128.load(p);
  const b = v128.load(p + s);
  const c = v128.load(p + 2 * s);
  const d = v128.load(p + 3 * s);
  const ab0 = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const ab1 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd0 = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const cd1 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(q, v128.shuffle<f64>(ab0, cd0, 0, 2));
  v128.store(q + t, v128.shuffle<f64>(ab0, cd0, 1, 3));
  v128.store(q + 2 * t, v128.shuffle<f64>(ab1, cd1, 0, 2));
  v128.store(q + 3 * t, v128.shuffle<f64>(ab1, cd1, 1, 3));
}

/** The transpose of [rows, columns] at p, rows s bytes apart, to q, its rows t bytes apart. */
function transpose(p: usize, s: usize, rows: i32, columns: i32, q: usize, t: usize): void {
  let i = 0;
  for (; i + 4 <= rows; i += 4) {
    const from = p + <usize>i * s;
    const to = q + <usize>i * 4;
    let j: usize = 0;
    for (; j + 4 <= <usize>columns; j += 4) transpose4(from + j * 4, s, to + j * t, t);
    for (; j < <usize>columns; j++) {
      f32.store(to + j * t, f32.load(from + j * 4));
      f32.store(to + j * t, f32.load(from + s + j * 4), 4);
      f32.store(to + j * t, f32.load(from + 2 * s + j * 4), 8);
      f32.store(to + j * t, f32.load(from + 3 * s + j * 4), 12);
    }
  }
  for (; i < rows; i++) {
    const from = p + <usize>i * s;
    const to = q + <usize>i * 4;
    for (let j: usize = 0; j < <usize>columns; j++) f32.store(to + j * t, f32.load(from + j * 4));
  }
}

/** m, rounded up to whole tiles. */
@inline
export function wholeTiles(m: i32): i32 {
  return ROWS == 6 ? ((m + 5) / 6) * 6 : (m + 3) & ~3;
}

/** Bytes from row to row of a packed block of A. */
@inline
export function rowBytes(k: i32): usize {
  return <usize>((k + 3) & ~3) * 4;
}

/** Rows of a block of A that is stored [k, m]. */
export function packTransposedA(a: usize, s: usize, m: i32, k: i32, out: usize): void {
  const t = rowBytes(k);
  transpose(a, s, k, m, out, t);
  const empty = ROWS == 6 ? wholeTiles(m) - m : -m & 3;
  memory.fill(out + <usize>m * t, 0, <usize>empty * t);
}

/** Fewer rows of A than a tile has, and rows of zeros. */
export function packRowsA(a: usize, s: usize, m: i32, k: i32, out: usize): void {
  const t = rowBytes(k);
  for (let i = 0; i < m; i++) memory.copy(out + <usize>i * t, a + <usize>i * s, <usize>k * 4);
  memory.fill(out + <usize>m * t, 0, <usize>(ROWS - m) * t);
}

/** Panels of B that is stored [n, k]. */
export function packTransposedB(b: usize, s: usize, n: i32, k: i32, out: usize): void {
  const panel = <usize>k * 32;
  for (; n > 0; n -= 8, b += 8 * s, out += panel) {
    if (n < 8) memory.fill(out, 0, panel);
    transpose(b, s, min(8, n), k, out, 32);
  }
}

/** Panels of B that is stored [k, n]. */
export function packB(b: usize, s: usize, n: i32, k: i32, out: usize): void {
  const panel = <usize>k * 32;
  for (; n >= 8; n -= 8, b += 32) {
    let from = b;
    for (const end = out + panel; out < end; from += s, out += 32) {
      v128.store(out, v128.load(from));
      v128.store(out, v128.load(from, 16), 16);
    }
  }
  if (n > 0) packEdgeB(b, s, n, k, out);
}

function packEdgeB(b: usize, s: usize, n: i32, k: i32, out: usize): void {
  const left = n & 3;
  const mask = firstLanes(left);
  for (const end = out + <usize>k * 32; out < end; b += s, out += 32) {
    if (n >= 4) {
      v128.store(out, v128.load(b));
      v128.store(out, left ? v128.and(mask, loadTail(b + 16, left)) : splat(0), 16);
    } else {
      v128.store(out, v128.and(mask, loadTail(b, left)));
      v128.store(out, splat(0), 16);
    }
  }
}
