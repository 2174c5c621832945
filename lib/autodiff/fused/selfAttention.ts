import {real, whole} from "../../core/check.js";
import {checkFields} from "../../core/checkFields.js";
import {found, ShapeError} from "../../core/errors.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf, type Backend, type Floats, type Ints} from "../../tensor/backend.js";
import {givenFloats} from "../../tensor/given.js";
import {foundShape} from "../../tensor/shape.js";
import {reshape} from "../ops/reshape.js";
import {slice, transpose} from "../ops/strided.js";
import {apply} from "../tracked.js";
import {optionsOf, scaleOf, type Plan, type Seeing} from "./attention.js";
import {composedAttention} from "./composedAttention.js";
import {fused} from "./fused.js";

/** What one projection makes: queries, keys and values side by side, [batch, seqLen, (heads + 2·kvHeads)·headDim]. */
interface PackedParams extends Seeing {
  readonly heads: number;
  readonly kvHeads: number;
}

function packedPlan(
  qkv: Tensor,
  {heads, kvHeads, ...params}: PackedParams
): Plan & {readonly parts: readonly [number, number]} {
  const [batch, seqLen, width] = qkv.shape as readonly [number, number, number];
  const dim = width / (heads + 2 * kvHeads);
  const rows = [seqLen * width, dim, width];
  return {
    sizes: [batch, heads, kvHeads, seqLen, seqLen, dim],
    layout: [...rows, ...rows, seqLen * heads * dim, dim, heads * dim],
    options: optionsOf(params),
    parts: [heads * dim, (heads + kvHeads) * dim]
  };
}

const pointers = (backend: Backend, buffer: Floats, [key, value]: readonly [number, number]) =>
  [buffer, backend.from(buffer, key), backend.from(buffer, value)] as const;

/** The same as `attention`, read from and written to packed rows in place: no copy to bring heads together. */
const attendingPacked = fused<PackedParams>({
  name: "selfAttention",
  forward: ([qkv], params, keep) => {
    const backend = backendOf(qkv!.dtype);
    const {sizes, layout, options, parts} = packedPlan(qkv!, params);
    const [batch, heads, , seqLen, , dim] = sizes;
    const [out, lse] = [backend.make(batch * seqLen * heads * dim), backend.make(batch * heads * seqLen)];
    const strides: Ints = backend.list(layout);
    backend.kernels.attention(
      ...sizes,
      ...options,
      strides,
      ...pointers(backend, backend.floats(qkv!), parts),
      out,
      lse
    );
    const result = backend.tensor(out, [batch, seqLen, heads * dim]);
    keep(backend.tensor(lse, [batch, heads, seqLen]), result);
    return result;
  },
  grad: (dout, {inputs: [qkv], params, saved: [lse, out]}) => {
    const backend = backendOf(dout.dtype);
    const {sizes, layout, options, parts} = packedPlan(qkv!, params);
    const dqkv = backend.make(sizeOf(qkv!.shape));
    backend.kernels.attentionGrad(
      ...sizes,
      ...options,
      backend.list(layout),
      ...pointers(backend, backend.floats(qkv!), parts),
      backend.floats(out!),
      backend.floats(lse!),
      backend.floats(dout),
      ...pointers(backend, dqkv, parts)
    );
    return [backend.tensor(dqkv, qkv!.shape)];
  },
  composed: ([qkv], {heads, kvHeads, ...params}) => {
    const {sizes, parts} = packedPlan(qkv!, {heads, kvHeads, ...params});
    const [batch, , , seqLen, , dim] = sizes;
    const part = (start: number, count: number): Tensor =>
      transpose(
        reshape(slice(qkv!, null, null, [start, start + count * dim]), [batch, seqLen, count, dim]),
        [0, 2, 1, 3]
      );
    const out = composedAttention(part(0, heads), part(parts[0], kvHeads), part(parts[1], kvHeads), params);
    return reshape(transpose(out, [0, 2, 1, 3]), [batch, seqLen, heads * dim]);
  }
});

/** How many heads there are, and what each sees. */
export interface SelfAttentionOptions {
  /** Heads of queries. */
  readonly heads: number;
  /** Heads of keys and values, each shared by a group of query heads: as many as `heads` unless named. */
  readonly kvHeads?: number;
  /** Whether a position sees none after it: true unless named. */
  readonly causal?: boolean;
  /** The last positions that are seen, its own included; all unless it is named. */
  readonly window?: number;
  /** What scores are multiplied by: 1/√headDim unless it is named. */
  readonly scale?: number;
}

/**
 * Attention of a sequence to itself, from one packed projection: [batch, seqLen, (heads + 2·kvHeads)·headDim] in
 * (all queries, then all keys, then all values), [batch, seqLen, heads·headDim] out.
 *
 * @throws ShapeError if the width does not divide into heads; ConfigError for a number of heads that cannot be.
 */
export function selfAttention(qkv: Tensor, options: SelfAttentionOptions): Tensor {
  givenFloats("selfAttention", "qkv", qkv);
  checkFields("selfAttention.options", options, ["heads", "kvHeads", "causal", "window", "scale"]);
  const heads = whole("selfAttention.heads", options.heads, {least: 1});
  const {kvHeads = heads, causal = true, window, scale} = options;
  whole("selfAttention.kvHeads", kvHeads, {least: 1});
  if (window !== undefined) whole("selfAttention.window", window, {least: 1});
  const dim = (qkv.shape.at(-1) ?? 0) / (heads + 2 * kvHeads);
  if (qkv.shape.length !== 3 || !Number.isInteger(dim) || heads % kvHeads !== 0)
    throw new ShapeError("selfAttention", "[batch, seqLen, (heads + 2·kvHeads)·headDim], kvHeads dividing heads", [
      foundShape("qkv", qkv),
      found("heads", heads),
      found("kvHeads", kvHeads)
    ]);
  return apply(attendingPacked, [qkv], {
    heads,
    kvHeads,
    causal,
    window: window ?? 0,
    scale: scale === undefined ? scaleOf(dim) : real("selfAttention.scale", scale)
  });
}
