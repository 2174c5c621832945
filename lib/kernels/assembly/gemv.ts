// One row or one column: y[n] (+)= Σₖ matrix · x[k]. The matrix is used once, so packing it would double the work.
// The order of sums is that of gemm.
import {lane, loadTail, madd, splat, storeTail} from "./lanes";

const KC: i32 = 256;
export const STREAM: i32 = 2048; // columns at once: their sums stay in the nearest cache

/** The matrix is stored [k, n], its rows `ld` bytes apart: rows are read four at a time, and added up in the scratch. */
export function gemvStream(n: i32, k: i32, matrix: usize, ld: usize, x: usize, y: usize, add: bool, scratch: usize): void {
  for (let j0 = 0; j0 < n; j0 += STREAM) {
    const width = min(STREAM, n - j0);
    const to = y + <usize>j0 * 4;
    for (let k0 = 0; k0 < k; k0 += KC) {
      memory.fill(scratch, 0, <usize>((width + 3) & ~3) * 4);
      let row = matrix + <usize>k0 * ld + <usize>j0 * 4;
      let p = x + <usize>k0 * 4;
      let left = min(KC, k - k0);
      for (; left >= 8; left -= 8, p += 32, row += 8 * ld) addRows8(width, row, ld, p, scratch);
      for (; left >= 4; left -= 4, p += 16, row += 4 * ld) addRows4(width, row, ld, p, scratch);
      for (; left > 0; left--, p += 4, row += ld) addRow(width, row, p, scratch);
      flush(width, scratch, to, add || k0 > 0);
    }
  }
}

function addRows8(n: i32, row: usize, ld: usize, x: usize, sum: usize): void {
  const x0 = v128.load_splat<f32>(x);
  const x1 = v128.load_splat<f32>(x, 4);
  const x2 = v128.load_splat<f32>(x, 8);
  const x3 = v128.load_splat<f32>(x, 12);
  const x4 = v128.load_splat<f32>(x, 16);
  const x5 = v128.load_splat<f32>(x, 20);
  const x6 = v128.load_splat<f32>(x, 24);
  const x7 = v128.load_splat<f32>(x, 28);
  const ld3 = 3 * ld;
  let r4 = row + 4 * ld;
  for (const end = row + <usize>n * 4; row < end; row += 16, r4 += 16, sum += 16) {
    let s = madd(x0, v128.load(row), v128.load(sum));
    s = madd(x1, v128.load(row + ld), s);
    s = madd(x2, v128.load(row + 2 * ld), s);
    s = madd(x3, v128.load(row + ld3), s);
    s = madd(x4, v128.load(r4), s);
    s = madd(x5, v128.load(r4 + ld), s);
    s = madd(x6, v128.load(r4 + 2 * ld), s);
    v128.store(sum, madd(x7, v128.load(r4 + ld3), s));
  }
}

// reads whole vectors: what lies behind the row ends in the scratch's padding, and no further
function addRows4(n: i32, row: usize, ld: usize, x: usize, sum: usize): void {
  const x0 = v128.load_splat<f32>(x);
  const x1 = v128.load_splat<f32>(x, 4);
  const x2 = v128.load_splat<f32>(x, 8);
  const x3 = v128.load_splat<f32>(x, 12);
  let r1 = row + ld, r2 = r1 + ld, r3 = r2 + ld;
  for (const end = row + <usize>n * 4; row < end; row += 16, r1 += 16, r2 += 16, r3 += 16, sum += 16) {
    let s = madd(x0, v128.load(row), v128.load(sum));
    s = madd(x1, v128.load(r1), s);
    s = madd(x2, v128.load(r2), s);
    v128.store(sum, madd(x3, v128.load(r3), s));
  }
}

function addRow(n: i32, row: usize, x: usize, sum: usize): void {
  const x0 = v128.load_splat<f32>(x);
  for (const end = row + <usize>n * 4; row < end; row += 16, sum += 16)
    v128.store(sum, madd(x0, v128.load(row), v128.load(sum)));
}

function flush(n: i32, sum: usize, y: usize, add: bool): void {
  for (const end = sum + <usize>(n & ~3) * 4; sum < end; sum += 16, y += 16)
    v128.store(y, add ? f32x4.add(v128.load(y), v128.load(sum)) : v128.load(sum));
  const left = n & 3;
  if (left == 0) return;
  storeTail(y, left, add ? f32x4.add(loadTail(y, left), v128.load(sum)) : v128.load(sum));
}

/** The matrix is stored [n, k]: sixteen rows at a time, turned in registers; the sums of fewer would wait for each other. */
export function gemvRows(n: i32, k: i32, matrix: usize, ld: usize, x: usize, y: usize, add: bool): void {
  for (let k0 = 0; k0 < k; k0 += KC) {
    const kk = min(KC, k - k0);
    const from = matrix + <usize>k0 * 4;
    const p = x + <usize>k0 * 4;
    const more = add || k0 > 0;
    let j = 0;
    for (; j + 16 <= n; j += 16) dots16(kk, from + <usize>j * ld, ld, p, y + <usize>j * 4, more);
    for (; j + 4 <= n; j += 4) dots4(kk, from + <usize>j * ld, ld, p, y + <usize>j * 4, more);
    for (; j < n; j++) {
      let s: f32 = 0;
      const row = from + <usize>j * ld;
      if (ASC_FEATURE_RELAXED_SIMD) {
        s = dot1(kk, row, p);
      } else {
        for (let o: usize = 0; o < <usize>kk * 4; o += 4) s += f32.load(row + o) * f32.load(p + o);
      }
      const q = y + <usize>j * 4;
      f32.store(q, more ? f32.load(q) + s : s);
    }
  }
}

/** One sum in a vector's first lane: numbers alone are never fused, and an element must not depend on where it lies. */
function dot1(k: i32, row: usize, x: usize): f32 {
  let s = splat(0);
  for (const end = row + <usize>k * 4; row < end; row += 4, x += 4)
    s = madd(v128.load32_zero(row), v128.load32_zero(x), s);
  return lane(s);
}

function dots16(k: i32, row: usize, ld: usize, x: usize, y: usize, add: bool): void {
  let s = splat(0), t = s, u = s, v = s;
  let row1 = row + 4 * ld, row2 = row + 8 * ld, row3 = row + 12 * ld;
  const end = row + (<usize>k << 2);
  for (; row + 16 <= end; row += 16, row1 += 16, row2 += 16, row3 += 16, x += 16) {
    s = dot4(row, ld, x, s);
    t = dot4(row1, ld, x, t);
    u = dot4(row2, ld, x, u);
    v = dot4(row3, ld, x, v);
  }
  for (; row < end; row += 4, row1 += 4, row2 += 4, row3 += 4, x += 4) {
    const x0 = v128.load_splat<f32>(x);
    s = madd(x0, column4(row, ld), s);
    t = madd(x0, column4(row1, ld), t);
    u = madd(x0, column4(row2, ld), u);
    v = madd(x0, column4(row3, ld), v);
  }
  v128.store(y, add ? f32x4.add(v128.load(y), s) : s);
  v128.store(y, add ? f32x4.add(v128.load(y, 16), t) : t, 16);
  v128.store(y, add ? f32x4.add(v128.load(y, 32), u) : u, 32);
  v128.store(y, add ? f32x4.add(v128.load(y, 48), v) : v, 48);
}

function dots4(k: i32, row: usize, ld: usize, x: usize, y: usize, add: bool): void {
  let s = splat(0);
  const end = row + (<usize>k << 2);
  for (; row + 16 <= end; row += 16, x += 16) s = dot4(row, ld, x, s);
  for (; row < end; row += 4, x += 4) s = madd(v128.load_splat<f32>(x), column4(row, ld), s);
  v128.store(y, add ? f32x4.add(v128.load(y), s) : s);
}

@inline
function column4(p: usize, ld: usize): v128 {
  return v128.load_lane<f32>(
    p + 3 * ld,
    v128.load_lane<f32>(p + 2 * ld, v128.load_lane<f32>(p + ld, v128.load32_zero(p), 1), 2),
    3
  );
}

/** s + the 4×4 block at p times x[0..4], in the order of x. */
@inline
function dot4(p: usize, ld: usize, x: usize, s: v128): v128 {
  const a = v128.load(p);
  const b = v128.load(p + ld);
  const c = v128.load(p + 2 * ld);
  const d = v128.load(p + 3 * ld);
  const ab0 = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const ab1 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd0 = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const cd1 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  s = madd(v128.load_splat<f32>(x), v128.shuffle<f64>(ab0, cd0, 0, 2), s);
  s = madd(v128.load_splat<f32>(x, 4), v128.shuffle<f64>(ab0, cd0, 1, 3), s);
  s = madd(v128.load_splat<f32>(x, 8), v128.shuffle<f64>(ab1, cd1, 0, 2), s);
  return madd(v128.load_splat<f32>(x, 12), v128.shuffle<f64>(ab1, cd1, 1, 3), s);
}
