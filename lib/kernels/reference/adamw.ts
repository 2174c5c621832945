/**
 * One step of AdamW over n numbers: p1 = p (1 − lr·decay) − lr · m̂ / (√v̂ + eps).
 *
 * m1 = b1·m + (1−b1)·g and v1 = b2·v + (1−b2)·g² are running means of the gradient and of its square; m̂ = m1·c1 and
 * v̂ = v1·c2 undo their start at 0, with c1 = 1/(1−b1ᵗ) and c2 = 1/(1−b2ᵗ). Outputs may be the inputs.
 *
 * @see Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2019, algorithm 2.
 */
export function adamw(
  n: number,
  lr: number,
  b1: number,
  b2: number,
  eps: number,
  decay: number,
  c1: number,
  c2: number,
  p: Float64Array,
  m: Float64Array,
  v: Float64Array,
  g: Float64Array,
  p1: Float64Array,
  m1: Float64Array,
  v1: Float64Array
): void {
  for (let i = 0; i < n; i++) {
    const mean = b1 * m[i]! + (1 - b1) * g[i]!;
    const square = b2 * v[i]! + (1 - b2) * g[i]! * g[i]!;
    p1[i] = p[i]! * (1 - lr * decay) - (lr * (mean * c1)) / (Math.sqrt(square * c2) + eps);
    m1[i] = mean;
    v1[i] = square;
  }
}
