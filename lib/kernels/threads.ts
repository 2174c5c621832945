import {whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {engineMode, exchangeParts, openParts} from "./engineMode.js";
import {openPool, type Pool, type ThreadsOptions} from "./pool.js";

const MOST_THREADS = 16;

const mayShare = (): boolean => {
  const {crossOriginIsolated = true} = globalThis as {crossOriginIsolated?: boolean};
  return typeof SharedArrayBuffer === "function" && crossOriginIsolated;
};

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
  if (openParts().pool?.threads === threads) return threads;
  closeThreads();
  const call = calls;
  if (threads === 1 || !mayShare()) return 1;
  let pool: Pool | undefined;
  const gone = (): void => {
    if (pool !== undefined && openParts().pool === pool) closeThreads();
  };
  try {
    pool = await openPool(threads, {...options, gone});
    if (call !== calls) {
      pool.end(); // somebody has closed or opened threads meanwhile
      return engineMode().threads;
    }
    exchangeParts({pool}); // no region is open: regions end before anything that is awaited goes on
    return threads;
  } catch {
    return engineMode().threads;
  }
}

/** Ends the threads that help: from here on one thread computes. */
export function closeThreads(): void {
  calls++;
  const {pool} = openParts();
  if (pool === undefined) return;
  exchangeParts({pool: undefined});
  pool.end();
}
