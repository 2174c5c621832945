import {exp4, log4} from "./math";
import {loadTail, splat, storeTail} from "./lanes";
import {rowDot, rowExp, rowMax, rowScale, rowSum, rowSumExp, wholeBytes} from "./row";

export function softmax(rows: i32, n: i32, x: usize, y: usize): void {
  const bytes = <usize>n * 4;
  for (let i = 0; i < rows; i++, x += bytes, y += bytes) {
    const sum = rowExp(n, x, rowMax(n, x), y);
    rowScale(n, y, splat(<f32>1 / sum), y);
  }
}

export function softmaxGrad(rows: i32, n: i32, y: usize, dy: usize, dx: usize): void {
  const left = n & 3;
  for (let i = 0; i < rows; i++) {
    const inner = splat(rowDot(n, y, dy));
    for (const end = y + wholeBytes(n); y < end; y += 16, dy += 16, dx += 16)
      v128.store(dx, f32x4.mul(v128.load(y), f32x4.sub(v128.load(dy), inner)));
    if (left) storeTail(dx, left, f32x4.mul(loadTail(y, left), f32x4.sub(loadTail(dy, left), inner)));
    const rest = <usize>left * 4;
    y += rest;
    dy += rest;
    dx += rest;
  }
}

export function logSoftmax(rows: i32, n: i32, x: usize, y: usize): void {
  const left = n & 3;
  for (let i = 0; i < rows; i++) {
    const most = rowMax(n, x);
    const top = splat(most);
    // apart from top: their sum would round away small differences of large scores
    const shift = log4(splat(rowSumExp(n, x, most)));
    for (const end = x + wholeBytes(n); x < end; x += 16, y += 16)
      v128.store(y, f32x4.sub(f32x4.sub(v128.load(x), top), shift));
    if (left) storeTail(y, left, f32x4.sub(f32x4.sub(loadTail(x, left), top), shift));
    x += <usize>left * 4;
    y += <usize>left * 4;
  }
}

export function logSoftmaxGrad(rows: i32, n: i32, y: usize, dy: usize, dx: usize): void {
  const left = n & 3;
  for (let i = 0; i < rows; i++) {
    const sum = splat(rowSum(n, dy));
    for (const end = y + wholeBytes(n); y < end; y += 16, dy += 16, dx += 16)
      v128.store(dx, f32x4.sub(v128.load(dy), f32x4.mul(exp4(v128.load(y)), sum)));
    if (left) storeTail(dx, left, f32x4.sub(loadTail(dy, left), f32x4.mul(exp4(loadTail(y, left)), sum)));
    const rest = <usize>left * 4;
    y += rest;
    dy += rest;
    dx += rest;
  }
}
