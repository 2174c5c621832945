import {gemm, gemmScratch} from "./gemm";
import {mark, release, scratch} from "./region";

/** Rows begin as the bias, and the products are added to it. */
export function linear(m: i32, n: i32, k: i32, x: usize, weight: usize, bias: usize, y: usize): void {
  const top = mark();
  const work = scratch(gemmScratch(m, n, k));
  const bytes = <usize>n * 4;
  for (let i = 0; i < m; i++) memory.copy(y + <usize>i * bytes, bias, bytes);
  gemm(4, m, n, k, x, k, weight, n, y, n, work);
  release(top);
}
