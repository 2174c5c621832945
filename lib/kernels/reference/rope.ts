const NEIGHBORS = 1;
const BACK = 2;

/**
 * Turns each pair of x[outer, seqLen, inner, dim] by the angle of its position: (a, b) → (a·c − b·s, a·s + b·c).
 *
 * cos and sin are [seqLen, dim/2]. `flags`: 1 = pair i is (2i, 2i+1), else (i, i + dim/2); 2 = turn back, which is the
 * gradient: a rotation's transpose is its inverse.
 *
 * @see Su et al., RoFormer: Enhanced Transformer with Rotary Position Embedding, 2021, section 3.2.
 */
export function rope(
  outer: number,
  seqLen: number,
  inner: number,
  dim: number,
  flags: number,
  x: Float64Array,
  cos: Float64Array,
  sin: Float64Array,
  y: Float64Array
): void {
  const half = dim / 2;
  const [step, apart] = (flags & NEIGHBORS) !== 0 ? [2, 1] : [1, half];
  const direction = (flags & BACK) !== 0 ? -1 : 1;
  for (let o = 0; o < outer; o++)
    for (let t = 0; t < seqLen; t++)
      for (let k = 0; k < inner; k++)
        for (let i = 0; i < half; i++) {
          const c = cos[t * half + i]!;
          const s = direction * sin[t * half + i]!;
          const first = ((o * seqLen + t) * inner + k) * dim + i * step;
          const a = x[first]!;
          const b = x[first + apart]!;
          y[first] = a * c - b * s;
          y[first + apart] = a * s + b * c;
        }
}
