import {found, LibraryError} from "../core/errors.js";
import {bytes} from "./bytes.js";
import {elementwiseKernels, type ProgramKernel, type ElementwiseProgram} from "./elementwiseKernel.js";
import type {Kernels} from "./kernels.js";

/** The compiled kernels with the memory that they work in. Buffers are addresses: counts of bytes from its beginning. */
export interface WasmKernels {
  readonly kernels: Kernels<number, number, number>;
  /**
   * Grows, which detaches every view of it: make views when they are used. (Its type has no name here, as that of
   * WebAssembly's memory is not known to every project.)
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
  /** A kernel of one loop for a function of numbers one by one. */
  readonly elementwise: (program: ElementwiseProgram) => ProgramKernel;
  /** Runs 12 independent chains x ← x·m + d of four lanes, n times: 96·n operations, the machine's limit. */
  readonly peakChain: (n: number, m: number, d: number) => number;
}

/** What the module exports beside the kernels: addresses come back as signed numbers. */
type Exports = Kernels<number, number, number> & Pick<WasmKernels, "alloc" | "mark" | "release" | "peakChain">;

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

const decoded = (): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0));

const imports = (mostPages: number) => {
  const memory = new WebAssembly.Memory({initial: FIRST_PAGES, maximum: mostPages});
  const outOfMemory = (byteLength: number): never => {
    throw noRoom(byteLength >>> 0, memory, mostPages);
  };
  return {env: {memory, outOfMemory, abort: () => undefined}};
};
type Imports = ReturnType<typeof imports>;

function opened(instance: WebAssembly.Instance, {env: {memory, outOfMemory}}: Imports): WasmKernels {
  const kernels = instance.exports as unknown as Exports; // tools/kernels.ts made both
  let top = 0;
  return {
    kernels,
    memory,
    elementwise: elementwiseKernels(memory),
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
    return opened(new WebAssembly.Instance(new WebAssembly.Module(decoded()), given), given);
  } catch (cause) {
    throw refused(cause);
  }
}

/** As openKernels, for engines that compile only asynchronously. */
export async function loadKernels(mostPages = MOST_PAGES): Promise<WasmKernels> {
  const given = imports(mostPages);
  try {
    return opened((await WebAssembly.instantiate(decoded(), given)).instance, given);
  } catch (cause) {
    throw refused(cause);
  }
}

// the one hidden state of the library: an arena, in which no value outlives its region unless it was copied out
let shared: WasmKernels | undefined;

/** The kernels that all float32 tensors of this realm (page or worker) use; opened on first use. */
export const engine = (): WasmKernels => (shared ??= openKernels());

/** Opens the shared kernels asynchronously, unless they are open: for engines that refuse to do so synchronously. */
export async function loadEngine(): Promise<WasmKernels> {
  const loaded = shared ?? (await loadKernels());
  return (shared ??= loaded);
}
