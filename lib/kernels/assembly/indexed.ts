// Rows and elements chosen by int32 indices, and the sums that are the gradients of such choices.
import {loadTail, storeTail} from "./lanes";
import {copyRow} from "./movement";

@inline
function idAt(ids: usize, i: i32): usize {
  return <usize>load<i32>(ids + (<usize>i << 2));
}

export function gatherRows(rows: i32, n: i32, ids: usize, table: usize, y: usize): void {
  const bytes = <usize>n << 2;
  for (let i = 0; i < rows; i++, y += bytes) copyRow(n, table + idAt(ids, i) * bytes, y);
}

export function scatterAddRows(rows: i32, n: i32, ids: usize, x: usize, table: usize): void {
  const bytes = <usize>n << 2;
  const whole = <usize>n >> 2 << 4;
  const left = n & 3;
  for (let i = 0; i < rows; i++, x += bytes) {
    const row = table + idAt(ids, i) * bytes;
    for (let o: usize = 0; o < whole; o += 16) v128.store(row + o, f32x4.add(v128.load(row + o), v128.load(x + o)));
    if (left) storeTail(row + whole, left, f32x4.add(loadTail(row + whole, left), loadTail(x + whole, left)));
  }
}

export function takeAlong(outer: i32, n: i32, m: i32, inner: i32, index: usize, x: usize, y: usize): void {
  const row = <usize>inner << 2;
  for (; outer > 0; outer--, x += <usize>n * row) {
    for (let j = 0; j < m; j++) {
      for (let i: usize = 0; i < row; i += 4, index += 4, y += 4) {
        f32.store(y, f32.load(x + <usize>load<i32>(index) * row + i));
      }
    }
  }
}

export function scatterAddAlong(outer: i32, n: i32, m: i32, inner: i32, index: usize, x: usize, y: usize): void {
  const row = <usize>inner << 2;
  for (; outer > 0; outer--, y += <usize>n * row) {
    for (let j = 0; j < m; j++) {
      for (let i: usize = 0; i < row; i += 4, index += 4, x += 4) {
        const at = y + <usize>load<i32>(index) * row + i;
        f32.store(at, f32.load(at) + f32.load(x));
      }
    }
  }
}
