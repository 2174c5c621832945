import {found, LibraryError} from "../core/errors.js";
import {bytes} from "./bytes.js";
import {elementwiseKernels, type ProgramKernel, type ElementwiseProgram} from "./elementwiseKernel.js";
import type {Kernels} from "./kernels.js";
import type {PartKernels} from "./plan.js";

/** The compiled kernels with the memory that they work in. Buffers are addresses: counts of bytes from its beginning. */
export interface WasmKernels {
  readonly kernels: Kernels<number, number, number>;
  /**
   * Grows, which detaches every view of it: make views when they are used. (Its type has no name here, as that of
   * WebAssembly's memory is not known to every project. With `openThreads` it is shared: some functions of the platform
   * refuse views of such memory, and want a copy.)
   */
  readonly memory: {readonly buffer: ArrayBuffer};
  /** The address of that many bytes, aligned to 16 and padded to 16. Throws LibraryError when there is no room. */
  readonly alloc: (byteLength: number) => number;
  /** The top of the region of allocated bytes. */
  readonly mark: () => number;
  /** Frees all that was allocated since `mark` returned this. */
  readonly release: (to: number) => void;
  /** The highest top of allocated bytes since it was last asked, which was then `from`. */
  readonly highest: (from: number) => number;
  /** Throws LibraryError: there is no room for that many bytes. Kernels call it where they cannot have what they need to work in. */
  readonly outOfMemory: (byteLength: number) => never;
  /** A kernel of one loop for a function of numbers one by one. */
  readonly elementwise: (program: ElementwiseProgram) => ProgramKernel;
  /** Runs 12 independent chains x ← x·m + d of four lanes, n times: 96·n operations, the machine's limit. */
  readonly peakChain: (n: number, m: number, d: number) => number;
}

/** What the module exports beside the kernels: addresses come back as signed numbers. */
export type Exports = Kernels<number, number, number> &
  PartKernels &
  Pick<WasmKernels, "alloc" | "mark" | "release" | "peakChain">;

const PAGE = 65_536;
const FIRST_PAGES = 16;
const MOST_PAGES = 65_536; // 4 GiB: all that a 32-bit address reaches

const noRoom = (byteLength: number, memory: WasmKernels["memory"], mostPages: number): LibraryError =>
  new LibraryError(
    "engine",
    "the memory of float32 tensors cannot grow further",
    [
      found("wanted", `${byteLength} bytes`),
      found("in use", `${memory.buffer.byteLength} of ${PAGE * mostPages} bytes`)
    ],
    "Compute in a region, which frees what it made when it ends; or use smaller batches, shorter sequences, fewer layers."
  );

const refused = (cause: unknown): LibraryError =>
  new LibraryError(
    "engine",
    "float32 tensors need WebAssembly with SIMD, and it could not be compiled here",
    [found("the engine said", cause instanceof Error ? cause.message : cause)],
    "A page's Content-Security-Policy must allow 'wasm-unsafe-eval'. Chrome 91, Firefox 89, Safari 16.4, Node 16.4 and later have SIMD. Where only compiling synchronously is refused, `await loadEngine()` first. Or use float64 tensors.",
    {cause}
  );

/** The bytes of a module that is kept as base64. */
export const decoded = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));

const imports = (mostPages: number, shared = false) => {
  const memory = new WebAssembly.Memory({initial: FIRST_PAGES, maximum: mostPages, shared});
  const outOfMemory = (byteLength: number): never => {
    throw noRoom(byteLength >>> 0, memory, mostPages);
  };
  return {env: {memory, outOfMemory, abort: () => undefined}};
};
type Imports = ReturnType<typeof imports>;

function opened(instance: WebAssembly.Instance, {env: {memory, outOfMemory}}: Imports, mostPages: number): WasmKernels {
  const kernels = instance.exports as unknown as Exports; // tools/kernels.ts made both
  let top = 0;
  return {
    kernels,
    memory,
    outOfMemory,
    elementwise: elementwiseKernels(memory, memory.buffer instanceof ArrayBuffer ? undefined : mostPages),
    alloc: (byteLength) => {
      const address = byteLength < PAGE * MOST_PAGES ? kernels.alloc(byteLength) >>> 0 : 0;
      if (address === 0) return outOfMemory(byteLength);
      if (address + byteLength > top) top = address + byteLength;
      return address;
    },
    mark: () => kernels.mark() >>> 0,
    release: kernels.release,
    highest: (from) => {
      const was = top;
      top = from;
      return was;
    },
    peakChain: kernels.peakChain
  };
}

/** Opens kernels with a memory of their own, of up to `mostPages` pages of 64 KiB. Throws LibraryError where WebAssembly with SIMD cannot be compiled. */
export function openKernels(mostPages = MOST_PAGES): WasmKernels {
  const given = imports(mostPages);
  try {
    return opened(new WebAssembly.Instance(new WebAssembly.Module(decoded(bytes)), given), given, mostPages);
  } catch (cause) {
    throw refused(cause);
  }
}

/** As openKernels, for engines that compile only asynchronously. */
export async function loadKernels(mostPages = MOST_PAGES): Promise<WasmKernels> {
  const given = imports(mostPages);
  try {
    return opened((await WebAssembly.instantiate(decoded(bytes), given)).instance, given, mostPages);
  } catch (cause) {
    throw refused(cause);
  }
}

/** Kernels in a memory that threads share, with what another thread needs to have the same ones. */
export interface SharedKernels {
  readonly engine: WasmKernels;
  readonly exports: Exports;
  /** A module and a memory of WebAssembly, which has no types in every project. */
  readonly module: object;
  readonly memory: {readonly buffer: ArrayBufferLike};
}

/** A module, but its memory is one that threads share: one bit in the limits of the import. */
export function forShared(code: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const memory = [6, ...Array.from("memory", (c) => c.charCodeAt(0)), 2, 1]; // name, kind, limits with a maximum
  const at = code.findIndex((_, i) => memory.every((byte, j) => code[i + j] === byte));
  return code.map((byte, i) => (i === at + memory.length - 1 ? byte | 2 : byte));
}

/** Opens kernels in a shared memory. Throws whatever the engine says where it has none. */
export async function openShared(mostPages = MOST_PAGES): Promise<SharedKernels> {
  const given = imports(mostPages, true);
  const module = await WebAssembly.compile(forShared(decoded(bytes)));
  const instance = await WebAssembly.instantiate(module, given);
  const engine = opened(instance, given, mostPages);
  return {engine, exports: instance.exports as unknown as Exports, module, memory: given.env.memory};
}

// the one hidden state of the library: an arena, in which no value outlives its region unless it was copied out
let shared: WasmKernels | undefined;
let alone: WasmKernels | undefined;

/** The kernels that all float32 tensors of this realm (page or worker) use; opened on first use. */
export const engine = (): WasmKernels => (shared ??= exactEngine());

/** The kernels that they would use with one thread and without fusing, in the same memory. */
export const exactEngine = (): WasmKernels => (alone ??= openKernels());

/**
 * Puts other kernels in their place: between regions alone, or with the same memory, as all addresses lie in it. `exact`
 * are the same with one thread and without fusing, where `next` has more threads, or fuses.
 */
export function exchangeEngine(next: WasmKernels, exact = next): void {
  shared = next;
  alone = exact;
}

/** Opens the shared kernels asynchronously, unless they are open: for engines that refuse to do so synchronously. */
export async function loadEngine(): Promise<WasmKernels> {
  if (alone === undefined) {
    const loaded = await loadKernels();
    alone ??= loaded;
  }
  return engine();
}
