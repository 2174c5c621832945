import type {Kernels} from "./kernels.js";

/** Kernels of WebAssembly: all that they are told is numbers. */
export type WasmKernel = Kernels<number, number, number>;

/** What the module has for threads alone. */
export interface PartKernels {
  /** A product of matrices whose rows are `ld…` numbers apart. */
  readonly matmulPart: (
    flags: number,
    m: number,
    n: number,
    k: number,
    a: number,
    lda: number,
    b: number,
    ldb: number,
    c: number,
    ldc: number
  ) => void;
  /** The sums of the first columns of x[n, inner]. */
  readonly sumColumns: (n: number, inner: number, columns: number, x: number, y: number) => void;
  readonly layerNormGradRows: NormGradRows;
  readonly layerNormGradColumns: (...operands: [...NormGradColumns, dweight: number, dbias: number]) => void;
  readonly rmsNormGradRows: NormGradRows;
  readonly rmsNormGradColumns: (...operands: [...NormGradColumns, dweight: number]) => void;
}
type NormGradRows = (rows: number, n: number, x: number, weight: number, stats: number, dy: number, dx: number) => void;
type NormGradColumns = [rows: number, n: number, width: number, x: number, stats: number, dy: number];

export type Parts = WasmKernel & PartKernels;
export type Arguments<Name extends keyof WasmKernel> = Parameters<WasmKernel[Name]>;

/** How one kernel is cut. */
export interface Plan<A> {
  /** How many units of work there are. */
  readonly units: (args: A) => number;
  /** Whether there is so much to do that sharing it pays. */
  readonly pays: (args: A) => boolean;
  /** Bytes of memory that a thread needs to work in; none unless it is named. */
  readonly scratch?: (args: A) => number;
  /** Does the units from `from` to `to`. */
  readonly run: (kernels: Parts, args: A, from: number, to: number, memory: Memory) => void;
}
export interface Memory {
  readonly buffer: ArrayBufferLike;
}

/** Bytes of a float. */
export const FLOAT = 4;
/** Multiplications of a product from which on cutting pays. */
export const WORTH_PRODUCT = 1e6;
/** Room for the blocks that any product packs. */
export const PACKED = 1 << 20;
