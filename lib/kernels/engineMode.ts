import {fastKernels, type FastModule} from "./fastKernels.js";
import type {Pool} from "./pool.js";
import {exactEngine, exchangeEngine, type WasmKernels} from "./wasm.js";

/** How float32 tensors are computed in this realm. */
export interface EngineMode {
  /** Threads that share the work: 1 unless `openThreads` has opened more. Results do not depend on it. */
  readonly threads: number;
  /** Whether products are fused, since `openFast`: then results differ in their last bits, and from machine to machine. */
  readonly fast: boolean;
}

/** What was opened beside the kernels of one thread. */
interface Parts {
  readonly pool: Pool | undefined;
  readonly fast: FastModule | undefined;
}

// beside the engine, which is made of them
let now: Parts = {pool: undefined, fast: undefined};

export const openParts = (): Parts => now;

/** How this realm (page or worker) computes now: for whatever reports a result, or compares one. */
export const engineMode = (): EngineMode => ({threads: now.pool?.threads ?? 1, fast: now.fast !== undefined});

function engineOf({pool, fast}: Parts, exact: WasmKernels): WasmKernels {
  if (fast === undefined) return pool?.engine ?? exact;
  if (pool !== undefined) return pool.fast(fast);
  return {...exact, kernels: {...exact.kernels, ...fastKernels(fast, exact)}};
}

/** Puts an engine of other parts in place. No region may be open where the pool, and with it the memory, is another. */
export function exchangeParts(parts: Partial<Parts>): void {
  const next = {...now, ...parts};
  const exact = next.pool?.alone ?? now.pool?.alone ?? exactEngine();
  exchangeEngine(engineOf(next, exact), exact);
  now = next;
}
