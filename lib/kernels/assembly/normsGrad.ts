// Gradients of layer and RMS normalization; the compiler knows `centered`. With x̂ = (x − mean)·r and g = dy ⊙ weight,
// dx = r·(g − mean g − x̂·mean(g ⊙ x̂)). Rows come in blocks: what a block's dx read is still near for dweight, dbias.
import {hsum, loadTail, madd, splat, storeTail} from "./lanes";

@inline const BLOCK: i32 = 16;

@inline
function unit(centered: bool, x: v128, mean: v128, r: v128): v128 {
  return f32x4.mul(centered ? f32x4.sub(x, mean) : x, r);
}

/** The mean of the row whose statistics these are; not used where they have none. */
@inline
function meanOf(stats: usize): v128 {
  return v128.load_splat<f32>(stats);
}

@inline
function rstdOf(centered: bool, stats: usize): v128 {
  return v128.load_splat<f32>(stats + (centered ? 4 : 0));
}

/** dx of one row; two chains of additions for each sum. */
@inline
function inputGrad(centered: bool, n: i32, x: usize, w: usize, stats: usize, dy: usize, dx: usize): void {
  const mean = meanOf(stats);
  const r = rstdOf(centered, stats);
  const pairs = <usize>n >> 3 << 5;
  const whole = <usize>n >> 2 << 4;
  const left = n & 3;
  let one0 = splat(0);
  let one1 = splat(0);
  let x0 = splat(0);
  let x1 = splat(0);
  let o: usize = 0;
  for (; o < pairs; o += 32) {
    const g0 = f32x4.mul(v128.load(dy + o), v128.load(w + o));
    const g1 = f32x4.mul(v128.load(dy + o, 16), v128.load(w + o, 16));
    if (centered) one0 = f32x4.add(one0, g0);
    if (centered) one1 = f32x4.add(one1, g1);
    x0 = madd(g0, unit(centered, v128.load(x + o), mean, r), x0);
    x1 = madd(g1, unit(centered, v128.load(x + o, 16), mean, r), x1);
  }
  if (o < whole) {
    const g = f32x4.mul(v128.load(dy + o), v128.load(w + o));
    if (centered) one0 = f32x4.add(one0, g);
    x0 = madd(g, unit(centered, v128.load(x + o), mean, r), x0);
    o += 16;
  }
  if (left) {
    const g = f32x4.mul(loadTail(dy + o, left), loadTail(w + o, left)); // 0 behind the row
    if (centered) one1 = f32x4.add(one1, g);
    x1 = madd(g, unit(centered, loadTail(x + o, left), mean, r), x1);
  }
  const along1 = splat(hsum(f32x4.add(one0, one1)) / <f32>n);
  const alongX = splat(hsum(f32x4.add(x0, x1)) / <f32>n);
  for (o = 0; o < whole; o += 16) {
    const g = f32x4.mul(v128.load(dy + o), v128.load(w + o));
    const u = f32x4.mul(unit(centered, v128.load(x + o), mean, r), alongX);
    v128.store(dx + o, f32x4.mul(r, f32x4.sub(centered ? f32x4.sub(g, along1) : g, u)));
  }
  if (left) {
    const g = f32x4.mul(loadTail(dy + o, left), loadTail(w + o, left));
    const u = f32x4.mul(unit(centered, loadTail(x + o, left), mean, r), alongX);
    storeTail(dx + o, left, f32x4.mul(r, f32x4.sub(centered ? f32x4.sub(g, along1) : g, u)));
  }
}

@inline
function addTo(p: usize, v: v128): void {
  v128.store(p, f32x4.add(v128.load(p), v));
}

/** dweight, dbias += their sums over a block of rows, eight columns. */
@inline
function eightColumns(centered: bool, rows: i32, row: usize, x: usize, stats: usize, dy: usize, dw: usize, db: usize): void {
  let w0 = splat(0);
  let w1 = splat(0);
  let b0 = splat(0);
  let b1 = splat(0);
  for (; rows > 0; rows--, x += row, dy += row, stats += centered ? 8 : 4) {
    const g0 = v128.load(dy);
    const g1 = v128.load(dy, 16);
    const mean = meanOf(stats);
    const r = rstdOf(centered, stats);
    w0 = madd(g0, unit(centered, v128.load(x), mean, r), w0);
    w1 = madd(g1, unit(centered, v128.load(x, 16), mean, r), w1);
    if (centered) {
      b0 = f32x4.add(b0, g0);
      b1 = f32x4.add(b1, g1);
    }
  }
  addTo(dw, w0);
  addTo(dw + 16, w1);
  if (centered) {
    addTo(db, b0);
    addTo(db + 16, b1);
  }
}

/** The same for one column. */
@inline
function oneColumn(centered: bool, rows: i32, row: usize, x: usize, stats: usize, dy: usize, dw: usize, db: usize): void {
  let w: f32 = 0;
  let b: f32 = 0;
  for (; rows > 0; rows--, x += row, dy += row, stats += centered ? 8 : 4) {
    const g = f32.load(dy);
    w += g * (centered ? (f32.load(x) - f32.load(stats)) * f32.load(stats, 4) : f32.load(x) * f32.load(stats));
    b += g;
  }
  f32.store(dw, f32.load(dw) + w);
  if (centered) f32.store(db, f32.load(db) + b);
}

/** dweight, dbias += the sums over a block of rows, for the columns of `width` bytes. */
@inline
function columnsOf(centered: bool, rows: i32, row: usize, width: usize, x: usize, stats: usize, dy: usize, dw: usize, db: usize): void {
  let o: usize = 0;
  for (; o + 32 <= width; o += 32) eightColumns(centered, rows, row, x + o, stats, dy + o, dw + o, db + o);
  for (; o < width; o += 4) oneColumn(centered, rows, row, x + o, stats, dy + o, dw + o, db + o);
}

@inline
function grad(centered: bool, rows: i32, n: i32, x: usize, w: usize, stats: usize, dy: usize, dx: usize, dw: usize, db: usize): void {
  const row = <usize>n << 2;
  memory.fill(dw, 0, row);
  if (centered) memory.fill(db, 0, row);
  const each: usize = centered ? 8 : 4;
  while (rows > 0) {
    const count = min(rows, BLOCK);
    for (let i: usize = 0; i < <usize>count; i++) {
      inputGrad(centered, n, x + i * row, w, stats + i * each, dy + i * row, dx + i * row);
    }
    columnsOf(centered, count, row, row, x, stats, dy, dw, db);
    const bytes = <usize>count * row;
    x += bytes;
    dy += bytes;
    dx += bytes;
    stats += <usize>count * each;
    rows -= count;
  }
}

export function layerNormGrad(rows: i32, n: i32, x: usize, weight: usize, stats: usize, dy: usize, dx: usize, dweight: usize, dbias: usize): void {
  grad(true, rows, n, x, weight, stats, dy, dx, dweight, dbias);
}

export function rmsNormGrad(rows: i32, n: i32, x: usize, weight: usize, stats: usize, dy: usize, dx: usize, dweight: usize): void {
  grad(false, rows, n, x, weight, stats, dy, dx, dweight, 0);
}

// The halves of the gradient, for threads: dx of some rows, and dweight and dbias of some columns, over all rows.

@inline
function inputs(centered: bool, rows: i32, n: i32, x: usize, w: usize, stats: usize, dy: usize, dx: usize): void {
  const row = <usize>n << 2;
  for (; rows > 0; rows--, x += row, dy += row, dx += row, stats += centered ? 8 : 4)
    inputGrad(centered, n, x, w, stats, dy, dx);
}

/** Blocks of rows as above, so that sums have the same order. */
@inline
function weights(centered: bool, rows: i32, n: i32, columns: i32, x: usize, stats: usize, dy: usize, dw: usize, db: usize): void {
  const row = <usize>n << 2;
  const width = <usize>columns << 2;
  memory.fill(dw, 0, width);
  if (centered) memory.fill(db, 0, width);
  while (rows > 0) {
    const count = min(rows, BLOCK);
    columnsOf(centered, count, row, width, x, stats, dy, dw, db);
    x += <usize>count * row;
    dy += <usize>count * row;
    stats += <usize>count * (centered ? 8 : 4);
    rows -= count;
  }
}

export function layerNormGradRows(count: i32, n: i32, x: usize, weight: usize, stats: usize, dy: usize, dx: usize): void {
  inputs(true, count, n, x, weight, stats, dy, dx);
}

export function layerNormGradColumns(count: i32, n: i32, width: i32, x: usize, stats: usize, dy: usize, dweight: usize, dbias: usize): void {
  weights(true, count, n, width, x, stats, dy, dweight, dbias);
}

export function rmsNormGradRows(count: i32, n: i32, x: usize, weight: usize, stats: usize, dy: usize, dx: usize): void {
  inputs(false, count, n, x, weight, stats, dy, dx);
}

export function rmsNormGradColumns(count: i32, n: i32, width: i32, x: usize, stats: usize, dy: usize, dweight: usize): void {
  weights(false, count, n, width, x, stats, dy, dweight, 0);
}
