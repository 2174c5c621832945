// Rotary position embedding: pairs of numbers turned by angles whose cosines and sines are given.
import {loadTail, storeTail} from "./lanes";

@inline const NEIGHBORS: i32 = 1;
@inline const BACK: i32 = 2;

/** Pairs (i, i + half) of one row. */
@inline
function turnHalves(half: i32, sign: v128, x: usize, cos: usize, sin: usize, y: usize): void {
  const apart = <usize>half << 2;
  const whole = <usize>half >> 2 << 4;
  const left = half & 3;
  let o: usize = 0;
  for (; o < whole; o += 16) {
    const a = v128.load(x + o);
    const b = v128.load(x + apart + o);
    const c = v128.load(cos + o);
    const s = v128.xor(v128.load(sin + o), sign);
    v128.store(y + o, f32x4.sub(f32x4.mul(a, c), f32x4.mul(b, s)));
    v128.store(y + apart + o, f32x4.add(f32x4.mul(a, s), f32x4.mul(b, c)));
  }
  if (left) {
    const a = loadTail(x + o, left);
    const b = loadTail(x + apart + o, left);
    const c = loadTail(cos + o, left);
    const s = v128.xor(loadTail(sin + o, left), sign);
    storeTail(y + o, left, f32x4.sub(f32x4.mul(a, c), f32x4.mul(b, s)));
    storeTail(y + apart + o, left, f32x4.add(f32x4.mul(a, s), f32x4.mul(b, c)));
  }
}

/** (a, b, a′, b′) with cosines (c, c′, …) and sines: two pairs turned. */
@inline
function turnTwo(v: v128, c: v128, s: v128, sign: v128): v128 {
  const cc = v128.shuffle<f32>(c, c, 0, 0, 1, 1);
  const ss = v128.xor(v128.shuffle<f32>(s, s, 0, 0, 1, 1), sign);
  return f32x4.add(f32x4.mul(v, cc), f32x4.mul(v128.shuffle<f32>(v, v, 1, 0, 3, 2), ss));
}

/** Pairs (2i, 2i + 1) of one row. */
@inline
function turnNeighbors(half: i32, sign: v128, x: usize, cos: usize, sin: usize, y: usize): void {
  const whole = <usize>half >> 1 << 4;
  let o: usize = 0;
  for (; o < whole; o += 16, cos += 8, sin += 8) {
    v128.store(y + o, turnTwo(v128.load(x + o), v128.load64_zero(cos), v128.load64_zero(sin), sign));
  }
  if (half & 1) {
    const v = v128.load64_zero(x + o);
    storeTail(y + o, 2, turnTwo(v, v128.load32_zero(cos), v128.load32_zero(sin), sign));
  }
}

export function rope(outer: i32, seqLen: i32, inner: i32, dim: i32, flags: i32, x: usize, cos: usize, sin: usize, y: usize): void {
  const half = dim >> 1;
  const row = <usize>dim << 2;
  const back = i32x4.splat(flags & BACK ? 0x80000000 : 0);
  // the first of two neighbors takes −b·s, the second a·s
  const alternate = v128.xor(back, i32x4(0x80000000, 0, 0x80000000, 0));
  for (let o = 0; o < outer; o++) {
    for (let t = 0; t < seqLen; t++) {
      const at = <usize>(t * half) << 2;
      for (let i = 0; i < inner; i++, x += row, y += row) {
        if (flags & NEIGHBORS) turnNeighbors(half, alternate, x, cos + at, sin + at, y);
        else turnHalves(half, back, x, cos + at, sin + at, y);
      }
    }
  }
}
