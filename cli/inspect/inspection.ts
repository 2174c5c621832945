/** A tensor of a file. */
export interface TensorRow {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Numbers in it. */
  readonly count: number;
  readonly bytes: number;
  /** How many of them are NaN or infinite; absent where the type has none, or they were not looked at. */
  readonly notFinite?: number;
}

/** What a file or a folder holds. */
export interface Inspection {
  readonly kind: "checkpoint" | "safetensors" | "gguf" | "tokenizer" | "run" | "huggingFace";
  readonly path: string;
  readonly bytes: number;
  /** What it says of itself, in its order. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly tensors: readonly TensorRow[];
}

/** Numbers of a shape. */
export const countOf = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1);
