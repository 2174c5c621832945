import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from "vitest";
import {canBeFast, closeFast, openFast} from "../../lib/kernels/fast.js";
import {bytes} from "../../lib/kernels/fastBytes.js";
import {compileFast, fastKernels, type FastKernels} from "../../lib/kernels/fastKernels.js";
import {openPool} from "../../lib/kernels/pool.js";
import {planned} from "../../lib/kernels/plans.js";
import {reference} from "../../lib/kernels/reference/reference.js";
import {closeThreads, openThreads} from "../../lib/kernels/threads.js";
import {decoded, engine, exchangeEngine, openKernels, type Exports, type WasmKernels} from "../../lib/kernels/wasm.js";
import * as t from "../../lib/tensor.js";
import {helperScript} from "../../tools/helperScript.js";
import {allowRelaxedSimd, knowsRelaxedSimd} from "../relaxedSimd.js";
import {drawer} from "./draw.js";
import {compareTwins, runWasm, type Kernel} from "./runTwin.js";
import {sha256, trainedBengio, trainedDecoder} from "./trained.js";
import {twins} from "./twins.js";

const CASES = Number(process.env["KERNEL_CASES"] ?? 200);
const fused = ["matmul", "linear", "attention", "attentionGrad"] as const;
/** The fingerprint of the decoder's run where nothing is fused, on every machine. */
const GOLDEN = "e31a864f45b714c4d70e316ed0d43da3da8368dbc891d8054b95a046988481fc";

describe.skipIf(knowsRelaxedSimd)("on an engine without relaxed SIMD, as Node 20 is", () => {
  it("fast mode is not to be had, which is no error, and nothing changes", async () => {
    const before = engine();
    expect(canBeFast()).toBe(false);
    expect(await openFast()).toBe(false);
    expect(engine()).toBe(before);
    expect(t.engineMode()).toEqual({threads: 1, fast: false});
  });
});

describe("fast mode", () => {
  let helper: URL;
  beforeAll(async () => {
    allowRelaxedSimd(true);
    helper = await helperScript();
  });
  afterEach(() => {
    closeFast();
    closeThreads();
    vi.restoreAllMocks();
  });
  afterAll(() => {
    exchangeEngine(openKernels()); // other files in this process expect memory that is not shared
    allowRelaxedSimd(false);
  });

  const open = async (): Promise<{readonly exact: WasmKernels; readonly fast: FastKernels}> => {
    const exact = openKernels();
    return {exact, fast: fastKernels(await compileFast(decoded(bytes)), exact)};
  };

  it.each(fused)(
    "%s is as near the reference as its exact twin, and keeps from it what it must not reach",
    async (name) => {
      const {exact, fast} = await open();
      const worst = compareTwins(exact, fast[name], reference[name], twins[name], CASES);
      if (process.env["KERNEL_ERRORS"] !== undefined) console.log(`fast ${name}\t${worst.toExponential(1)}`);
    }
  );

  it.each(fused)("%s gives the same bits, whatever its parts are", async (name) => {
    const {exact, fast} = await open();
    const kernels = {...(exact.kernels as Exports), ...fast};
    const [, plan] = planned.find(([planName]) => planName === name)!;
    for (let seed = 0; seed < CASES; seed++) {
      const args = twins[name].draw(drawer(seed));
      const d = drawer(seed + 10_000);
      const inParts = (...operands: readonly number[]): void => {
        const units = plan.units(operands);
        const cut = d.below(units + 1);
        for (const [from, to] of [
          [cut, units],
          [0, cut]
        ] as const)
          if (from < to) plan.run(kernels, operands, from, to, exact.memory);
      };
      const whole = runWasm(exact, fast[name], args);
      const parts = runWasm(exact, inParts as Kernel, args);
      expect(parts.results, `${name}, case ${seed}`).toEqual(whole.results);
    }
  });

  it("has products whose elements depend on their own row and column alone, however they are stored", async () => {
    const {exact, fast} = await open();
    for (const [m, n, k] of [
      [13, 21, 300],
      [6, 8, 40],
      [127, 19, 33],
      [1, 7, 513],
      [7, 1, 65]
    ] as const) {
      const [a, b] = [numbers(m * k, 1), numbers(k * n, 2)];
      const made = [0, 1, 2, 3].map((flags) =>
        product(exact, fast, flags, m, n, k, flags & 1 ? turned(a, m, k) : a, flags & 2 ? turned(b, k, n) : b)
      );
      for (const other of made.slice(1)) expect(other).toEqual(made[0]);
      const rows = Array.from({length: m}, (_, i) =>
        product(exact, fast, 2, 1, n, k, a.slice(i * k, (i + 1) * k), turned(b, k, n))
      );
      expect(Float32Array.from(rows.flatMap((row) => [...row]))).toEqual(made[0]);
    }
  });

  it("has products within 2k half-units in the last place of the exact ones, of the sum of absolute products", async () => {
    const {exact, fast} = await open();
    let differs = 0;
    for (const [m, n, k] of [
      [13, 21, 300],
      [64, 40, 17],
      [33, 65, 1000]
    ] as const)
      for (const flags of [0, 1, 2, 3]) {
        const [a, b] = [numbers(m * k, 3), numbers(k * n, 4)];
        const near = product(exact, exact.kernels, flags, m, n, k, a, b);
        const got = product(exact, fast, flags, m, n, k, a, b);
        const sizes = product(exact, exact.kernels, flags, m, n, k, a.map(Math.abs), b.map(Math.abs));
        got.forEach((x, i) => expect(Math.abs(x - near[i]!)).toBeLessThanOrEqual(2 * k * 2 ** -24 * sizes[i]!));
        differs += got.filter((x, i) => x !== near[i]).length;
      }
    expect(differs > 0).toBe(fuses(exact, fast));
  });

  it("leaves its memory as it found it, and what lies in it", async () => {
    const {exact, fast} = await open();
    const low = new Uint8Array(exact.memory.buffer, 1024, 4096).slice(); // static data of the other module
    const [a, c] = [exact.alloc(4 * 96 * 96), exact.alloc(4 * 96 * 96)];
    const top = exact.mark();
    fast.matmul(0, 1, 96, 96, 96, a, 0, a, 0, c);
    expect(exact.mark()).toBe(top);
    expect(new Uint8Array(exact.memory.buffer, 1024, 4096).slice()).toEqual(low);
  });

  it("keeps its static data below those of the other module", () => {
    const segments = dataOf(decoded(bytes));
    expect(segments.length).toBeGreaterThan(0);
    for (const [from, length] of segments) expect(from > 0 && from + length <= 1024).toBe(true);
  });

  it.each([2, 3])("gives the same bits on %d threads, odd sizes too", async (threads) => {
    const module = await compileFast(decoded(bytes));
    const pool = await openPool(threads, {helper, always: true});
    const [alone, together] = [fastKernels(module, pool.alone), pool.fast(module)];
    try {
      for (const name of fused)
        for (let seed = 0; seed < 20; seed++) {
          const args = twins[name].draw(drawer(seed));
          const whole = runWasm(pool.alone, alone[name], args);
          expect(runWasm(together, together.kernels[name], args).results, `${name}, case ${seed}`).toEqual(
            whole.results
          );
        }
    } finally {
      pool.end();
    }
  });

  it.each([
    ["a decoder", trainedDecoder, GOLDEN],
    ["the network of Bengio and others", trainedBengio, undefined]
  ])(
    "trains %s to bits of its own, the same on any number of threads, and leaves none behind",
    async (_, run, golden) => {
      const exact = run();
      if (golden !== undefined) expect(exact).toBe(golden);
      expect(await openFast()).toBe(true);
      expect(t.engineMode()).toEqual({threads: 1, fast: true});
      const fast = run();
      expect(fast === exact).toBe(!engineFuses());
      for (const threads of [2, 3]) {
        expect(await openThreads(threads, {helper})).toBe(threads);
        expect(t.engineMode()).toEqual({threads, fast: true});
        expect(run()).toBe(fast);
      }
      closeFast();
      expect(t.engineMode()).toEqual({threads: 3, fast: false});
      expect(run()).toBe(exact);
      expect(await openFast()).toBe(true); // beside threads that are open
      expect(run()).toBe(fast);
      closeThreads();
      expect(t.engineMode()).toEqual({threads: 1, fast: true});
      expect(run()).toBe(fast);
      closeFast();
      expect(run()).toBe(exact);
    }
  );

  it("keeps NaN and infinities from the queries that do not see them", async () => {
    expect(await openFast()).toBe(true);
    const LENGTH = 70;
    const [query, key, value] = [1, 2, 3].map((seed) => t.randomNormal(t.key(seed), [1, 2, LENGTH, 16])) as [
      t.Tensor,
      t.Tensor,
      t.Tensor
    ];
    const bad = LENGTH - 1;
    const spoil = (x: t.Tensor, by: number): t.Tensor =>
      t.tensor(
        Float32Array.from(x.data as Float32Array, (v, i) => (Math.floor(i / 16) % LENGTH === bad ? by : v)),
        {shape: x.shape}
      );
    const seen = (k: t.Tensor, v: t.Tensor): Float32Array => {
      const out = t.attention(query, k, v, {causal: true}).data as Float32Array;
      return out.filter((_, i) => Math.floor(i / 16) % LENGTH < bad);
    };
    const clean = seen(key, value);
    expect(clean.every(Number.isFinite)).toBe(true);
    for (const by of [NaN, Infinity]) expect(seen(spoil(key, by), spoil(value, by))).toEqual(clean);
  });

  it("is open once, and stays closed where somebody closes it meanwhile", async () => {
    const opening = openFast();
    closeFast();
    expect(await opening).toBe(false);
    expect(await openFast()).toBe(true);
    const now = engine();
    expect(await openFast()).toBe(true);
    expect(engine()).toBe(now);
  });

  it("is refused in silence where the engine knows the instructions and does not compile them", async () => {
    const before = sha256(t.matmul(t.ones([3, 3]), t.ones([3, 3])));
    vi.spyOn(WebAssembly, "compile").mockRejectedValue(new WebAssembly.CompileError("no"));
    expect(await openFast()).toBe(false);
    expect(sha256(t.matmul(t.ones([3, 3]), t.ones([3, 3])))).toBe(before);
  });

  it("says what could not be had where a product has no room to work in", async () => {
    const exact = openKernels(16);
    const fast = fastKernels(await compileFast(decoded(bytes)), exact);
    const a = exact.alloc(4 * 64 * 64);
    exact.alloc(15 * 65_536 + 30_000);
    const top = exact.mark();
    expect(() => fast.matmul(0, 1, 64, 64, 64, a, 0, a, 0, a)).toThrow(/cannot grow[\s\S]*wanted/);
    expect(exact.mark()).toBe(top);
  });
});

const numbers = (n: number, seed: number): Float32Array =>
  Float32Array.from({length: n}, (_, i) => Math.sin((i + 1) * 12.9898 + seed) * 1.5);

/** The transpose of [rows, columns]. */
const turned = (x: Float32Array, rows: number, columns: number): Float32Array =>
  x.map((_, i) => x[(i % rows) * columns + Math.floor(i / rows)]!);

function product(
  {alloc, mark, release, memory}: WasmKernels,
  {matmul}: Pick<FastKernels, "matmul">,
  ...[flags, m, n, k, a, b]: readonly [flags: number, m: number, n: number, k: number, a: Float32Array, b: Float32Array]
): Float32Array {
  const top = mark();
  const put = (x: Float32Array): number => {
    const at = alloc(x.byteLength);
    new Float32Array(memory.buffer, at, x.length).set(x);
    return at;
  };
  const c = alloc(4 * m * n);
  matmul(flags, 1, m, n, k, put(a), 0, put(b), 0, c);
  release(top);
  return new Float32Array(memory.buffer, c, m * n).slice();
}

/** Whether this machine rounds once: (1 + 2⁻¹²)² − (1 + 2⁻¹¹) is 2⁻²⁴, and 0 if the square is rounded before. */
const fuses = (exact: WasmKernels, fast: Pick<FastKernels, "matmul">): boolean =>
  product(
    exact,
    fast,
    0,
    1,
    1,
    2,
    Float32Array.of(-1, 1 + 2 ** -12),
    Float32Array.of(1 + 2 ** -11, 1 + 2 ** -12)
  )[0] !== 0;

const engineFuses = (): boolean => fuses(engine(), engine().kernels);

/** Where a module writes its static data, [from, length] each: the data section, by the binary format of WebAssembly. */
function dataOf(code: Uint8Array): readonly (readonly [from: number, length: number])[] {
  let at = 8;
  const number = (): number => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = code[at++]!;
      value |= (byte & 127) << shift;
      shift += 7;
      if (byte < 128) return value;
    }
  };
  while (at < code.length) {
    const section = code[at++];
    const end = number() + at;
    if (section !== 11) {
      at = end;
      continue;
    }
    return Array.from({length: number()}, () => {
      at += 2; // active, in memory 0; i32.const
      const from = number();
      at++; // end of the expression
      const length = number();
      at += length;
      return [from, length] as const;
    });
  }
  return [];
}
