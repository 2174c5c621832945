import {real, whole} from "../../core/check.js";
import {checkFields} from "../../core/checkFields.js";
import {found, ShapeError} from "../../core/errors.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf, commonDtype, type Backend, type Floats, type Ints} from "../../tensor/backend.js";
import {givenFloats, givenKind, listOf} from "../../tensor/given.js";
import {broadcastShapes, foundShape, sameShape} from "../../tensor/shape.js";
import {apply} from "../tracked.js";
import {composedAttention, type MaskOptions} from "./composedAttention.js";
import {fused} from "./fused.js";
import {reshape} from "../ops/reshape.js";
import {slice, transpose} from "../ops/strided.js";

/** Which keys a query sees, and how scores are scaled. */
export interface AttentionOptions extends MaskOptions {
  /** What scores are multiplied by: 1/√headDim unless it is named. */
  readonly scale?: number;
}

interface Params {
  readonly causal: boolean;
  readonly window: number;
  readonly scale: number;
}

/** The sizes that the kernel is told, and where heads and rows lie in its buffers. */
interface Plan {
  readonly sizes: readonly [
    batch: number,
    heads: number,
    kvHeads: number,
    queryLen: number,
    keyLen: number,
    dim: number
  ];
  readonly layout: readonly number[];
  readonly options: readonly [causal: number, window: number, scale: number];
}

const contiguous = ({shape}: Tensor): readonly [number, number, number] => {
  const [, heads, rows, dim] = shape as readonly [number, number, number, number];
  return [heads * rows * dim, rows * dim, dim];
};

const optionsOf = ({causal, window, scale}: Params): readonly [number, number, number] => [
  causal ? 1 : 0,
  window,
  scale
];

function planOf(query: Tensor, key: Tensor, params: Params): Plan {
  const [batch, heads, queryLen, dim] = query.shape as readonly [number, number, number, number];
  return {
    sizes: [batch, heads, key.shape[1]!, queryLen, key.shape[2]!, dim],
    layout: [...contiguous(query), ...contiguous(key), ...contiguous(query)],
    options: optionsOf(params)
  };
}

/**
 * O = P·V with P = softmax(scale·Q·Kᵀ) over the keys that a query sees.
 *
 * V̄ = Pᵀ·Ō; P̄ = Ō·Vᵀ; S̄ = P ⊙ (P̄ − Δ) by softmax's rule, where Δ_i = ⟨P̄_i, P_i⟩ = ⟨Ō_i, O_i⟩; then Q̄ = scale·S̄·K and
 * K̄ = scale·S̄ᵀ·Q. P is computed again from lse, tile by tile, so that no [queryLen, keyLen] is kept (Dao et al. 2022).
 */
const attending = fused<Params>({
  name: "attention",
  forward: ([query, key, value], params, keep) => {
    const backend = backendOf(query!.dtype);
    const {sizes, layout, options} = planOf(query!, key!, params);
    const [batch, heads, , queryLen] = sizes;
    const [out, lse] = [backend.make(sizeOf(query!.shape)), backend.make(batch * heads * queryLen)];
    const result = backend.tensor(out, query!.shape);
    backend.kernels.attention(
      ...sizes,
      ...options,
      backend.list(layout),
      backend.floats(query!),
      backend.floats(key!),
      backend.floats(value!),
      out,
      lse
    );
    keep(backend.tensor(lse, [batch, heads, queryLen]), result);
    return result;
  },
  grad: (dout, {inputs: [query, key, value], params, saved: [lse, out]}) => {
    const backend = backendOf(dout.dtype);
    const {sizes, layout, options} = planOf(query!, key!, params);
    const make = ({shape}: Tensor): Floats => backend.make(sizeOf(shape));
    const [dquery, dkey, dvalue] = [make(query!), make(key!), make(value!)];
    backend.kernels.attentionGrad(
      ...sizes,
      ...options,
      backend.list(layout),
      backend.floats(query!),
      backend.floats(key!),
      backend.floats(value!),
      backend.floats(out!),
      backend.floats(lse!),
      backend.floats(dout),
      dquery,
      dkey,
      dvalue
    );
    return [
      backend.tensor(dquery, query!.shape),
      backend.tensor(dkey, key!.shape),
      backend.tensor(dvalue, value!.shape)
    ];
  },
  composed: ([query, key, value], params) => composedAttention(query!, key!, value!, params)
});

/** What one projection makes: queries, keys and values side by side, [batch, seqLen, (heads + 2·kvHeads)·headDim]. */
interface PackedParams extends Params {
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

/** The same as `attending`, read from and written to packed rows in place: no copy to bring heads together. */
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

function check(query: Tensor, key: Tensor, value: Tensor): void {
  givenFloats("attention", "query", query);
  givenFloats("attention", "key", key);
  givenFloats("attention", "value", value);
  commonDtype("attention", [query, key, value], ["query", "key", "value"]);
  const [q, k] = [query.shape, key.shape];
  const fit =
    q.length === 4 &&
    k.length === 4 &&
    value.shape.length === 4 &&
    q[0] === k[0] &&
    q[3] === k[3] &&
    sameShape(k.slice(0, 3), value.shape.slice(0, 3)) &&
    k[1]! > 0 &&
    q[1]! % k[1]! === 0;
  if (!fit)
    throw new ShapeError(
      "attention",
      "query [batch, heads, queryLen, headDim], key and value [batch, kvHeads, keyLen, headDim], kvHeads dividing heads",
      [foundShape("query", query), foundShape("key", key), foundShape("value", value)]
    );
}

/**
 * Scaled dot-product attention (Vaswani et al. 2017, equation 1): softmax(scale·query·keyᵀ + bias)·value.
 *
 * Query [batch, heads, queryLen, headDim]; key and value [batch, kvHeads, keyLen, headDim], where head h reads kv head
 * ⌊h·kvHeads/heads⌋. Fewer queries than keys are the last ones, as with a cache. Causal and windowed attention run in
 * one fused kernel; a mask, a prefix, ALiBi slopes, a soft cap or values of another width in the composition.
 *
 * @throws ShapeError, with all shapes, if they do not fit.
 */
export function attention(query: Tensor, key: Tensor, value: Tensor, options: AttentionOptions = {}): Tensor {
  check(query, key, value);
  checkFields("attention.options", options, ["causal", "window", "prefix", "mask", "slopes", "softcap", "scale"]);
  const {causal = false, window, scale = scaleOf(query.shape[3]!)} = options;
  if (window !== undefined) whole("attention.window", window, {least: 1});
  real("attention.scale", scale);
  const {mask, prefix = 0, slopes, softcap} = options;
  whole("attention.prefix", prefix);
  checkSpecial(query, key, options);
  const special = mask !== undefined || prefix > 0 || slopes !== undefined || softcap !== undefined;
  return special || value.shape[3] !== query.shape[3]
    ? composedAttention(query, key, value, {...options, scale})
    : apply(attending, [query, key, value], {causal, window: window ?? 0, scale});
}

/** 1/√headDim; of no numbers, whose scores are all 0, any scale. */
const scaleOf = (headDim: number): number => (headDim === 0 ? 1 : 1 / Math.sqrt(headDim));

function checkSpecial(query: Tensor, key: Tensor, {mask, slopes, softcap}: AttentionOptions): void {
  const scores = [...query.shape.slice(0, 3), key.shape[2]!];
  if (softcap !== undefined) real("attention.softcap", softcap, {above: 0});
  if (slopes !== undefined && listOf("attention.slopes", slopes).length !== query.shape[1])
    throw new ShapeError("attention", "a slope for each head", [found("slopes", slopes), foundShape("query", query)]);
  slopes?.forEach((slope) => real("attention.slopes", slope));
  if (mask === undefined) return;
  givenKind("attention", "mask", mask, "bool", "make truth values of it: notEqual(mask, 0)");
  if (!sameShape(broadcastShapes(mask.shape, scores, "attention"), scores))
    throw new ShapeError("attention", "a mask that broadcasts to [batch, heads, queryLen, keyLen]", [
      foundShape("mask", mask),
      foundShape("scores", {shape: scores})
    ]);
}

/** How many heads there are, and what each sees. */
export interface SelfAttentionOptions {
  readonly heads: number;
  /** Heads of keys and values, each shared by a group of query heads: as many as `heads` unless named. */
  readonly kvHeads?: number;
  /** Whether a position sees none after it: true unless named. */
  readonly causal?: boolean;
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
