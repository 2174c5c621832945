import {found, LibraryError} from "../core/errors.js";
import {fastKernels, type FastModule} from "./fastKernels.js";
import type {WasmKernel} from "./plan.js";
import {planned, runPart} from "./plans.js";
import {codeBuffer, cutsFor, failureBuffer, jobBuffer, partsOf, readFailure, writeCode, writeJob} from "./sharedJob.js";
import {startThread} from "./threadPorts.js";
import {caller, end, wordsFor} from "./tickets.js";
import {openShared, type Exports, type SharedKernels, type WasmKernels} from "./wasm.js";

/** Kernels on several threads. */
export interface Pool {
  readonly threads: number;
  readonly engine: WasmKernels;
  /** The same kernels on one thread, in the same memory. */
  readonly alone: WasmKernels;
  /** Kernels on all threads, the products among them fused. */
  readonly fast: (module: FastModule) => WasmKernels;
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

/**
 * The kernels that have a plan, each shared with the helpers where its work is large enough. `kernels` makes them of those
 * of one thread.
 */
function shared({exports, memory}: SharedKernels, helpers: number, {patience, always}: Settings, lose: () => void) {
  const [words, job, failure, code] = [wordsFor(helpers), jobBuffer(), failureBuffer(), codeBuffer()];
  const {share} = caller(new Int32Array(words), helpers, patience);
  const [numbers, text] = [new Float64Array(job), new Uint16Array(failure)];
  const cuts = cutsFor(helpers + 1);
  const callOf = (own: Exports, fast: boolean, kernel: number): Call => {
    const [name, plan] = planned[kernel]!;
    const alone = own[name] as Call;
    return (...operands) => {
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
          () => writeJob(numbers, {kernel, fast, operands, scratch, scratchBytes}),
          (i) => runPart(plan, own, operands, memory, cuts, i, parts)
        );
        if (joined === "done") return undefined;
        if (joined === "failed") throw failedThere(name, readFailure(text));
      } finally {
        exports.release(top);
      }
      lose();
      throw lost(name);
    };
  };
  const kernels = (own: Exports, fast: boolean): WasmKernel => ({
    ...own,
    ...Object.fromEntries(planned.map(([name], kernel) => [name, callOf(own, fast, kernel)]))
  });
  return {words, job, failure, code, kernels};
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
  const {kernels, words, job, failure, code} = shared(opened, threads - 1, {patience, always}, lose);
  const starting = await Promise.allSettled(
    Array.from({length: threads - 1}, (_, helperNumber) =>
      startThread(helper, {module, memory, words, job, failure, code, helper: helperNumber, threads}, gone)
    )
  );
  const started = starting.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  if (started.length < threads - 1) {
    stop();
    throw new Error("not all threads have started");
  }
  return {
    threads,
    engine: {...engine, kernels: kernels(opened.exports, false)},
    alone: engine,
    fast: (module) => {
      writeCode(code, module.sharedCode);
      return {...engine, kernels: kernels({...opened.exports, ...fastKernels(module, engine)}, true)};
    },
    end: stop
  };
}
