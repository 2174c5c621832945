import type {Draw} from "./draw.js";

type Data = Float64Array | Int32Array | Uint8Array;

/** A buffer that a kernel is given: read; written in full; or written in part or added to, so that what it held counts. */
export interface Given {
  readonly role: "in" | "out" | "kept";
  readonly data: Data;
}
export type Argument = number | Given;

/** How a kernel is tried out: random arguments, and how near the results of float32 have to be. */
export interface Twin {
  readonly draw: (d: Draw) => readonly Argument[];
  /** Which outputs may be written over which inputs, by their positions among the arguments; each is tried. */
  readonly over?: readonly (readonly (readonly [out: number, into: number])[])[];
  /**
   * The most that Σ(a − b)² / Σb² may be, 1e-11 unless given; "exact" where float32 has the reference's value rounded
   * once.
   */
  readonly bound?: number | "exact";
  /** Whether every number is to be near by itself, and not only their sum. */
  readonly each?: boolean;
  /**
   * The size of the terms that an output is made of: where they cancel, float32 cannot be nearer than to them, so that
   * the bound is for Σ(a − b)² / Σ(b² + terms²).
   */
  readonly terms?: (args: readonly Data[], output: number) => number;
  /** Terms measured by running the reference on the absolute values of its inputs: for sums of products. */
  readonly absolute?: boolean;
  /** Why the bound or the terms are what they are. */
  readonly why?: string;
}

export const given = (data: Data): Given => ({role: "in", data});
/** An output of n floats, written in full. */
export const out = (n: number): Given => ({role: "out", data: new Float64Array(n).fill(NaN)});
export const outBytes = (n: number): Given => ({role: "out", data: new Uint8Array(n).fill(255)});
/** An output that keeps, or adds to, what it holds. */
export const kept = (data: Data): Given => ({role: "kept", data});
