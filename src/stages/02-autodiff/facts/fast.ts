/** Numbers of the section on speed: the simulated cache, the polynomials of exp, memory. */
import {exp} from "/lib/index.js";
import * as t from "/lib/tensor.js";
import {N, runCache} from "../model/cacheRuns.js";
import {fingerprint} from "../model/fingerprint.js";

/** The largest relative error of a polynomial in place of eʳ for |r| ≤ ln 2 / 2. */
function worst(polynomial: (r: number) => number): number {
  const half = Math.LN2 / 2;
  let most = 0;
  for (let i = -20_000; i <= 20_000; i++) {
    const r = (half * i) / 20_000;
    most = Math.max(most, Math.abs(polynomial(r) / exp(r) - 1));
  }
  return most;
}

const horner = (coefficients: readonly number[]) => (r: number) => coefficients.reduceRight((sum, c) => sum * r + c, 0);
const taylor = (degree: number) =>
  horner(
    Array.from({length: degree + 1}, (_, k) => 1 / Array.from({length: k}, (_, i) => i + 1).reduce((a, b) => a * b, 1))
  );
/** 1, r, and those of `beyondLinear` in lib/kernels/assembly/math.ts. */
const minimax = horner([1, 1, 0.5, 0.16666667163, 0.04166626557, 0.00833326485, 0.0013946355, 0.00019918209]);

/** Errors of exp on float32 tensors in units of the last place, and how often it is not the nearest float. */
function ulps() {
  const x = t.randomUniform(t.key(1), [200_000]);
  const y = t.exp(t.sub(t.mul(x, 170), 85));
  const at = t.sub(t.mul(x, 170), 85).data;
  let [most, missed] = [0, 0];
  for (let i = 0; i < at.length; i++) {
    const right = exp(at[i]!);
    const unit = 2 ** (Math.floor(Math.log2(right)) - 23);
    most = Math.max(most, Math.abs(y.data[i]! - right) / unit);
    if (y.data[i] !== Math.fround(right)) missed++;
  }
  return {ulp: most, missed: missed / at.length};
}

/** Megabytes that the memory has grown to after so many steps of a small training loop. */
async function heldAfter(steps: number): Promise<number> {
  const {memory} = await t.loadEngine();
  const x = t.randomNormal(t.key(1), [128, 256]);
  const step = t.grad((w: t.Tensor) => t.mean(t.square(t.gelu(t.matmul(x, w)))));
  t.iterate((w: t.Tensor) => t.sub(w, t.mul(step(w), 0.1)), t.randomNormal(t.key(2), [256, 256]), steps);
  return memory.buffer.byteLength / 2 ** 20;
}

const GIVEN = {lines: 8, length: 4};

export async function facts() {
  const misses = (order: Parameters<typeof runCache>[0]) =>
    runCache(order, N ** 3, GIVEN.lines, GIVEN.length).misses.at(-1)!;
  const held = {held10: await heldAfter(10), held1000: await heldAfter(1000)};
  return {
    ...GIVEN,
    touches: 3 * N ** 3,
    missesIjk: misses("ijk"),
    missesIkj: misses("ikj"),
    missesJki: misses("jki"),
    missesBlocks: misses("blocks"),
    taylorNano: 1e9 * worst(taylor(7)),
    minimaxNano: 1e9 * worst(minimax),
    taylorWide: Math.abs(taylor(7)(-10) / exp(-10)),
    ...ulps(),
    ...held,
    fingerprint: fingerprint(t)
  };
}
