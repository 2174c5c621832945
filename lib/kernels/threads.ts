import {whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {found, LibraryError} from "../core/errors.js";
import type {WasmKernel} from "./plan.js";
import {planned, runPart} from "./plans.js";
import {cutsFor, failureBuffer, jobBuffer, partsOf, readFailure, writeJob} from "./sharedJob.js";
import {startThread} from "./threadPorts.js";
import {caller, end, wordsFor} from "./tickets.js";
import {exchangeEngine, openShared, type SharedKernels, type WasmKernels} from "./wasm.js";

/** Kernels on several threads. */
interface Pool {
  readonly threads: number;
  readonly engine: WasmKernels;
  /** The same kernels on one thread, in the same memory. */
  readonly alone: WasmKernels;
  readonly end: () => void;
}

/** Where the script of the helping threads is. */
export interface ThreadsOptions {
  /**
   * The address of the helping threads' script: `threadsHelper.js` beside this module unless it is named, as a site that
   * moves its files must do.
   */
  readonly helper?: string | {readonly href: string};
}

interface Settings {
  /** Milliseconds in which no part of a job ends before its helpers are given up: a minute unless they are named. */
  readonly patience: number;
  /** Whether what is too small to pay is shared as well. */
  readonly always: boolean;
}

interface PoolOptions extends ThreadsOptions, Partial<Settings> {
  /** Called when helpers have ended that nobody ended. */
  readonly gone?: () => void;
}

const MOST_THREADS = 16;
const PATIENCE = 60_000;
const FEWER_PAGES = 16_384; // 1 GiB: small devices refuse to share more

type Call = (...operands: readonly number[]) => unknown;

const lost = (kernel: string): LibraryError =>
  new LibraryError(
    "engine",
    "a helping thread took a part of a computation and did not end it",
    [found("kernel", kernel)],
    "It was ended from outside, or got no core for a minute. From here on one thread computes; the result is lost, so compute it again."
  );

const failedThere = (kernel: string, said: string): LibraryError =>
  new LibraryError("engine", "a part of a computation failed in a helping thread", [
    found("kernel", kernel),
    found("it said", said)
  ]);

/** The kernels that have a plan, each shared with the helpers where its work is large enough. */
function shared({exports, memory}: SharedKernels, helpers: number, {patience, always}: Settings, lose: () => void) {
  const [words, job, failure] = [wordsFor(helpers), jobBuffer(), failureBuffer()];
  const {share} = caller(new Int32Array(words), helpers, patience);
  const [numbers, text] = [new Float64Array(job), new Uint16Array(failure)];
  const cuts = cutsFor(helpers + 1);
  const kernels = planned.map(([name, plan], kernel): readonly [string, Call] => {
    const alone = exports[name] as Call;
    const call: Call = (...operands) => {
      const units = always || plan.pays(operands) ? plan.units(operands) : 1;
      if (units < 2) return alone(...operands);
      const scratchBytes = plan.scratch?.(operands) ?? 0;
      const top = exports.mark();
      const scratch = scratchBytes === 0 ? 0 : exports.alloc(scratchBytes * helpers) >>> 0;
      if (scratch === 0 && scratchBytes > 0) return alone(...operands);
      const parts = partsOf(units, cuts);
      try {
        const joined = share(
          parts,
          () => writeJob(numbers, {kernel, operands, scratch, scratchBytes}),
          (i) => runPart(plan, exports, operands, memory, cuts, i, parts)
        );
        if (joined === "done") return undefined;
        if (joined === "failed") throw failedThere(name, readFailure(text));
      } finally {
        exports.release(top);
      }
      lose();
      throw lost(name);
    };
    return [name, call];
  });
  return {words, job, failure, kernels: {...exports, ...Object.fromEntries(kernels)} as WasmKernel};
}

async function sharedKernels(): Promise<SharedKernels> {
  try {
    return await openShared();
  } catch {
    return openShared(FEWER_PAGES);
  }
}

/** Opens helpers, and kernels that share their work with them. Rejects where there are no threads to be had. */
export async function openPool(
  threads: number,
  {helper, gone = () => undefined, patience = PATIENCE, always = false}: PoolOptions = {}
): Promise<Pool> {
  const opened = await sharedKernels();
  const {engine, module, memory} = opened;
  const stop = (): void => {
    end(new Int32Array(words));
    for (const thread of started) thread.terminate();
  };
  const lose = (): void => {
    stop();
    gone();
  };
  const {kernels, words, job, failure} = shared(opened, threads - 1, {patience, always}, lose);
  const starting = await Promise.allSettled(
    Array.from({length: threads - 1}, (_, helperNumber) =>
      startThread(helper, {module, memory, words, job, failure, helper: helperNumber, threads}, gone)
    )
  );
  const started = starting.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  if (started.length < threads - 1) {
    stop();
    throw new Error("not all threads have started");
  }
  return {threads, engine: {...engine, kernels}, alone: engine, end: stop};
}

const mayShare = (): boolean => {
  const {crossOriginIsolated = true} = globalThis as {crossOriginIsolated?: boolean};
  return typeof SharedArrayBuffer === "function" && crossOriginIsolated;
};

// beside the engine, whose work they do: how many threads there are is seen in time alone
let open: Pool | undefined;
let calls = 0;

/**
 * Has float32 tensors computed by `n` threads, this one and n − 1 that help, from here on. Nothing else changes: results
 * have the same bits with any number of threads.
 *
 * Resolves to how many threads work. That is 1 where there is no shared memory (a page that is not cross-origin isolated),
 * where workers are missing, or where a helper did not start. It pays where products are large, and costs a core: helpers
 * wait for work awake, for some 50 µs, before they sleep. Open threads in the worker that trains: each realm has its own.
 *
 * @param n - 2 unless it is named, at most 16.
 * @throws ConfigError for an n that is no whole number from 1 on.
 */
export async function openThreads(n = 2, options: ThreadsOptions = {}): Promise<number> {
  const threads = Math.min(whole("openThreads.n", n, {least: 1}), MOST_THREADS);
  checkFields("openThreads.options", options, ["helper"]);
  if (open?.threads === threads) return threads;
  closeThreads();
  const call = calls;
  if (threads === 1 || !mayShare()) return 1;
  let pool: Pool | undefined;
  const gone = (): void => {
    if (pool !== undefined && open === pool) closeThreads();
  };
  try {
    pool = await openPool(threads, {...options, gone});
    if (call !== calls) {
      pool.end(); // somebody has closed or opened threads meanwhile
      return open?.threads ?? 1;
    }
    exchangeEngine(pool.engine); // no region is open: regions end before anything that is awaited goes on
    open = pool;
    return threads;
  } catch {
    return open?.threads ?? 1;
  }
}

/** Ends the threads that help: from here on one thread computes. */
export function closeThreads(): void {
  calls++;
  if (open === undefined) return;
  const {alone, end: stop} = open;
  open = undefined;
  exchangeEngine(alone);
  stop();
}
