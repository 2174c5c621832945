import {setFlagsFromString} from "node:v8";
import {runInNewContext} from "node:vm";

/** Collects all garbage. */
export function collect(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

/** Bytes that a value keeps alive on the heap: its growth, between two full collections. */
export function heapOf(make: () => unknown): number {
  const used = () => {
    for (let i = 0; i < 4; i++) collect(); // what is only freed by a finalizer needs more than one
    const {heapUsed, external} = process.memoryUsage();
    return heapUsed + external;
  };
  const before = used();
  const kept = [make()];
  const after = used();
  return kept.length * (after - before);
}
