/**
 * What a tensor's arithmetic is made of, and all that it is made of: functions from buffers to buffers.
 *
 * Two implementations: `reference` (TypeScript, float64, written to be read; `F` is Float64Array) and `wasm` (SIMD,
 * float32; `F`, `I` and `B` are addresses). Every wasm kernel is tested against its reference twin.
 *
 * - `F` is a buffer of floats, `I` of int32, `B` of bytes that are 0 or 1. Data are contiguous and row-major.
 * - Sizes, strides and offsets count elements. Any size may be 0 or odd.
 * - Outputs come last, are written in full (unless a docstring says that they are added to), and overlap no input.
 *   Elementwise kernels with one input or two of equal size may write over an input.
 * - Buffers begin at 16 bytes and are padded to 16: a kernel may read and write the padding, never what lies behind it.
 * - Sums run in one fixed order that depends on nothing but the sizes.
 */
export interface Kernels<F, I, B>
  extends UnaryKernels<F>, SlopeKernels<F>, BinaryKernels<F, I, B>, MovementKernels<F, I, B>, FusedKernels<F, I> {
  /**
   * Products of `batch` pairs of matrices: C_b = op(A_b) · op(B_b), each [m, k] · [k, n]. Matrix b of A begins at
   * b · strideA, so 0 repeats one matrix. `flags`: 1 = A is stored [k, m], 2 = B is stored [n, k], 4 = add to C.
   * With k = 0, C is 0 (or stays, where added to).
   */
  readonly matmul: (
    flags: number,
    batch: number,
    m: number,
    n: number,
    k: number,
    a: F,
    strideA: number,
    b: F,
    strideB: number,
    c: F
  ) => void;
  /** y[m, n] = x[m, k] · weight[k, n] + bias[n]. */
  readonly linear: (m: number, n: number, k: number, x: F, weight: F, bias: F, y: F) => void;

  /** y[outer, inner] = Σ over the middle axis of x[outer, n, inner]; 0 where n is 0. */
  readonly sum: (outer: number, n: number, inner: number, x: F, y: F) => void;
  /** The largest along the middle axis; NaN where any is NaN; −Infinity where n is 0. */
  readonly max: (outer: number, n: number, inner: number, x: F, y: F) => void;
  /** The smallest along the middle axis; NaN where any is NaN; Infinity where n is 0. */
  readonly min: (outer: number, n: number, inner: number, x: F, y: F) => void;
  /** y[outer, i, inner] = Σ_{j ≤ i} x[outer, j, inner]; from the end backwards where `reverse` is 1. */
  readonly cumsum: (outer: number, n: number, inner: number, reverse: number, x: F, y: F) => void;
  /** Σ x², in float64. */
  readonly sumSquares: (n: number, x: F) => number;
  /** The position of the first NaN or infinity, or −1. */
  readonly firstNonFinite: (n: number, x: F) => number;

  /**
   * One step of AdamW over n numbers (Loshchilov & Hutter 2019, algorithm 2): m1 = b1·m + (1−b1)·g,
   * v1 = b2·v + (1−b2)·g², p1 = p·(1 − lr·decay) − lr · (m1·c1) / (√(v1·c2) + eps), with c1 = 1/(1−b1ᵗ) and
   * c2 = 1/(1−b2ᵗ). Outputs may be the inputs.
   */
  readonly adamw: (
    n: number,
    lr: number,
    b1: number,
    b2: number,
    eps: number,
    decay: number,
    c1: number,
    c2: number,
    p: F,
    m: F,
    v: F,
    g: F,
    p1: F,
    m1: F,
    v1: F
  ) => void;
}

/** y[i] = f(x[i]) for n numbers. */
export type ElementwiseKernel<F> = (n: number, x: F, y: F) => void;

/** Functions of one number, element by element. */
export interface UnaryKernels<F> {
  readonly exp: ElementwiseKernel<F>;
  readonly expm1: ElementwiseKernel<F>;
  readonly log: ElementwiseKernel<F>;
  readonly log1p: ElementwiseKernel<F>;
  readonly sin: ElementwiseKernel<F>;
  readonly cos: ElementwiseKernel<F>;
  readonly tanh: ElementwiseKernel<F>;
  /** 1 / (1 + e⁻ˣ) */
  readonly sigmoid: ElementwiseKernel<F>;
  readonly erf: ElementwiseKernel<F>;
  readonly sqrt: ElementwiseKernel<F>;
  /** 1 / √x */
  readonly rsqrt: ElementwiseKernel<F>;
  /** 1 / x */
  readonly reciprocal: ElementwiseKernel<F>;
  readonly abs: ElementwiseKernel<F>;
  /** −1, 0 (of either sign) or 1; NaN of NaN. */
  readonly sign: ElementwiseKernel<F>;
  /** max(x, 0); NaN of NaN. */
  readonly relu: ElementwiseKernel<F>;
  /** x · Φ(x) = x/2 · (1 + erf(x/√2)) */
  readonly geluErf: ElementwiseKernel<F>;
  /** x/2 · (1 + tanh(√(2/π)(x + 0.044715 x³))) */
  readonly geluTanh: ElementwiseKernel<F>;
  /** x · sigmoid(x) */
  readonly silu: ElementwiseKernel<F>;
  /** log(1 + eˣ), without overflow. */
  readonly softplus: ElementwiseKernel<F>;
  /** a·x + b */
  readonly affine: (n: number, a: number, b: number, x: F, y: F) => void;
  /** xᵉ for one exponent: exact products for whole exponents up to 8, √ for ½; as IEEE 754 pow elsewhere. */
  readonly powScalar: (n: number, exponent: number, x: F, y: F) => void;
  /** max(low, min(high, x)); NaN of NaN. */
  readonly clamp: (n: number, low: number, high: number, x: F, y: F) => void;
  readonly fill: (n: number, value: number, y: F) => void;
}

/** dx[i] = dy[i] · f′(x[i]), from the input or from the output, whichever is cheaper. */
export type SlopeKernel<F> = (n: number, from: F, dy: F, dx: F) => void;

/** Derivatives of functions of one number, element by element. */
export interface SlopeKernels<F> {
  /** From the output. */
  readonly tanhGrad: SlopeKernel<F>;
  /** From the output. */
  readonly sigmoidGrad: SlopeKernel<F>;
  /** From the input; the slope at 0 is 0. */
  readonly reluGrad: SlopeKernel<F>;
  readonly geluErfGrad: SlopeKernel<F>;
  readonly geluTanhGrad: SlopeKernel<F>;
  readonly siluGrad: SlopeKernel<F>;
}

/** The operations of `binary`, by their number. */
export const binaryOps = ["add", "sub", "mul", "div", "maximum", "minimum", "pow"] as const;
/** An operation of two numbers that has a loop. */
export type BinaryOp = (typeof binaryOps)[number];
/** The comparisons of `compare`, by their number. */
export const comparisons = ["equal", "notEqual", "less", "lessEqual", "greater", "greaterEqual"] as const;
export type Comparison = (typeof comparisons)[number];

/** Loops that take two arrays element by element. */
export interface BinaryKernels<F, I, B> {
  /** y[i] = a[i] op b[i]; `op` is a position in `binaryOps`. Maxima and minima of NaN are NaN. */
  readonly binary: (op: number, n: number, a: F, b: F, y: F) => void;
  /**
   * The same with broadcasting: y has the extents `dims[rank]`; `strides` has those of a, then those of b, 0 where an
   * operand repeats. Rank 0 is one number.
   */
  readonly binaryBroadcast: (op: number, rank: number, dims: I, strides: I, a: F, b: F, y: F) => void;
  /** y[i] = a[i] ? b[i], with `op` a position in `comparisons`; false for NaN, but for notEqual. */
  readonly compare: (op: number, n: number, a: F, b: F, y: B) => void;
  /** y[i] = mask[i] ? a[i] : b[i] */
  readonly where: (n: number, mask: B, a: F, b: F, y: F) => void;
}

/** Loops that move numbers and compute nothing. */
export interface MovementKernels<F, I, B> {
  /** y, contiguous with the extents `dims`, ← x at offset + Σ index · stride: transposes, slices, repeats, flips. */
  readonly gatherStrided: (rank: number, dims: I, strides: I, offset: number, x: F, y: F) => void;
  /** y at offset + Σ index · stride ← x, contiguous with the extents `dims`. The rest of y stays as it is. */
  readonly placeStrided: (rank: number, dims: I, strides: I, offset: number, x: F, y: F) => void;
  /** y[i, :] = table[ids[i], :], rows of n. */
  readonly gatherRows: (rows: number, n: number, ids: I, table: F, y: F) => void;
  /** table[ids[i], :] += x[i, :], in the order of i. The table is added to. */
  readonly scatterAddRows: (rows: number, n: number, ids: I, x: F, table: F) => void;
  /** y[outer, j, inner] = x[outer, index[outer, j, inner], inner], with x[outer, n, inner] and m indices. */
  readonly takeAlong: (outer: number, n: number, m: number, inner: number, index: I, x: F, y: F) => void;
  /** y[outer, index[outer, j, inner], inner] += x[outer, j, inner]. y[outer, n, inner] is added to. */
  readonly scatterAddAlong: (outer: number, n: number, m: number, inner: number, index: I, x: F, y: F) => void;
  /** 1 and 0 for true and false. */
  readonly fromBools: (n: number, mask: B, y: F) => void;
}

/** Loops that do in one pass what several of the others would do in as many. */
export interface FusedKernels<F, I> {
  /** Along rows of n. A row of −Infinity alone gives NaN. */
  readonly softmax: (rows: number, n: number, x: F, y: F) => void;
  /** dx = y ⊙ (dy − ⟨dy, y⟩), y being the softmax. */
  readonly softmaxGrad: (rows: number, n: number, y: F, dy: F, dx: F) => void;
  readonly logSoftmax: (rows: number, n: number, x: F, y: F) => void;
  /** dx = dy − eʸ · Σ dy, y being the log-softmax. */
  readonly logSoftmaxGrad: (rows: number, n: number, y: F, dy: F, dx: F) => void;

  /**
   * loss[i] of each row of logits x[rows, n] against targets[rows], and lse[i] = log Σ eˣ. With s = `smoothing`:
   * (1−s)·(lse − x_target) + s·(lse − mean x) + z·lse². A row whose target is `ignore` has loss 0.
   */
  readonly crossEntropy: (
    rows: number,
    n: number,
    ignore: number,
    smoothing: number,
    z: number,
    x: F,
    targets: I,
    loss: F,
    lse: F
  ) => void;
  /** dx = dloss[i] · (p·(1 + 2·z·lse) − (1−s)·onehot − s/n), 0 in ignored rows; p = e^(x − lse). */
  readonly crossEntropyGrad: (
    rows: number,
    n: number,
    ignore: number,
    smoothing: number,
    z: number,
    x: F,
    targets: I,
    lse: F,
    dloss: F,
    dx: F
  ) => void;

  /** y = (x − mean)·rstd·weight + bias along rows of n; stats[2i], stats[2i+1] = mean, rstd = 1/√(variance + eps). */
  readonly layerNorm: (rows: number, n: number, eps: number, x: F, weight: F, bias: F, y: F, stats: F) => void;
  readonly layerNormGrad: (
    rows: number,
    n: number,
    x: F,
    weight: F,
    stats: F,
    dy: F,
    dx: F,
    dweight: F,
    dbias: F
  ) => void;
  /** y = x·r·weight along rows of n; stats[i] = r = 1/√(mean x² + eps). */
  readonly rmsNorm: (rows: number, n: number, eps: number, x: F, weight: F, y: F, stats: F) => void;
  readonly rmsNormGrad: (rows: number, n: number, x: F, weight: F, stats: F, dy: F, dx: F, dweight: F) => void;

  /** y = silu(gate) · up */
  readonly swiglu: (n: number, gate: F, up: F, y: F) => void;
  readonly swigluGrad: (n: number, gate: F, up: F, dy: F, dgate: F, dup: F) => void;

  /**
   * Turns pairs of x[outer, seqLen, inner, dim] by the angles whose cosines and sines are cos, sin[seqLen, dim/2]:
   * (a, b) → (a·cos − b·sin, a·sin + b·cos). `flags`: 1 = pair i is (2i, 2i+1), else (i, i + dim/2); 2 = turn back.
   */
  readonly rope: (
    outer: number,
    seqLen: number,
    inner: number,
    dim: number,
    flags: number,
    x: F,
    cos: F,
    sin: F,
    y: F
  ) => void;

  /**
   * softmax(scale · query·keyᵀ)·value for each batch and head, in tiles of queries: no [queryLen, keyLen] is kept.
   *
   * Query head h reads key and value head ⌊h / (heads/kvHeads)⌋. Query i stands at position i + keyLen − queryLen;
   * with `causal` 1 it sees positions up to its own, else all; with `window` > 0 only those less than `window` back.
   * `layout` has nine strides: of batch, head and row in query, then in key and value, then in out. lse[batch, heads,
   * queryLen] is the log of each row's Σ e^score, all that the gradient needs beside inputs and out. A query that sees
   * nothing has out 0 and lse −Infinity. What a query does not see never reaches it, be it NaN or infinite; nor does a
   * query that is so reach the gradients of keys that it does not see.
   */
  readonly attention: (...operands: [...AttentionInputs<F, I>, out: F, lse: F]) => void;
  /** dquery, dkey, dvalue have the layouts of query, key and value; dout that of out. Written in full. */
  readonly attentionGrad: (
    ...operands: [...AttentionInputs<F, I>, out: F, lse: F, dout: F, dquery: F, dkey: F, dvalue: F]
  ) => void;
}

/** Sizes, settings and what is read: the same on both ways. */
export type AttentionInputs<F, I> = [
  batch: number,
  heads: number,
  kvHeads: number,
  queryLen: number,
  keyLen: number,
  dim: number,
  causal: number,
  window: number,
  scale: number,
  layout: I,
  query: F,
  key: F,
  value: F
];
