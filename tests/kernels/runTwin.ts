import type {WasmKernels} from "../../lib/kernels/wasm.js";
import {drawer} from "./draw.js";
import type {Argument, Given, Twin} from "./twin.js";

/** A kernel of either kind, as a function of arguments that its twin has drawn. */
export type Kernel = (...args: never[]) => unknown;

const isGiven = (arg: Argument): arg is Given => typeof arg !== "number";
const call = (kernel: Kernel, args: readonly unknown[]): unknown =>
  (kernel as (...args: unknown[]) => unknown)(...args);

/** The arguments as they are after the reference has run on copies of them, and what it returned. */
function runReference(kernel: Kernel, args: readonly Argument[], absolute = false) {
  const copies = args.map((arg) => {
    if (!isGiven(arg)) return arg;
    const copy = arg.data.slice();
    if (absolute && copy instanceof Float64Array) for (let i = 0; i < copy.length; i++) copy[i] = Math.abs(copy[i]!);
    return copy;
  });
  return {copies, returned: call(kernel, copies)};
}

const FENCE = 16;
const padded = (bytes: number): number => Math.ceil(bytes / 16) * 16;
const widthOf = ({data}: Given): number => (data instanceof Uint8Array ? 1 : 4);

/** Writes a buffer's data as the module has them: float64 becomes float32. */
function write(memory: {readonly buffer: ArrayBuffer}, address: number, {data}: Given): void {
  if (data instanceof Float64Array) new Float32Array(memory.buffer, address, data.length).set(data);
  else if (data instanceof Int32Array) new Int32Array(memory.buffer, address, data.length).set(data);
  else new Uint8Array(memory.buffer, address, data.length).set(data);
}

function read(memory: {readonly buffer: ArrayBuffer}, address: number, {data}: Given): Float64Array {
  if (data instanceof Float64Array) return Float64Array.from(new Float32Array(memory.buffer, address, data.length));
  if (data instanceof Int32Array) return Float64Array.from(new Int32Array(memory.buffer, address, data.length));
  return Float64Array.from(new Uint8Array(memory.buffer, address, data.length));
}

/**
 * What the wasm kernel makes of the arguments, by their positions.
 *
 * Each buffer lies between two fences of 16 bytes; its padding and the outputs are filled with NaN (in bytes, 255). Throws where a
 * fence or an input has changed.
 */
export function runWasm(
  wasm: WasmKernels,
  kernel: Kernel,
  args: readonly Argument[],
  over: readonly (readonly [out: number, into: number])[] = []
): {readonly results: readonly (Float64Array | undefined)[]; readonly returned: unknown} {
  const mark = wasm.mark();
  try {
    const target = new Map(over);
    const addresses = args.map((arg, i) =>
      isGiven(arg) && !target.has(i) ? wasm.alloc(2 * FENCE + padded(arg.data.length * widthOf(arg))) + FENCE : 0
    );
    const {memory} = wasm;
    new Uint8Array(memory.buffer, mark, wasm.mark() - mark).fill(255);
    args.forEach((arg, i) => {
      if (isGiven(arg) && addresses[i] !== 0 && arg.role !== "out") write(memory, addresses[i]!, arg);
    });
    for (const [from, into] of over) addresses[from] = addresses[into]!;
    const before = new Uint8Array(memory.buffer).slice(mark, wasm.mark());
    const returned = call(
      kernel,
      args.map((arg, i) => (isGiven(arg) ? addresses[i] : arg))
    );
    const written = new Set(over.map(([, into]) => into));
    const after = new Uint8Array(memory.buffer).subarray(mark, mark + before.length);
    const same = (from: number, to: number): boolean =>
      Buffer.compare(before.subarray(from - mark, to - mark), after.subarray(from - mark, to - mark)) === 0;
    args.forEach((arg, i) => {
      if (!isGiven(arg) || target.has(i)) return;
      const begin = addresses[i]!;
      const end = begin + arg.data.length * widthOf(arg);
      if (!same(begin - FENCE, begin)) throw new Error(`argument ${i}: written before its beginning`);
      const behind = begin + padded(end - begin);
      if (!same(behind, behind + FENCE)) throw new Error(`argument ${i}: written behind its padding`);
      if (arg.role === "in" && !written.has(i) && !same(begin, end)) throw new Error(`argument ${i}: input changed`);
    });
    const results = args.map((arg, i) =>
      isGiven(arg) && arg.role !== "in" ? read(memory, addresses[i]!, arg) : undefined
    );
    return {results, returned};
  } finally {
    wasm.release(mark);
  }
}

const DUST = 1.2e-38; // below it float32 has few digits, or none

/** How far `actual` is from `expected`, in the measure of the twin; Infinity where NaN or infinities differ. */
function distance(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  twin: Twin,
  terms: (i: number) => number
): number {
  let error = 0;
  let size = 0;
  let worst = 0;
  for (let i = 0; i < expected.length; i++) {
    const want = Math.fround(expected[i]!);
    const got = actual[i]!;
    if (!Number.isFinite(want) || !Number.isFinite(got)) {
      if (!Object.is(got, want)) return Infinity;
      continue;
    }
    if (twin.bound === "exact") {
      if (got !== want) return Infinity;
      continue;
    }
    const difference = got - expected[i]!;
    const scale = terms(i);
    const base = expected[i]! * expected[i]! + (Number.isFinite(scale) ? scale * scale : 0) + DUST * DUST;
    error += difference * difference;
    size += base;
    worst = Math.max(worst, (difference * difference) / base);
  }
  return twin.each === true ? worst : size === 0 ? 0 : error / size;
}

/** The worst distance between a kernel and its reference over `cases` seeds. Throws, with the case, beyond the bound. */
export function compareTwins(wasm: WasmKernels, kernel: Kernel, reference: Kernel, twin: Twin, cases: number): number {
  const bound = twin.bound === "exact" ? 0 : (twin.bound ?? 1e-11);
  let worst = 0;
  for (let seed = 0; seed < cases; seed++) {
    const args = twin.draw(drawer(seed));
    const {copies, returned} = runReference(reference, args);
    const bases = twin.absolute === true ? runReference(reference, args, true).copies : undefined;
    const data = copies.map((copy) => (typeof copy === "number" ? new Float64Array([copy]) : copy));
    for (const over of [[], ...(twin.over ?? [])]) {
      const fail = (what: string): never => {
        const shown = args.map((arg) => (isGiven(arg) ? `${arg.role}[${arg.data.length}]` : arg)).join(", ");
        throw new Error(
          `case ${seed}${over.length > 0 ? `, outputs over inputs ${JSON.stringify(over)}` : ""}: ${what}\n  (${shown})`
        );
      };
      const run = (): ReturnType<typeof runWasm> => {
        try {
          return runWasm(wasm, kernel, args, over);
        } catch (error) {
          return fail(error instanceof Error ? error.message : String(error));
        }
      };
      const {results, returned: wasmReturned} = run();
      const check = (actual: ArrayLike<number>, expected: ArrayLike<number>, output: number): void => {
        const base = bases?.[output];
        const size = twin.terms?.(data, output) ?? 0;
        const far = distance(actual, expected, twin, (i) => Math.max(size, typeof base === "object" ? base[i]! : 0));
        worst = Math.max(worst, far);
        if (far > bound) {
          const at = Array.from(expected).findIndex(
            (want, i) =>
              distance([actual[i]!], [want], {...twin, each: true}, () =>
                typeof base === "object" ? base[i]! : size
              ) > bound
          );
          fail(`argument ${output}: distance ${far}; at ${at}: ${actual[at]} instead of ${expected[at]}`);
        }
      };
      results.forEach((result, i) => {
        const copy = copies[i]!;
        if (result !== undefined && typeof copy !== "number") check(result, copy, i);
      });
      if (typeof returned === "number") {
        const far = Object.is(wasmReturned, returned) ? 0 : (Number(wasmReturned) - returned) ** 2 / returned ** 2;
        worst = Math.max(worst, far);
        if (!(far <= bound)) fail(`returned ${String(wasmReturned)} instead of ${returned}`);
      }
    }
  }
  return worst;
}
