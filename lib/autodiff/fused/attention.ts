import {real, whole} from "../../core/check.js";
import {checkFields} from "../../core/checkFields.js";
import {found, ShapeError} from "../../core/errors.js";
import {sizeOf, type FloatDtype, type Tensor} from "../../core/tensorData.js";
import {backendOf, commonDtype, type Floats} from "../../tensor/backend.js";
import {givenFloats, givenKind, listOf} from "../../tensor/given.js";
import {broadcastShapes, foundShape, sameShape} from "../../tensor/shape.js";
import {broadcastTo} from "../ops/broadcast.js";
import {apply} from "../tracked.js";
import {composedAttention, type MaskOptions} from "./composedAttention.js";
import {fused} from "./fused.js";
import {eye} from "../../tensor/make.js";
import {transpose} from "../ops/strided.js";

/** Which keys a query sees, and how scores are scaled. */
export interface AttentionOptions extends MaskOptions {
  /** What scores are multiplied by: 1/√headDim unless it is named. */
  readonly scale?: number;
  /**
   * The axis of heads, in what comes in and what goes out: 1 unless it is named. With 2, all are [batch, length, heads,
   * headDim], as linear layers give them, and nothing is copied to bring heads together.
   */
  readonly headAxis?: 1 | 2;
}

/** What the kernel is told besides sizes. */
export interface Seeing {
  readonly causal: boolean;
  readonly window: number;
  readonly scale: number;
}

interface Params extends Seeing {
  readonly headAxis: 1 | 2;
}

/** The sizes that the kernel is told, and where heads and rows lie in its buffers. */
export interface Plan {
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

type Shape = readonly [batch: number, heads: number, rows: number, dim: number];

/** Shape of a tensor as if its heads came before its rows. */
const headsFirst = ({shape}: Tensor, headAxis: 1 | 2): Shape => {
  const [batch, a, b, dim] = shape as Shape;
  return headAxis === 1 ? [batch, a, b, dim] : [batch, b, a, dim];
};

/** Strides of batch, head and row. */
const strides = ([, heads, rows, dim]: Shape, headAxis: 1 | 2): readonly [number, number, number] =>
  headAxis === 1 ? [heads * rows * dim, rows * dim, dim] : [heads * rows * dim, dim, heads * dim];

export const optionsOf = ({causal, window, scale}: Seeing): readonly [number, number, number] => [
  causal ? 1 : 0,
  window,
  scale
];

function planOf(query: Tensor, key: Tensor, params: Params): Plan {
  const {headAxis} = params;
  const [q, k] = [headsFirst(query, headAxis), headsFirst(key, headAxis)];
  const [batch, heads, queryLen, dim] = q;
  const [mine, theirs] = [strides(q, headAxis), strides(k, headAxis)];
  return {
    sizes: [batch, heads, k[1], queryLen, k[2], dim],
    layout: [...mine, ...theirs, ...mine],
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
  composed: ([query, key, value], {headAxis, ...options}) => composedAlong(headAxis, query!, key!, value!, options)
});

const swapped = (x: Tensor): Tensor => transpose(x, [0, 2, 1, 3]);

/** `composedAttention` of tensors whose heads lie along an axis. */
function composedAlong(
  headAxis: 1 | 2,
  query: Tensor,
  key: Tensor,
  value: Tensor,
  options: Parameters<typeof composedAttention>[3]
): Tensor {
  return headAxis === 1
    ? composedAttention(query, key, value, options)
    : swapped(composedAttention(swapped(query), swapped(key), swapped(value), options));
}

function check(name: string, query: Tensor, key: Tensor, value: Tensor, headAxis: 1 | 2): void {
  givenFloats(name, "query", query);
  givenFloats(name, "key", key);
  givenFloats(name, "value", value);
  commonDtype(name, [query, key, value], ["query", "key", "value"]);
  const four = [query, key, value].every(({shape}) => shape.length === 4);
  const [q, k, v] = [query, key, value].map((x) => headsFirst(x, headAxis)) as [Shape, Shape, Shape];
  const fit =
    four && q[0] === k[0] && q[3] === k[3] && sameShape(k.slice(0, 3), v.slice(0, 3)) && k[1] > 0 && q[1] % k[1] === 0;
  if (fit) return;
  const [heads, kvHeads] =
    headAxis === 1 ? ["heads, queryLen", "kvHeads, keyLen"] : ["queryLen, heads", "keyLen, kvHeads"];
  throw new ShapeError(
    name,
    `query [batch, ${heads}, headDim], key and value [batch, ${kvHeads}, headDim], kvHeads dividing heads`,
    [foundShape("query", query), foundShape("key", key), foundShape("value", value)]
  );
}

/**
 * Scaled dot-product attention (Vaswani et al. 2017, equation 1): softmax(scale·query·keyᵀ + bias)·value.
 *
 * Query [batch, heads, queryLen, headDim]; key and value [batch, kvHeads, keyLen, headDim], where head h reads kv head
 * ⌊h·kvHeads/heads⌋; with heads behind positions if `headAxis` says so. Fewer queries than keys are the last ones, as with a cache. Causal and windowed attention run in
 * one fused kernel; a mask, a prefix, ALiBi slopes, a soft cap or values of another width in the composition.
 *
 * @throws ShapeError, with all shapes, if they do not fit.
 */
export function attention(query: Tensor, key: Tensor, value: Tensor, options: AttentionOptions = {}): Tensor {
  const {headAxis, special, ...settings} = settle("attention", query, key, value, options);
  return special || value.shape[3] !== query.shape[3]
    ? composedAlong(headAxis, query, key, value, settings)
    : apply(attending, [query, key, value], {...seeing(settings), headAxis});
}

const seeing = ({causal = false, window = 0, scale}: Omit<Settled, "headAxis" | "special">): Seeing => ({
  causal,
  window,
  scale
});

/**
 * How much each query attends to each key, softmax(scale·query·keyᵀ + bias): [batch, heads, queryLen, keyLen], whose rows sum
 * to 1. It is attention to values that tell keys apart: the rows of the identity.
 *
 * @throws ShapeError, with all shapes, if they do not fit.
 */
export function attentionPattern(query: Tensor, key: Tensor, options: AttentionOptions = {}): Tensor {
  const {headAxis, special: _, ...settings} = settle("attentionPattern", query, key, key, options);
  const [q, k] = headAxis === 1 ? [query, key] : [swapped(query), swapped(key)];
  const [batch, kvHeads, keyLen] = k.shape as Shape;
  const values = broadcastTo(eye(keyLen, query.dtype as FloatDtype), [batch, kvHeads, keyLen, keyLen]);
  return composedAttention(q, k, values, settings);
}

interface Settled extends MaskOptions {
  readonly scale: number;
  readonly headAxis: 1 | 2;
  /** Whether the kernel does not know what is asked for. */
  readonly special: boolean;
}

const fields = ["causal", "window", "prefix", "mask", "slopes", "softcap", "scale", "headAxis"];

function settle(name: string, query: Tensor, key: Tensor, value: Tensor, options: AttentionOptions): Settled {
  checkFields(`${name}.options`, options, fields);
  const {headAxis = 1, ...others} = options;
  whole(`${name}.headAxis`, headAxis, {least: 1, most: 2});
  check(name, query, key, value, headAxis);
  const {window, scale = scaleOf(query.shape[3]!), mask, prefix = 0, slopes, softcap} = others;
  if (window !== undefined) whole(`${name}.window`, window, {least: 1});
  real(`${name}.scale`, scale);
  whole(`${name}.prefix`, prefix);
  checkSpecial(name, headsFirst(query, headAxis), headsFirst(key, headAxis), options);
  const special = mask !== undefined || prefix > 0 || slopes !== undefined || softcap !== undefined;
  return {...others, scale, headAxis, special};
}

/** 1/√headDim; of no numbers, whose scores are all 0, any scale. */
export const scaleOf = (headDim: number): number => (headDim === 0 ? 1 : 1 / Math.sqrt(headDim));

function checkSpecial(name: string, query: Shape, key: Shape, {mask, slopes, softcap}: AttentionOptions): void {
  const scores = [...query.slice(0, 3), key[2]];
  if (softcap !== undefined) real(`${name}.softcap`, softcap, {above: 0});
  if (slopes !== undefined && listOf(`${name}.slopes`, slopes).length !== query[1])
    throw new ShapeError(name, "a slope for each head", [found("slopes", slopes), found("heads", query[1])]);
  slopes?.forEach((slope) => real(`${name}.slopes`, slope));
  if (mask === undefined) return;
  givenKind(name, "mask", mask, "bool", "make truth values of it: notEqual(mask, 0)");
  if (!sameShape(broadcastShapes(mask.shape, scores, name), scores))
    throw new ShapeError(name, "a mask that broadcasts to [batch, heads, queryLen, keyLen]", [
      foundShape("mask", mask),
      foundShape("scores", {shape: scores})
    ]);
}
