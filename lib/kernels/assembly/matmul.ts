import {gemm, gemmScratch} from "./gemm";
import {mark, release, scratch} from "./region";

export function matmul(
  flags: i32, batch: i32, m: i32, n: i32, k: i32,
  a: usize, strideA: i32, b: usize, strideB: i32, c: usize
): void {
  // matrices that follow each other, times one: rows of a larger matrix, and the order of sums does not know
  if (strideB == 0 && strideA == m * k && (flags & 1) == 0) {
    m *= batch;
    batch = min(batch, 1);
  }
  const top = mark();
  const work = scratch(gemmScratch(m, n, k));
  const lda = flags & 1 ? m : k;
  const ldb = flags & 2 ? k : n;
  const sizeC = <usize>m * <usize>n * 4;
  for (; batch > 0; batch--, a += <usize>strideA * 4, b += <usize>strideB * 4, c += sizeC)
    gemm(flags, m, n, k, a, lda, b, ldb, c, n, work);
  release(top);
}

/** One product of matrices whose rows are `ld…` elements apart: a part of a larger one, such as some of its columns. */
export function matmulPart(
  flags: i32, m: i32, n: i32, k: i32,
  a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32
): void {
  const top = mark();
  gemm(flags, m, n, k, a, lda, b, ldb, c, ldc, scratch(gemmScratch(m, n, k)));
  release(top);
}
