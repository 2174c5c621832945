/** The script of a thread that helps: it has the same kernels in the same memory, and takes parts of jobs until the end. */
import {fastKernels} from "./fastKernels.js";
import {planned, runPart} from "./plans.js";
import {cutsFor, readCode, readJob, writeFailure, type Job} from "./sharedJob.js";
import {threadsOfNode, type Opening} from "./threadPorts.js";
import {help} from "./tickets.js";
import type {Exports} from "./wasm.js";

function openHelper({module, memory, words, job, failure, code, helper, threads}: Opening, ready: () => void): void {
  const outOfMemory = (bytes: number): never => {
    throw new Error(`a helping thread has no room to work in: it wanted ${bytes >>> 0} bytes`);
  };
  const imports = {env: {memory: memory as WebAssembly.Memory, outOfMemory, abort: () => undefined}};
  const {exports} = new WebAssembly.Instance(module as WebAssembly.Module, imports);
  const kernels = exports as unknown as Exports; // tools/kernels.ts made both
  let fast: Exports | undefined;
  const fused = (): Exports => {
    const shared = new WebAssembly.Module(readCode(code));
    return {...kernels, ...fastKernels({alone: shared, shared}, {memory, mark: kernels.mark, outOfMemory})};
  };
  const cuts = cutsFor(threads);
  const numbers = new Float64Array(job);
  let now: Job;
  ready();
  help(new Int32Array(words), helper, {
    read: () => {
      now = readJob(numbers);
    },
    part: (i, parts) => {
      const {kernel, fast: fuses, operands, scratch, scratchBytes} = now;
      const [, plan] = planned[kernel]!;
      kernels.release(scratch + helper * scratchBytes);
      runPart(plan, fuses ? (fast ??= fused()) : kernels, operands, memory, cuts, i, parts);
    },
    failed: (error) => writeFailure(new Uint16Array(failure), error)
  });
}

const {parentPort} = threadsOfNode() ?? {};
if (parentPort)
  parentPort.once("message", (opening: Opening) => openHelper(opening, () => parentPort.postMessage("ready")));
else
  globalThis.addEventListener(
    "message",
    ({data}: MessageEvent<Opening>) => openHelper(data, () => (globalThis as unknown as Port).postMessage("ready")),
    {once: true}
  );

/** What `self` is in a worker of a browser. */
interface Port {
  postMessage(message: unknown): void;
}
