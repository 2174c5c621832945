import {afterEach, describe, expect, it, vi} from "vitest";
import {LibraryError} from "../../lib/core/errors.js";
import {engine, loadEngine, loadKernels, openKernels} from "../../lib/kernels/wasm.js";

const PAGE = 65_536;

describe("the kernels' memory", () => {
  it("gives addresses that are multiples of 16 and do not overlap, whatever the sizes", () => {
    const {alloc} = openKernels();
    const sizes = [1, 0, 15, 16, 17, 4 * 1000 + 1, PAGE, 3];
    const at = sizes.map(alloc);
    expect(at.every((address) => address > 0 && address % 16 === 0)).toBe(true);
    for (let i = 1; i < at.length; i++) expect(at[i]! - at[i - 1]!).toBeGreaterThanOrEqual(sizes[i - 1]!);
  });

  it("gives the same address again after a release", () => {
    const {alloc, mark, release} = openKernels();
    const top = mark();
    const first = alloc(5 * PAGE);
    release(top);
    expect(alloc(7)).toBe(first);
  });

  it("grows when it must", () => {
    const {alloc, memory} = openKernels();
    const at = alloc(100 * PAGE);
    expect(memory.buffer.byteLength).toBeGreaterThanOrEqual(at + 100 * PAGE);
  });

  it("says so when it can grow no further, and stays as it was", () => {
    const {alloc, mark} = openKernels(32);
    const top = mark();
    for (const size of [32 * PAGE, 2 ** 31 + 5, 2 ** 32 - 1, 2 ** 32, 1e15])
      expect(() => alloc(size)).toThrow(/cannot grow[\s\S]*wanted[\s\S]*region/);
    expect(mark()).toBe(top);
    expect(alloc(16 * PAGE)).toBe(top);
  });

  it("says so when a kernel has no room to work in, and keeps nothing of it", () => {
    const {alloc, mark, kernels} = openKernels(16);
    const a = alloc(4 * 64 * 64);
    alloc(15 * PAGE + 30_000); // leaves less than the product packs its operands into
    const top = mark();
    expect(() => kernels.matmul(0, 1, 64, 64, 64, a, 0, a, 0, a)).toThrow(LibraryError);
    expect(mark()).toBe(top);
  });
});

describe("opening the kernels", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("gives memories that know nothing of each other", async () => {
    const [one, other] = [openKernels(), await loadKernels()];
    const at = one.alloc(16);
    expect(other.alloc(16)).toBe(at);
    one.kernels.fill(4, 7, at);
    expect([...new Float32Array(other.memory.buffer, at, 4)]).toEqual([0, 0, 0, 0]);
  });

  it("shares one engine in a realm, however it is asked for", async () => {
    expect(engine()).toBe(engine());
    expect(await loadEngine()).toBe(engine());
  });

  it("says what is wanted where the engine refuses to compile", async () => {
    const blocked = new WebAssembly.CompileError("blocked by Content Security Policy");
    const refuse = function () {
      throw blocked;
    };
    vi.stubGlobal("WebAssembly", {Memory: WebAssembly.Memory, Module: refuse, instantiate: refuse});
    expect(openKernels).toThrow(/SIMD[\s\S]*blocked by Content Security Policy[\s\S]*wasm-unsafe-eval/);
    await expect(loadKernels()).rejects.toThrow(LibraryError);
  });
});
