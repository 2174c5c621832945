/**
 * Kernels and steps of training on two threads beside one: `npm run bench -- --only threads`. The first row is what two
 * loops in registers reach here, which no kernel can exceed; while others work on the machine, it falls with them.
 */
import {Worker} from "node:worker_threads";
import {bytes} from "../lib/kernels/bytes.js";
import {planned} from "../lib/kernels/plans.js";
import {codeBuffer, failureBuffer, jobBuffer, writeJob} from "../lib/kernels/sharedJob.js";
import {startThread} from "../lib/kernels/threadPorts.js";
import {openPool} from "../lib/kernels/pool.js";
import {caller, wordsFor} from "../lib/kernels/tickets.js";
import {exchangeEngine, openKernels, openShared} from "../lib/kernels/wasm.js";
import {helperScript} from "../tools/helperScript.js";
import {numbers} from "./peers/workloads.js";
import type {Measure, Weight} from "./suite.js";
import {models, type Model} from "./training/models.js";
import {ours as trainer} from "./training/ours.js";

const SUITE = "threads";
const ALONE = "one thread";
const AIM_US = 2;

type Kernels = Awaited<ReturnType<typeof openPool>>["engine"];
type Work = (engine: Kernels) => () => void;

/** A thread that runs the loop in registers whenever it is told to. */
const LOOP = `const {workerData: {code, words}} = require("node:worker_threads");
const state = new Int32Array(words);
const memory = new WebAssembly.Memory({initial: 16, maximum: 65536});
const env = {memory, outOfMemory: () => 0, abort: () => 0};
const {peakChain} = new WebAssembly.Instance(new WebAssembly.Module(code), {env}).exports;
for (let seen = 0; ; ) {
  while (Atomics.load(state, 0) === seen);
  seen = Atomics.load(state, 0);
  peakChain(seen >> 8, 1, 0);
  Atomics.store(state, 1, seen);
}`;

const TURNS = 200_000; // about 1 ms

/** Twice the loop: once in each of two threads, or both in this one. */
function limit(): Measure {
  const words = new SharedArrayBuffer(8);
  const state = new Int32Array(words);
  const code = Buffer.from(bytes, "base64");
  new Worker(LOOP, {eval: true, workerData: {code, words}}).unref();
  const {peakChain} = openKernels();
  let job = 0;
  return {
    suite: SUITE,
    workload: "the limit: two loops in registers",
    unit: `2 × ${TURNS} turns`,
    ours: () => {
      const now = (TURNS << 8) | (job = (job + 1) % 256);
      Atomics.store(state, 0, now);
      peakChain(TURNS, 1, 0);
      while (Atomics.load(state, 1) !== now);
    },
    peer: ALONE,
    theirs: () => peakChain(2 * TURNS, 1, 0)
  };
}

const filled = ({alloc, memory}: Kernels, n: number): number => {
  const at = alloc(4 * n);
  new Float32Array(memory.buffer, at, n).set(numbers(n));
  return at;
};

const product =
  (flags: number, m: number, n: number, k: number): Work =>
  (engine) => {
    const [a, b, c] = [filled(engine, m * k), filled(engine, k * n), filled(engine, m * n)];
    return () => engine.kernels.matmul(flags, 1, m, n, k, a, 0, b, 0, c);
  };

/** Causal attention of the step's size, forwards or back. */
const attention =
  (back: boolean): Work =>
  (engine) => {
    const [batch, heads, length, dim] = [12, 4, 64, 32];
    const size = batch * heads * length * dim;
    const [query, key, value, out, dout] = Array.from({length: 5}, () => filled(engine, size)) as number[];
    const [dquery, dkey, dvalue] = Array.from({length: 3}, () => filled(engine, size)) as number[];
    const lse = filled(engine, batch * heads * length);
    const strides = [length * heads * dim, dim, heads * dim];
    const layout = engine.alloc(36);
    new Int32Array(engine.memory.buffer, layout, 9).set([...strides, ...strides, ...strides]);
    const sizes = [batch, heads, heads, length, length, dim, 1, 0, 1 / Math.sqrt(dim), layout] as const;
    const inputs = [...sizes, query!, key!, value!, out!, lse] as const;
    const {kernels} = engine;
    return back
      ? () => kernels.attentionGrad(...inputs, dout!, dquery!, dkey!, dvalue!)
      : () => kernels.attention(...inputs);
  };

const [ROWS, WIDTH] = [768, 128];

/** Buffers of so many floats, given to a kernel again and again. */
const calling =
  (sizes: readonly number[], call: (kernels: Kernels["kernels"], buffers: readonly number[]) => void): Work =>
  (engine) => {
    const buffers = sizes.map((size) => filled(engine, size));
    return () => call(engine.kernels, buffers);
  };

const [wide, all] = [ROWS * 4 * WIDTH, ROWS * WIDTH];
/** Kernels whose work is products. */
export const products: readonly (readonly [workload: string, work: Work])[] = [
  ["matmul 768×128 · 128×512", product(0, 768, 512, 128)],
  ["… A·Bᵀ, 768×512 · 512×128", product(2, 768, 128, 512)],
  ["… Aᵀ·B, 128×768 · 768×512", product(1, 128, 512, 768)],
  ["matmul 256³", product(0, 256, 256, 256)],
  ["attention 12×4×64×32, causal", attention(false)],
  ["… its gradient", attention(true)]
];
const kernels: readonly (readonly [workload: string, work: Work])[] = [
  ...products,
  ["gelu 768×512", calling([wide, wide], (k, [x, y]) => k.geluTanh(wide, x!, y!))],
  ["… its gradient", calling([wide, wide, wide], (k, [x, dy, dx]) => k.geluTanhGrad(wide, x!, dy!, dx!))],
  [
    "layerNorm 768×128",
    calling([all, WIDTH, WIDTH, all, 2 * ROWS], (k, [x, w, b, y, s]) =>
      k.layerNorm(ROWS, WIDTH, 1e-5, x!, w!, b!, y!, s!)
    )
  ],
  [
    "… its gradient",
    calling([all, WIDTH, 2 * ROWS, all, all, WIDTH, WIDTH], (k, [x, w, s, dy, dx, dw, db]) =>
      k.layerNormGrad(ROWS, WIDTH, x!, w!, s!, dy!, dx!, dw!, db!)
    )
  ],
  ["sum of 768 rows of 512", calling([wide, 4 * WIDTH], (k, [x, y]) => k.sum(1, ROWS, 4 * WIDTH, x!, y!))],
  ["add 768×128", calling([all, all, all], (k, [a, b, y]) => k.binary(0, all, a!, b!, y!))],
  [
    "AdamW 65,536",
    calling([65_536, 65_536, 65_536, 65_536], (k, [p, m, v, g]) =>
      k.adamw(65_536, 1e-3, 0.9, 0.999, 1e-8, 0.01, 10, 1000, p!, m!, v!, g!, p!, m!, v!)
    )
  ]
];

/** Microseconds until a helper that is awake has done one half of a job that has next to no work, and the caller knows. */
async function handOff(helper: URL): Promise<Weight> {
  const {engine, module, memory} = await openShared();
  const [words, job, failure] = [wordsFor(1), jobBuffer(), failureBuffer()];
  const thread = await startThread(
    helper,
    {module, memory, words, job, failure, code: codeBuffer(), helper: 0, threads: 2},
    () => undefined
  );
  const [x, y] = [filled(engine, 32), filled(engine, 32)];
  const kernel = planned.findIndex(([name]) => name === "exp");
  const numbers = new Float64Array(job);
  const made = new Int32Array(memory.buffer, y, 32);
  const {share} = caller(new Int32Array(words), 1, 60_000);
  const half = 16; // numbers of a unit
  const write = (): void => {
    made.fill(0);
    writeJob(numbers, {kernel, fast: false, operands: [32, x, y], scratch: 0, scratchBytes: 0});
  };
  const waitForOther = (part: number): void => {
    while (Atomics.load(made, half * (1 - part)) === 0);
  };
  const CALLS = 500;
  const each = Array.from({length: 400}, () => {
    const began = performance.now();
    for (let i = 0; i < CALLS; i++) share(2, write, waitForOther);
    return (1000 * (performance.now() - began)) / CALLS;
  }).sort((a, b) => a - b);
  thread.terminate();
  const ours = each[each.length >> 1]!;
  return {suite: SUITE, workload: "a hand-off and back", unit: "µs", ours, peer: "the aim", theirs: AIM_US};
}

export async function measures(): Promise<readonly (Measure | Weight)[]> {
  const helper = await helperScript();
  const pool = await openPool(2, {helper});
  const common = {suite: SUITE, peer: ALONE, rounds: 15};
  const step = (model: Model, steps: number): Measure => {
    const [both, one] = [trainer(model, steps), trainer(model, steps)];
    return {
      ...common,
      workload: steps === 1 ? model.name : `${model.name}, ${steps} resident`,
      unit: steps === 1 ? "a step" : `${steps} steps`,
      ours: () => {
        exchangeEngine(pool.engine);
        return both();
      },
      theirs: () => {
        exchangeEngine(pool.alone);
        return one();
      }
    };
  };
  return [
    limit(),
    await handOff(helper),
    step(models.gpt, 1),
    step(models.gpt, 4),
    step(models.bengio, 1),
    ...kernels.map(([workload, work]) => ({
      ...common,
      workload,
      unit: "a call",
      ours: work(pool.engine),
      theirs: work(pool.alone)
    }))
  ];
}
