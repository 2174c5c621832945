/** What is timed: it may return a promise, which is then waited for. */
export type Call = () => unknown;

/** A library of tensors, by what it does. Each prepares inputs and returns a call that computes on them once. */
export interface Workloads {
  readonly name: string;
  /** op(A)·op(B), [m, k]·[k, n]; `flags`: 1 = A is stored [k, m], 2 = B is stored [n, k]. */
  readonly matmul: (flags: number, m: number, n: number, k: number) => Call;
  readonly softmax: (rows: number, n: number) => Call;
  readonly layerNorm: (rows: number, n: number) => Call;
  /** The tanh form. */
  readonly gelu: (rows: number, n: number) => Call;
  /** Causal self-attention and the gradients of query, key and value. */
  readonly attention: (batch: number, heads: number, length: number, dim: number) => Call;
  readonly adamw: (n: number) => Call;
}

/** Numbers to compute with, the same for all. */
export const numbers = (n: number, low = -1.5, high = 1.5): Float32Array =>
  Float32Array.from({length: n}, (_, i) => (low + high) / 2 + ((high - low) / 2) * Math.sin((i + 1) * 12.9898));
