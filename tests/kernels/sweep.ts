/** Sweeps of a float32 function over bit patterns, against the same function in float64. */
import type {WasmKernels} from "../../lib/kernels/wasm.js";

interface Worst {
  /** The largest error, in units of the last place of the exact value; subnormals have the ulp 2⁻¹⁴⁹. */
  readonly ulps: number;
  /** Where it was found. */
  readonly at: number;
}

interface Patterns {
  readonly first: number;
  /** One past the last pattern. */
  readonly end: number;
  readonly stride: number;
}

const BLOCK = 65_536;

/** The ulp of a float32 by its eight exponent bits. */
const ulps = Float64Array.from({length: 256}, (_, field) => {
  let ulp = 2 ** -149;
  for (let e = 1; e < field; e++) ulp *= 2;
  return ulp;
});
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

function ulpOf(x: number): number {
  float[0] = x;
  return ulps[Math.min((bits[0]! >> 23) & 255, 254)]!;
}

const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);

/** How far `got` is from `want`; Infinity where one alone is NaN or a zero has the wrong sign. */
function distance(got: number, want: number): number {
  if (want !== want || got !== got) return want !== want && got !== got ? 0 : Infinity;
  if (got === 0 && isNegative(got) !== isNegative(want)) return Infinity;
  const rounded = Math.fround(want);
  if (got === rounded && (got === 0 || !Number.isFinite(got)))
    return Math.abs(got) === 0 ? Math.abs(want) / ulps[0]! : 0;
  // at the end of the range, Infinity is the float that would follow
  const near = Number.isFinite(got) ? got : Math.sign(got) * 2 ** 128;
  return Math.abs(near - want) / ulpOf(want);
}

/** The worst error of `kernel` over the patterns, in blocks. */
export function sweep(
  {alloc, mark, release, memory}: WasmKernels,
  kernel: (n: number, x: number, y: number) => void,
  reference: (x: number) => number,
  {first, end, stride}: Patterns
): Worst {
  const top = mark();
  const [x, y] = [alloc(4 * BLOCK), alloc(4 * BLOCK)] as const;
  const patterns = new Uint32Array(memory.buffer, x, BLOCK);
  const inputs = new Float32Array(memory.buffer, x, BLOCK);
  const outputs = new Float32Array(memory.buffer, y, BLOCK);
  let worst: Worst = {ulps: 0, at: NaN};
  for (let base = first; base < end; base += BLOCK * stride) {
    const n = Math.min(BLOCK, Math.ceil((end - base) / stride));
    for (let i = 0; i < n; i++) patterns[i] = base + i * stride;
    kernel(n, x, y);
    for (let i = 0; i < n; i++) {
      const error = distance(outputs[i]!, reference(inputs[i]!));
      if (error > worst.ulps) worst = {ulps: error, at: inputs[i]!};
    }
  }
  release(top);
  return worst;
}
