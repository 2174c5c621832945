import {describe, expect, it} from "vitest";
import {openKernels} from "../../lib/kernels/wasm.js";

const {kernels, alloc, mark, release, memory} = openKernels();

/** The sums of x[n, inner] over n, and the same in float64. */
function sums(n: number, inner: number, at: (i: number) => number): readonly (readonly [got: number, want: number])[] {
  const top = mark();
  const [x, y] = [alloc(4 * n * inner), alloc(4 * inner)] as const;
  const input = new Float32Array(memory.buffer, x, n * inner).map((_, i) => at(i));
  new Float32Array(memory.buffer, x, n * inner).set(input);
  kernels.sum(1, n, inner, x, y);
  const wants = new Float64Array(inner);
  for (let i = 0; i < n; i++) for (let k = 0; k < inner; k++) wants[k]! += input[i * inner + k]!;
  const gots = [...new Float32Array(memory.buffer, y, inner)];
  release(top);
  return gots.map((got, k) => [got, wants[k]!]);
}

const numbers: Readonly<Record<string, (i: number) => number>> = {
  "equal numbers": () => 0.1,
  "numbers from 0 to 1": (i) => ((i * 7919) % 10_007) / 10_007,
  "numbers that grow": (i) => i
};

describe("sums over many numbers", () => {
  for (const [kind, at] of Object.entries(numbers))
    it.each([1, 2, 5, 19])(`of ${kind} keep six digits, in %i columns`, (inner) => {
      const n = inner < 3 ? 1_000_003 : 100_003; // the columns together
      for (const [got, want] of sums(n, inner, at)) expect(Math.abs(got / want - 1)).toBeLessThan(1e-6);
    });

  it("running sums are right to half an ulp", () => {
    const n = 1_000_003;
    const top = mark();
    const [x, y] = [alloc(4 * n), alloc(4 * n)] as const;
    new Float32Array(memory.buffer, x, n).fill(0.1);
    kernels.cumsum(1, n, 1, 0, x, y);
    const got = new Float32Array(memory.buffer, y, n);
    let total = 0;
    for (let i = 0; i < n; i++) {
      total += Math.fround(0.1);
      if (got[i] !== Math.fround(total)) expect.fail(`${got[i]} at ${i} instead of ${Math.fround(total)}`);
    }
    release(top);
  });
});
