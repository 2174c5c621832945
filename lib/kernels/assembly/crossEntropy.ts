import {log4} from "./math";
import {lane, loadTail, splat, storeTail} from "./lanes";
import {rowExp, rowMax, rowSum, rowSumExp, wholeBytes} from "./row";

export function crossEntropy(
  rows: i32, n: i32, ignore: i32, smoothing: f32, z: f32, x: usize, targets: usize, loss: usize, lse: usize
): void {
  for (let i = 0; i < rows; i++, x += <usize>n * 4, targets += 4, loss += 4, lse += 4) {
    const top = rowMax(n, x);
    const shift = lane(log4(splat(rowSumExp(n, x, top))));
    const total = top + shift;
    f32.store(lse, total);
    const target = i32.load(targets);
    let cost: f32 = 0;
    if (target != ignore) {
      // from the largest logit on: lse itself would round away the loss of a row that is nearly certain
      cost = (1 - smoothing) * (shift - (f32.load(x + <usize>target * 4) - top));
      // where there is none, a logit of −Infinity would give 0 · Infinity
      if (smoothing > 0) cost += smoothing * (shift - (rowSum(n, x) / <f32>n - top));
      if (z > 0) cost += z * total * total;
    }
    f32.store(loss, cost);
  }
}

export function crossEntropyGrad(
  rows: i32, n: i32, ignore: i32, smoothing: f32, z: f32,
  x: usize, targets: usize, lse: usize, dloss: usize, dx: usize
): void {
  const bytes = <usize>n * 4;
  const left = n & 3;
  const rest = <usize>left * 4;
  for (let i = 0; i < rows; i++, targets += 4, lse += 4, dloss += 4) {
    const target = i32.load(targets);
    if (target == ignore) {
      memory.fill(dx, 0, bytes);
      x += bytes;
      dx += bytes;
      continue;
    }
    const slope = f32.load(dloss);
    // from the largest logit on, and not from lse: where logits are large, lse has few digits left for differences
    const sum = rowExp(n, x, rowMax(n, x), dx);
    const weight = splat((z > 0 ? slope * (1 + 2 * z * f32.load(lse)) : slope) / sum);
    const smooth = splat((slope * smoothing) / <f32>n);
    const hit = dx + <usize>target * 4;
    for (const end = x + wholeBytes(n); x < end; x += 16, dx += 16)
      v128.store(dx, f32x4.sub(f32x4.mul(v128.load(dx), weight), smooth));
    if (left) storeTail(dx, left, f32x4.sub(f32x4.mul(loadTail(dx, left), weight), smooth));
    x += rest;
    dx += rest;
    f32.store(hit, f32.load(hit) - slope * (1 - smoothing));
  }
}
