// The rungs between a plain loop and the library's product: m rows of A times n by n numbers in float32, m and n multiples of 8.
// Each changes one thing about the one before. Addresses are bytes.
import {madd, splat} from "../../../../lib/kernels/assembly/lanes";
import {micro} from "../../../../lib/kernels/assembly/micro";
import {packB} from "../../../../lib/kernels/assembly/pack";

const KC: i32 = 256;
const MC: i32 = 128;
const NC: i32 = 512;

/** Loops i, k, j, one number at a time. */
export function rows(m: i32, n: i32, a: usize, b: usize, c: usize): void {
  const row = <usize>n << 2;
  memory.fill(c, 0, <usize>m * row);
  for (let i = 0; i < m; i++, c += row)
    for (let k = 0, q = b; k < n; k++, a += 4, q += row) {
      const factor = f32.load(a);
      for (let j: usize = 0; j < row; j += 4) f32.store(c + j, f32.load(c + j) + factor * f32.load(q + j));
    }
}

/** Four neighbors of C at a time, in the lanes of one register. */
export function oneSum(m: i32, n: i32, a: usize, b: usize, c: usize): void {
  const row = <usize>n << 2;
  for (let i = 0; i < m; i++, a += row, c += row)
    for (let j: usize = 0; j < row; j += 16) {
      let sum = splat(0);
      for (let p = a, q = b + j; p < a + row; p += 4, q += row)
        sum = madd(v128.load_splat<f32>(p), v128.load(q), sum);
      v128.store(c + j, sum);
    }
}

/** Four rows of eight at a time, in eight registers. */
export function eightSums(m: i32, n: i32, a: usize, b: usize, c: usize): void {
  const row = <usize>n << 2;
  for (let j: usize = 0; j < row; j += 32)
    for (let i: usize = 0; i < <usize>m; i += 4) micro(n, a + i * row, row, b + j, row, c + i * row + j, row, false);
}

/** The same in blocks that fit the caches: of k, of columns of B, of rows of A. */
export function blocks(m: i32, n: i32, a: usize, b: usize, c: usize): void {
  const row = <usize>n << 2;
  for (let j0 = 0; j0 < n; j0 += NC)
    for (let k0 = 0; k0 < n; k0 += KC) {
      const bk = b + <usize>k0 * row + (<usize>j0 << 2);
      for (let i0 = 0; i0 < m; i0 += MC) block(m, n, i0, j0, k0, a, bk, row, 32, c);
    }
}

/** The same, with each block of B copied first, in the order in which it will be read. */
export function packed(m: i32, n: i32, a: usize, b: usize, c: usize, work: usize): void {
  const row = <usize>n << 2;
  for (let j0 = 0; j0 < n; j0 += NC)
    for (let k0 = 0; k0 < n; k0 += KC) {
      const depth = min(KC, n - k0);
      packB(b + <usize>k0 * row + (<usize>j0 << 2), row, min(NC, n - j0), depth, work);
      for (let i0 = 0; i0 < m; i0 += MC) block(m, n, i0, j0, k0, a, work, 32, <usize>depth * 32, c);
    }
}

/** One block of A times one of B, whose rows are `row` bytes apart and whose panels of eight columns `panel`. */
@inline
function block(m: i32, n: i32, i0: i32, j0: i32, k0: i32, a: usize, b: usize, row: usize, panel: usize, c: usize): void {
  const line = <usize>n << 2;
  const depth = min(KC, n - k0);
  const height = <usize>min(MC, m - i0);
  const ai = a + <usize>i0 * line + (<usize>k0 << 2);
  const ci = c + <usize>i0 * line + (<usize>j0 << 2);
  for (let j: usize = 0; j < <usize>min(NC, n - j0); j += 8, b += panel)
    for (let i: usize = 0; i < height; i += 4)
      micro(depth, ai + i * line, line, b, row, ci + i * line + (j << 2), line, k0 > 0);
}
