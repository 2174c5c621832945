// The innermost loop: 4 rows × 8 columns of C in eight registers, or 6 × 8 in twelve, one k per turn.
import {loadTail, madd, splat, storeTail} from "./lanes";

/** Rows of a tile of C. Fused, six are faster: what is added needs no register of its own before. */
export const ROWS: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 4;

/**
 * C[4×8] (+)= A[4×k]·B[k×8]: rows of A `sa` bytes apart, rows of B `sb`, rows of C `sc`.
 *
 * Not unrolled on purpose: V8 moves all loads of a loop's body to its top, so a longer body spills registers.
 * In the caller's body on purpose: as a function of its own, the same loop runs a sixth slower in V8.
 */
@inline
export function micro(k: i32, a: usize, sa: usize, b: usize, sb: usize, c: usize, sc: usize, add: bool): void {
  let c00 = splat(0), c01 = splat(0), c10 = splat(0), c11 = splat(0);
  let c20 = splat(0), c21 = splat(0), c30 = splat(0), c31 = splat(0);
  let a1 = a + sa, a2 = a1 + sa, a3 = a2 + sa;
  for (const end = a + (<usize>k << 2); a < end; a += 4, a1 += 4, a2 += 4, a3 += 4, b += sb) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load_splat<f32>(a1);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load_splat<f32>(a2);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load_splat<f32>(a3);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
  }
  put(c, c00, c01, add);
  put(c + sc, c10, c11, add);
  put(c + 2 * sc, c20, c21, add);
  put(c + 3 * sc, c30, c31, add);
}

/** The same for C[6×8]. */
@inline
export function micro6(k: i32, a: usize, sa: usize, b: usize, sb: usize, c: usize, sc: usize, add: bool): void {
  let c00 = splat(0), c01 = splat(0), c10 = splat(0), c11 = splat(0), c20 = splat(0), c21 = splat(0);
  let c30 = splat(0), c31 = splat(0), c40 = splat(0), c41 = splat(0), c50 = splat(0), c51 = splat(0);
  let a1 = a + sa, a2 = a1 + sa, a3 = a2 + sa, a4 = a3 + sa, a5 = a4 + sa;
  for (const end = a + (<usize>k << 2); a < end; a += 4, a1 += 4, a2 += 4, a3 += 4, a4 += 4, a5 += 4, b += sb) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load_splat<f32>(a1);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load_splat<f32>(a2);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load_splat<f32>(a3);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    x = v128.load_splat<f32>(a4);
    c40 = madd(x, b0, c40);
    c41 = madd(x, b1, c41);
    x = v128.load_splat<f32>(a5);
    c50 = madd(x, b0, c50);
    c51 = madd(x, b1, c51);
  }
  put(c, c00, c01, add);
  put(c + sc, c10, c11, add);
  put(c + 2 * sc, c20, c21, add);
  put(c + 3 * sc, c30, c31, add);
  put(c + 4 * sc, c40, c41, add);
  put(c + 5 * sc, c50, c51, add);
}

@inline
function put(c: usize, x: v128, y: v128, add: bool): void {
  if (add) {
    x = f32x4.add(v128.load(c), x);
    y = f32x4.add(v128.load(c, 16), y);
  }
  v128.store(c, x);
  v128.store(c, y, 16);
}

/** C[rows×columns] (+)= part of a tile: nothing beyond C's edge is touched. */
export function putTile(tile: usize, rows: i32, columns: i32, c: usize, sc: usize, add: bool): void {
  for (; rows > 0; rows--, tile += 32, c += sc) {
    let left = columns;
    let at: usize = 0;
    for (; left >= 4; left -= 4, at += 16) {
      let x = v128.load(tile + at);
      if (add) x = f32x4.add(v128.load(c + at), x);
      v128.store(c + at, x);
    }
    if (left == 0) continue;
    let x = v128.load(tile + at);
    if (add) x = f32x4.add(loadTail(c + at, left), x);
    storeTail(c + at, left, x);
  }
}
