import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {openKernels} from "../../lib/kernels/wasm.js";

const BLOCK = 256;
const {kernels, memory, alloc, mark, release} = openKernels();

const filled = (n: number, seed: number): Float32Array =>
  Float32Array.from({length: n}, (_, i) => Math.fround(Math.sin((i + 1) * 12.9898 + seed) * 1.5));
const put = (list: Float32Array): number => {
  const at = alloc(list.byteLength);
  new Float32Array(memory.buffer, at, list.length).set(list);
  return at;
};

/** One element of a product: blocks of 256 of k, each from zero in the order of k, added in the order of blocks. */
function inOrder(k: number, a: (p: number) => number, b: (p: number) => number, start: number | undefined): number {
  let total = start;
  for (let from = 0; from < k; from += BLOCK) {
    let sum = 0;
    for (let p = from; p < Math.min(k, from + BLOCK); p++) sum = Math.fround(sum + Math.fround(a(p) * b(p)));
    total = total === undefined ? sum : Math.fround(total + sum);
  }
  return total ?? 0;
}

interface Product {
  readonly flags: number;
  readonly batch: number;
  readonly m: number;
  readonly n: number;
  readonly k: number;
  /** One B for all of the batch. */
  readonly repeatsB: boolean;
}

function expectOrder({flags, batch, m, n, k, repeatsB}: Product): void {
  const top = mark();
  const [a, b, c] = [filled(batch * m * k, 1), filled((repeatsB ? 1 : batch) * k * n, 2), filled(batch * m * n, 3)];
  const at = put(c);
  kernels.matmul(flags, batch, m, n, k, put(a), m * k, put(b), repeatsB ? 0 : k * n, at);
  const expected = c.map((start, index) => {
    const [q, i, j] = [Math.floor(index / (m * n)), Math.floor(index / n) % m, index % n];
    const [atA, atB] = [q * m * k, repeatsB ? 0 : q * k * n];
    const left = (p: number) => a[atA + (flags & 1 ? p * m + i : i * k + p)]!;
    const right = (p: number) => b[atB + (flags & 2 ? j * k + p : p * n + j)]!;
    return inOrder(k, left, right, flags & 4 ? start : undefined);
  });
  const got = new Float32Array(memory.buffer, at, c.length).slice();
  release(top);
  expect(got.every((x, i) => x === expected[i])).toBe(true);
}

const product = (size: number, most: number): fc.Arbitrary<Product> =>
  fc.record({
    flags: fc.nat(7),
    batch: fc.integer({min: 1, max: 3}),
    m: fc.integer({min: 0, max: size}),
    n: fc.integer({min: 0, max: size}),
    k: fc.integer({min: 0, max: most}),
    repeatsB: fc.boolean()
  });

describe("a product of matrices in float32", () => {
  it("sums in the order of k alone, whatever the sizes, transpositions and batches", () => {
    fc.assert(fc.property(product(20, 20), expectOrder), {numRuns: 1500});
  });

  it("does so where k has many blocks", () => {
    fc.assert(fc.property(product(10, 600), expectOrder), {numRuns: 150});
  });

  it("does so where rows and columns have many blocks", () => {
    for (const [m, n] of [
      [131, 521],
      [1, 1030],
      [1030, 1],
      [3, 513]
    ] as const)
      for (const flags of [0, 1, 2, 3, 4]) expectOrder({flags, batch: 1, m, n, k: 9, repeatsB: false});
  });
});
