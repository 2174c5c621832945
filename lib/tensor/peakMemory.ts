import {engine} from "../kernels/wasm.js";
import {givenFunction} from "./given.js";
import {synchronous} from "./region.js";

/** What a computation returned, and how much memory it needed. */
export interface Measured<T> {
  readonly result: T;
  /** The most bytes of WASM memory that were taken at one moment, beyond those taken before. */
  readonly bytes: number;
}

/**
 * Runs f and measures the memory of its float32 tensors, intermediate ones included. What lies on the JavaScript heap, such
 * as float64 tensors, is not counted. One measurement inside another spoils the outer one.
 */
export function peakMemory<T>(f: () => T): Measured<T> {
  givenFunction("peakMemory", "f", f);
  const {mark, highest} = engine();
  const before = mark();
  highest(before);
  const result = synchronous("peakMemory", f());
  return {result, bytes: highest(before) - before};
}
