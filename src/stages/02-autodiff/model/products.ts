/** Four ways to multiply matrices, written out to be timed beside each other. */
import {loadEngine, reference} from "/lib/tensor.js";
import {byColumns, byRows} from "./loops.js";

export const ways = ["ijk", "ikj", "reference", "wasm"] as const;
export type Way = (typeof ways)[number];

const fill = (array: Float32Array | Float64Array): void => {
  for (let i = 0; i < array.length; i++) array[i] = ((i * 37) % 101) / 101 - 0.5;
};

/** One product of matrices of n by n, done in a way, ready to be called. */
async function product(way: Way, n: number): Promise<{readonly call: () => void; readonly end: () => void}> {
  if (way === "wasm") {
    const {kernels, memory, alloc, mark, release} = await loadEngine();
    const top = mark();
    const [a, b, c] = [alloc(4 * n * n), alloc(4 * n * n), alloc(4 * n * n)];
    for (const at of [a, b]) fill(new Float32Array(memory.buffer, at, n * n));
    return {call: () => kernels.matmul(0, 1, n, n, n, a, 0, b, 0, c), end: () => release(top)};
  }
  const [a, b, c] = [new Float64Array(n * n), new Float64Array(n * n), new Float64Array(n * n)];
  fill(a);
  fill(b);
  const calls = {
    ijk: () => byColumns(n, a, b, c),
    ikj: () => byRows(n, a, b, c),
    reference: () => reference.matmul(0, 1, n, n, n, a, 0, b, 0, c)
  };
  return {call: calls[way], end: () => undefined};
}

/** Seconds of one call, the best of three rounds that are long enough for the clock. */
function secondsOf(call: () => void, now: () => number): number {
  const warm = now();
  do call();
  while (now() - warm < 15); // until it is compiled at its best
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    let calls = 0;
    const began = now();
    do {
      call();
      calls++;
    } while (now() - began < 15);
    best = Math.min(best, (now() - began) / calls);
  }
  return best / 1000;
}

/** GFLOP/s of a product of n by n: 2n³ operations. */
export async function productSpeed(way: Way, n: number, now: () => number): Promise<number> {
  const {call, end} = await product(way, n);
  const seconds = secondsOf(call, now);
  end();
  return (2 * n * n * n) / seconds / 1e9;
}

/** GFLOP/s of a loop that multiplies and adds in registers and touches no memory: what no kernel can exceed. */
export async function limitSpeed(now: () => number): Promise<number> {
  const {peakChain} = await loadEngine();
  const turns = 100_000;
  return (96 * turns) / secondsOf(() => void peakChain(turns, 1, 0), now) / 1e9;
}
