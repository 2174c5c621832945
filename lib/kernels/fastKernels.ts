import type {Memory} from "./plan.js";
import {forShared, type Exports, type WasmKernels} from "./wasm.js";

/** The kernels whose work is products: the second module has them with multiplication and addition fused. */
const names = ["matmul", "matmulPart", "linear", "attention", "attentionGrad"] as const;
export type FastKernels = Pick<Exports, (typeof names)[number]>;

/** The second module, for memories that one thread has and for those that several share. */
export interface FastModule {
  /** Modules of WebAssembly, which have no types in every project. */
  readonly alone: object;
  readonly shared: object;
  /** The bytes of the latter, for threads that compile it themselves. */
  readonly sharedCode: Uint8Array;
}

/** @throws whatever the engine says where it cannot compile it. */
export async function compileFast(code: Uint8Array<ArrayBuffer>): Promise<FastModule> {
  const sharedCode = forShared(code);
  const [alone, shared] = await Promise.all([WebAssembly.compile(code), WebAssembly.compile(sharedCode)]);
  return {alone, shared, sharedCode};
}

/** The second module's kernels in a memory that other kernels allocate: memory once shared stays so, with one thread too. */
export function fastKernels(
  {alone, shared}: Pick<FastModule, "alone" | "shared">,
  {memory, mark, outOfMemory}: Pick<WasmKernels, "mark" | "outOfMemory"> & {readonly memory: Memory}
): FastKernels {
  const module = memory.buffer instanceof ArrayBuffer ? alone : shared;
  const imports = {env: {memory: memory as WebAssembly.Memory, outOfMemory, abort: () => undefined}};
  const {exports} = new WebAssembly.Instance(module as WebAssembly.Module, imports);
  const kernels = exports as unknown as FastKernels & Pick<Exports, "release">; // tools/kernels.ts made both
  type Call = (...operands: readonly number[]) => void;
  // each module has a top of its own, and they share what lies above: so what is fast begins above what is taken
  const above =
    (call: Call): Call =>
    (...operands) => {
      kernels.release(mark());
      call(...operands);
    };
  return Object.fromEntries(names.map((name) => [name, above(kernels[name] as Call)])) as unknown as FastKernels;
}
