/**
 * 20,000 steps of the default network of stage 3, as a run of frames that somebody looks at every hundredth step: the
 * JavaScript heap, the memory of the kernels and what the run remembers stay as they are.
 *
 * Run by `npm run soak`.
 */
import {engine} from "../../lib/kernels/wasm.js";
import {timeline} from "../../lib/reactive/timeline.js";
import {bengio} from "../../lib/stages/03-neural-lm/index.js";
import {excerpt} from "../../tools/corpora.js";

const STEPS = 20_000;
const LOOK = 100;
const WARM = 2000;
const BYTES_A_STEP = 20;

const config = {corpus: excerpt("names").text, documents: true, scored: 500};
const run = timeline(bengio, config, {history: false, memory: {snapshots: 8}});

const used = (): number => {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  const {heapUsed, external, arrayBuffers} = process.memoryUsage();
  return heapUsed + external + arrayBuffers - engine().memory.buffer.byteLength;
};

const look = (from: number, to: number): number => {
  let loss = NaN;
  for (let step = from; step <= to; step += LOOK) loss = run.at(step).metrics.validationLoss;
  return loss;
};

const early = look(0, WARM);
const [before, wasm] = [used(), engine().memory.buffer.byteLength];
const began = performance.now();
const late = look(WARM, STEPS);
const seconds = (performance.now() - began) / 1000;
const grown = (used() - before) / (STEPS - WARM);
const wasmGrown = engine().memory.buffer.byteLength - wasm;
console.log(
  `${STEPS} steps: ${grown.toFixed(2)} bytes a step on the heap, ${wasmGrown} in the kernels' memory (${(wasm / 1e6).toFixed(1)} MB); ${seconds.toFixed(0)} s; held-out loss ${early.toFixed(3)} after ${WARM} steps and ${late.toFixed(3)} after ${STEPS}`
);
if (grown > BYTES_A_STEP || wasmGrown > 0) throw new Error("memory grows");
