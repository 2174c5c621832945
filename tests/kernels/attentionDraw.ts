import {reference} from "../../lib/kernels/reference/reference.js";
import {rounded, spoilt, type Draw} from "./draw.js";
import {given, kept, out, type Argument} from "./twin.js";

/** Strides of batch, head and row over [batch, heads, rows, dim], with the count of numbers that they reach. */
function drawLayout(d: Draw, batch: number, heads: number, rows: number, dim: number) {
  const total = heads * dim;
  switch (d.below(4)) {
    case 0: // [batch, heads, rows, dim]
      return {strides: [heads * rows * dim, rows * dim, dim], length: batch * heads * rows * dim};
    case 1: // [batch, rows, heads, dim]
      return {strides: [rows * total, dim, total], length: batch * rows * total};
    case 2: // [batch, rows, 3, heads, dim], as one product makes query, key and value
      return {strides: [3 * rows * total, dim, 3 * total], length: 3 * batch * rows * total};
    default: // gaps of any width, as in a cache with room for more rows
      return {
        strides: [heads * (rows + 3) * (dim + 1), (rows + 3) * (dim + 1), dim + 1],
        length: batch * heads * (rows + 3) * (dim + 1)
      };
  }
}

/** The arguments of attention up to its inputs: heads that share keys, fewer or more queries than keys, windows. */
function drawInputs(d: Draw) {
  const kvHeads = d.pick([1, 1, 2, 3]);
  const heads = kvHeads * d.pick([1, 1, 2, 3]);
  const batch = d.chance(0.04) ? 0 : d.pick([1, 1, 2]);
  const queryLen = d.size(d.chance(0.1) ? 130 : 70);
  const keyLen = d.chance(0.5) ? queryLen : d.chance(0.1) ? 0 : 1 + d.size(d.chance(0.1) ? 150 : 70);
  const dim = d.pick([1, 2, 3, 4, 5, 7, 8, 12, 16, 17, 24, 32, 33]);
  const causal = d.pick([0, 1, 1]);
  const window = d.chance(0.6) ? 0 : d.pick([1, 2, 3, 7, 31, 32, 33, 64]);
  const scale = d.pick([1 / Math.sqrt(dim), 0.5, 1]);
  const query = drawLayout(d, batch, heads, queryLen, dim);
  const key = drawLayout(d, batch, kvHeads, keyLen, dim);
  const result = drawLayout(d, batch, heads, queryLen, dim);
  const layout = Int32Array.from([...query.strides, ...key.strides, ...result.strides]);
  const sizes = [batch, heads, kvHeads, queryLen, keyLen, dim, causal, window, scale] as const;
  const drawn = ({length}: {readonly length: number}): Float64Array => spoilt(d, d.normals(length));
  const inputs = [drawn(query), drawn(key), drawn(key)] as const;
  return {sizes, layout, inputs, outLength: result.length, lseLength: batch * heads * queryLen};
}

export function drawAttention(d: Draw): readonly Argument[] {
  const {sizes, layout, inputs, outLength, lseLength} = drawInputs(d);
  return [...sizes, given(layout), ...inputs.map(given), kept(d.normals(outLength)), out(lseLength)];
}

export function drawAttentionGrad(d: Draw): readonly Argument[] {
  const {sizes, layout, inputs, outLength, lseLength} = drawInputs(d);
  const result = new Float64Array(outLength);
  const lse = new Float64Array(lseLength);
  reference.attention(...sizes, layout, ...inputs, result, lse);
  return [
    ...sizes,
    given(layout),
    ...inputs.map(given),
    given(rounded(result)),
    given(rounded(lse)),
    given(spoilt(d, d.normals(outLength))),
    ...inputs.map((x) => kept(d.normals(x.length)))
  ];
}
