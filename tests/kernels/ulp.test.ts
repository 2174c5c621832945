import {describe, expect, it} from "vitest";
import {pow} from "../../lib/core/math/pow.js";
import {binaryOps} from "../../lib/kernels/kernels.js";
import {openKernels} from "../../lib/kernels/wasm.js";
import {elementary} from "./elementary.js";
import {sweep} from "./sweep.js";

const wasm = openKernels();
const {kernels} = wasm;

/** What a kernel of one input gives. */
function through(kernel: (n: number, x: number, y: number) => void, inputs: readonly number[]): readonly number[] {
  const top = wasm.mark();
  const [x, y] = [wasm.alloc(4 * inputs.length), wasm.alloc(4 * inputs.length)] as const;
  new Float32Array(wasm.memory.buffer, x, inputs.length).set(inputs);
  kernel(inputs.length, x, y);
  const outputs = [...new Float32Array(wasm.memory.buffer, y, inputs.length)];
  wasm.release(top);
  return outputs;
}

const names = Object.keys(elementary) as readonly (keyof typeof elementary)[];
const everywhere = {first: 0, end: 2 ** 32, stride: 16_001} as const;
/** Float32 patterns of numbers from 1/8 to 128, of either sign: there most of the functions do their work. */
const middle = [0x3e000000, 0xbe000000].map((first) => ({first, end: first + 0x05000000, stride: 401}) as const);

describe("the error of the float32 kernels", () => {
  it.each(names)("%s is within its ulps over all patterns, NaN, infinities and subnormals included", (name) => {
    const {reference, bound} = elementary[name];
    for (const patterns of [everywhere, ...middle]) {
      const worst = sweep(wasm, kernels[name], reference, patterns);
      expect(worst.ulps, `at ${worst.at}`).toBeLessThanOrEqual(bound);
    }
  });

  it("rest angles keep their digits where floats come nearest to multiples of π/2", () => {
    // the float32 numbers nearest to a multiple of π/2 for their size; the last is the worst of all
    const near = [1.57079637, 11, 355, 710, 51819.48, 94607.1, 16367173 * 2 ** 72, 7.0533403e28, 1.7e38];
    const floats = near.flatMap((x) => [Math.fround(x), -Math.fround(x)]);
    for (const name of ["sin", "cos"] as const) {
      const got = through(kernels[name], floats);
      floats.forEach((x, i) => {
        const want = elementary[name].reference(x);
        expect(Math.abs(got[i]! / want - 1), `${name} of ${x}`).toBeLessThan(2.5 * 2 ** -23);
      });
    }
  });

  it("a number's value does not depend on its neighbors", () => {
    const xs = Array.from({length: 64}, (_, i) => Math.fround((i - 20) * 1.37));
    for (const name of names) {
      const alone = through(kernels[name], xs);
      const among = through(
        kernels[name],
        xs.flatMap((x) => [x, 1e30, NaN, -Infinity, 5e4])
      );
      expect(xs.map((_, i) => among[5 * i])).toEqual(alone);
    }
  });
});

describe("values at the ends", () => {
  const same = (name: keyof typeof elementary, pairs: readonly (readonly [number, number])[]) => {
    const got = through(
      kernels[name],
      pairs.map(([x]) => x)
    );
    pairs.forEach(([x, want], i) => expect(got[i], `${name} of ${x}`).toBe(Math.fround(want)));
  };

  it("odd functions keep −0, and even ones have a 1 there", () => {
    for (const name of ["sin", "tanh", "expm1", "log1p", "erf"] as const)
      same(name, [
        [-0, -0],
        [0, 0]
      ]);
    for (const name of ["exp", "cos"] as const)
      same(name, [
        [-0, 1],
        [0, 1]
      ]);
  });

  it("odd functions are the identity, or a multiple, of subnormals", () => {
    const tiny = [1e-45, -1e-45, 1e-40, -1.1e-38];
    for (const name of ["sin", "tanh", "expm1", "log1p"] as const)
      same(
        name,
        tiny.map((x) => [x, Math.fround(x)] as const)
      );
    const got = through(kernels.erf, tiny);
    tiny.forEach((x, i) => expect(Math.abs(got[i]! - elementary.erf.reference(Math.fround(x)))).toBeLessThan(2e-45));
  });

  it("infinities go where the functions tend", () => {
    same("exp", [
      [Infinity, Infinity],
      [-Infinity, 0],
      [88.7229, Infinity],
      [-104, 0],
      [3e38, Infinity],
      [-3e38, 0]
    ]);
    same("expm1", [
      [Infinity, Infinity],
      [-Infinity, -1],
      [-3e38, -1],
      [88.7229, Infinity]
    ]);
    same("log", [
      [Infinity, Infinity],
      [0, -Infinity],
      [-0, -Infinity],
      [-1, NaN],
      [-Infinity, NaN],
      [-1e-45, NaN],
      [1, 0]
    ]);
    same("log1p", [
      [Infinity, Infinity],
      [-1, -Infinity],
      [-1.0000001, NaN],
      [-Infinity, NaN]
    ]);
    same("tanh", [
      [Infinity, 1],
      [-Infinity, -1],
      [3e38, 1],
      [9.1, 1]
    ]);
    same("erf", [
      [Infinity, 1],
      [-Infinity, -1],
      [3e38, 1]
    ]);
    same("sigmoid", [
      [Infinity, 1],
      [-Infinity, 0],
      [0, 0.5],
      [3e38, 1],
      [-3e38, 0]
    ]);
    same("softplus", [
      [Infinity, Infinity],
      [-Infinity, 0],
      [3e38, 3e38]
    ]);
    for (const name of ["sin", "cos"] as const)
      same(name, [
        [Infinity, NaN],
        [-Infinity, NaN]
      ]);
    for (const name of names) same(name, [[NaN, NaN]]);
  });
});

describe("pow", () => {
  const op = binaryOps.indexOf("pow");
  function power(bases: readonly number[], exponents: readonly number[]): readonly number[] {
    const top = wasm.mark();
    const [a, b, y] = [0, 1, 2].map(() => wasm.alloc(4 * bases.length)) as [number, number, number];
    new Float32Array(wasm.memory.buffer, a, bases.length).set(bases);
    new Float32Array(wasm.memory.buffer, b, bases.length).set(exponents);
    kernels.binary(op, bases.length, a, b, y);
    const outputs = [...new Float32Array(wasm.memory.buffer, y, bases.length)];
    wasm.release(top);
    return outputs;
  }

  it("has the special values of IEEE 754", () => {
    const ends = [0, 0.5, 1, 2, 3, 2.5, 1e-45, 3e38, 16777217, Infinity].flatMap((x) => [x, -x]);
    const values = [...ends, NaN].map(Math.fround);
    const pairs = values.flatMap((x) => values.map((y) => [x, y] as const));
    const got = power(
      pairs.map(([x]) => x),
      pairs.map(([, y]) => y)
    );
    pairs.forEach(([x, y], i) => expect(got[i], `${x} to ${y}`).toBe(Math.fround(pow(x, y))));
  });

  it("is the float nearest to the power, but where two are almost as near", () => {
    const bases = Array.from({length: 40_000}, (_, i) => Math.fround(1e-38 * (1 + i / 7) ** 17));
    const exponents = bases.map((_, i) => Math.fround(((i * 7919) % 4001) / 300 - 6.6));
    const got = power(bases, exponents);
    bases.forEach((x, i) => {
      const want = pow(x, exponents[i]!);
      const rounded = Math.fround(want);
      if (!Number.isFinite(rounded) || rounded < 2 ** -126) return expect(got[i]).toBe(rounded);
      const ulp = 2 ** (Math.floor(Math.log2(rounded)) - 23);
      return expect(Math.abs(got[i]! - want) / ulp, `${x} to ${exponents[i]}`).toBeLessThan(0.5001);
    });
  });
});
