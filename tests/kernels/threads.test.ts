import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from "vitest";
import {planned} from "../../lib/kernels/plans.js";
import {openPool} from "../../lib/kernels/pool.js";
import {closeThreads, openThreads} from "../../lib/kernels/threads.js";
import {engine, exchangeEngine, openKernels} from "../../lib/kernels/wasm.js";
import * as t from "../../lib/tensor.js";
import {helperScript} from "../../tools/helperScript.js";
import {drawer} from "./draw.js";
import {runWasm} from "./runTwin.js";
import {sha256, trainedBengio, trainedDecoder} from "./trained.js";
import {twins} from "./twins.js";

let helper: URL;
beforeAll(async () => {
  helper = await helperScript();
});
afterEach(() => closeThreads());
afterAll(() => exchangeEngine(openKernels())); // other files in this process expect memory that is not shared

type Pool = Awaited<ReturnType<typeof openPool>>;
const withPool = async (threads: number, use: (pool: Pool) => void, options = {}): Promise<void> => {
  const pool = await openPool(threads, {helper, ...options});
  try {
    use(pool);
  } finally {
    pool.end();
  }
};

describe("kernels on several threads", () => {
  it.each([2, 3, 4])("give the same bits, odd sizes too, on %d threads", (threads) =>
    withPool(
      threads,
      ({engine, alone}) => {
        for (const [name] of planned)
          for (let seed = 0; seed < 20; seed++) {
            const args = twins[name].draw(drawer(seed));
            const whole = runWasm(alone, alone.kernels[name], args);
            const parts = runWasm(engine, engine.kernels[name], args);
            expect(parts.results, `${name}, case ${seed}`).toEqual(whole.results);
          }
      },
      {always: true}
    )
  );

  it("leave their memory as they found it, also where a helper needed some of it", () =>
    withPool(2, ({engine: {kernels, alloc, mark}}) => {
      const [a, c] = [alloc(4 * 256 * 256), alloc(4 * 256 * 256)];
      const top = mark();
      kernels.matmul(0, 1, 256, 256, 256, a, 0, a, 0, c);
      expect(mark()).toBe(top);
    }));

  it("go on when the numbers of jobs begin again", () =>
    withPool(
      2,
      ({engine: {kernels, alloc, memory}}) => {
        const [x, y] = [alloc(128), alloc(128)];
        kernels.fill(32, -3, x);
        for (let job = 0; job < 2 ** 19 + 100; job++) kernels.abs(32, x, y);
        kernels.fill(32, 0, y);
        kernels.abs(32, x, y);
        expect([...new Float32Array(memory.buffer, y, 32)]).toEqual(Array.from({length: 32}, () => 3));
      },
      {always: true}
    ));

  it("throw what a part threw, and work on", () =>
    withPool(2, ({engine: {kernels, memory}}) => {
      const outside = memory.buffer.byteLength - 4096;
      for (let i = 0; i < 20; i++) expect(() => kernels.tanh(1e6, 1024, outside)).toThrow(/./);
    }));

  it("say what a helper threw", async () => {
    const throws = await helperScript("tests/kernels/fixtures/throwingHelper.ts");
    await withPool(2, ({engine}) => expect(() => manyProducts(engine)).toThrow(/helping thread[\s\S]*boom/), {
      helper: throws
    });
  });

  it("do not wait for ever for a helper that has ended, and go on without it", async () => {
    const dies = await helperScript("tests/kernels/fixtures/dyingHelper.ts");
    let gone = 0;
    await withPool(2, ({engine}) => expect(() => manyProducts(engine)).toThrow(/did not end it/), {
      helper: dies,
      patience: 50,
      gone: () => gone++
    });
    expect(gone).toBeGreaterThan(0);
  });
});

/** Products until one of them throws, each long enough for a helper to come by. */
function manyProducts({kernels, alloc}: Pool["engine"]): void {
  const [a, c] = [alloc(4 * 512 * 512), alloc(4 * 512 * 512)];
  for (let i = 0; i < 500; i++) kernels.matmul(0, 1, 512, 512, 512, a, 0, a, 0, c);
}

describe("a whole run", () => {
  it.each([
    ["of a decoder", trainedDecoder],
    ["of the network of Bengio and others", trainedBengio]
  ])("%s ends in the same bits with 1, 2, 3 and 4 threads", async (_, run) => {
    const alone = run();
    for (const threads of [2, 3, 4]) {
      expect(await openThreads(threads, {helper})).toBe(threads);
      expect(run()).toBe(alone);
    }
    closeThreads();
    expect(run()).toBe(alone);
  });
});

describe("opening threads", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("says how many work, and opens none twice", async () => {
    expect(await openThreads(2, {helper})).toBe(2);
    const now = engine();
    expect(await openThreads(2, {helper})).toBe(2);
    expect(engine()).toBe(now);
    expect(await openThreads(1)).toBe(1);
    expect(engine()).not.toBe(now);
  });

  it("leaves one thread where memory cannot be shared", async () => {
    vi.stubGlobal("crossOriginIsolated", false);
    expect(await openThreads(2, {helper})).toBe(1);
    vi.unstubAllGlobals();
    vi.stubGlobal("SharedArrayBuffer", undefined);
    expect(await openThreads(2, {helper})).toBe(1);
  });

  it("leaves one thread where a helper's script is not to be had", async () => {
    expect(await openThreads(2, {helper: new URL("missing.mjs", helper)})).toBe(1);
  });

  it("leaves one thread where the engine gives no memory that is shared", async () => {
    const {Memory} = WebAssembly;
    vi.spyOn(WebAssembly, "Memory").mockImplementation(function (descriptor: WebAssembly.MemoryDescriptor) {
      if (descriptor.shared === true) throw new RangeError("no memory");
      return new Memory(descriptor);
    } as never);
    try {
      expect(await openThreads(2, {helper})).toBe(1);
    } finally {
      vi.restoreAllMocks();
    }
  });

  it("takes less memory where the engine gives less", async () => {
    const {Memory} = WebAssembly;
    vi.spyOn(WebAssembly, "Memory").mockImplementation(function (descriptor: WebAssembly.MemoryDescriptor) {
      if ((descriptor.maximum ?? 0) > 20_000) throw new RangeError("too much memory");
      return new Memory(descriptor);
    } as never);
    try {
      expect(await openThreads(2, {helper})).toBe(2);
      expect(t.toNested(t.add(t.ones([3]), 1))).toEqual([2, 2, 2]);
    } finally {
      vi.restoreAllMocks();
    }
  });

  it("ends what somebody else closes meanwhile", async () => {
    const opening = openThreads(2, {helper});
    closeThreads();
    expect(await opening).toBe(1);
  });

  it("compiles the loops of optimizers for a memory that is shared, too", async () => {
    const params = {w: t.randomNormal(t.key(1), [9000])};
    const step = (): string => {
      const optimizer = t.lion({learningRate: 1e-2});
      return sha256(t.optimizerStep(optimizer, params, params, optimizer.init(params)));
    };
    const alone = step();
    expect(await openThreads(2, {helper})).toBe(2);
    expect(step()).toBe(alone);
  });

  it.each([0, 1.5, "2", NaN])("refuses %j threads", async (n) => {
    await expect(openThreads(n as number)).rejects.toThrow(/openThreads\.n/);
  });
});
