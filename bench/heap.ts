import {execFileSync} from "node:child_process";
import {setFlagsFromString} from "node:v8";
import {runInNewContext} from "node:vm";

/** Collects all garbage. */
export function collect(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

const TRIES = 3;

/**
 * Bytes that nested Maps of the novel keep alive on the heap, by the growth of a fresh process; the least of a few, since
 * what else a process does can only add to it.
 */
export function heapOfMaps(order: number): number {
  const grown = Array.from({length: TRIES}, () =>
    Number(
      execFileSync(process.execPath, ["--import", "tsx", "bench/heapOfMaps.ts", String(order)], {encoding: "utf8"})
    )
  );
  const least = Math.min(...grown);
  if (!(least > 0)) throw new Error(`a heap can't grow by ${least} bytes`);
  return least;
}
