/**
 * Running sums along the middle axis, carried in float64: each of them is right to half an ulp, however long the axis.
 * `reverse` runs from the end.
 */
export function cumsum(outer: i32, n: i32, inner: i32, reverse: i32, x: usize, y: usize): void {
  const row = <isize>inner << 2;
  const block = <isize>n * row;
  const step = reverse ? -row : row;
  const first = reverse && n > 0 ? block - row : 0;
  for (; outer > 0; outer--, x += block, y += block) {
    let o: isize = 0;
    for (; o + 16 <= row; o += 16) fourColumns(n, step, x + first + o, y + first + o);
    for (; o < row; o += 4) oneColumn(n, step, x + first + o, y + first + o);
  }
}

function fourColumns(n: i32, step: isize, x: usize, y: usize): void {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (; n > 0; n--, x += step, y += step) {
    const v = v128.load(x);
    low = f64x2.add(low, f64x2.promote_low_f32x4(v));
    high = f64x2.add(high, f64x2.promote_low_f32x4(v128.shuffle<f64>(v, v, 1, 0)));
    v128.store(y, v128.shuffle<f64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2));
  }
}

function oneColumn(n: i32, step: isize, x: usize, y: usize): void {
  let total: f64 = 0;
  for (; n > 0; n--, x += step, y += step) {
    total += <f64>f32.load(x);
    f32.store(y, <f32>total);
  }
}
