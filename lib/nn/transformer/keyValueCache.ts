import {concat} from "../../autodiff/ops/join.js";
import {slice} from "../../autodiff/ops/strided.js";
import {whole} from "../../core/check.js";
import {ConfigError, found} from "../../core/errors.js";
import {sizeOf, type FloatDtype, type Tensor} from "../../core/tensorData.js";
import {region} from "../../tensor/region.js";
import {arrayOf, heapTensor} from "../../tensor/storage.js";
import {checkIds} from "./layers.js";
import type {Transformer} from "./transformer.js";
import type {TransformerParams} from "./transformerParams.js";

/** Room for rows of numbers, of which the first `used` are taken: shared by all caches that are one another's past. */
export interface RoomOfRows {
  readonly array: Float32Array | Float64Array;
  used: number;
}

/** What a layer keeps: keys as they meet queries, and values. */
export interface KeptRows {
  readonly keys: RoomOfRows;
  readonly values: RoomOfRows;
  /** Numbers of a position. */
  readonly row: number;
}

/**
 * Keys and values of the positions of one sequence that were read, in every layer: an immutable value. One that is read on
 * from shares them with what comes of it, as two lists share their beginning.
 */
export interface KeyValueCache {
  /** Positions that were read. */
  readonly length: number;
  /** The first position that is kept; those before it were dropped. */
  readonly start: number;
  /** What each layer keeps: see `cachedTensors`. */
  readonly layers: readonly KeptRows[];
}

/** The cache of a sequence of which nothing was read. */
export const emptyCache: KeyValueCache = {length: 0, start: 0, layers: []};

/** Keys and values of each layer, [1, length, kvHeads, headDim] of those that are kept. */
export function cachedTensors(
  {config: {kvHeads, headDim}}: Pick<Transformer, "config">,
  {length, start, layers}: KeyValueCache
): readonly {readonly key: Tensor; readonly value: Tensor}[] {
  const shape = [1, length - start, kvHeads, headDim];
  const tensorOf = ({array}: RoomOfRows): Tensor => heapTensor(array.subarray(0, sizeOf(shape)), shape, dtypeOf(array));
  return layers.map(({keys, values}) => ({key: tensorOf(keys), value: tensorOf(values)}));
}

const dtypeOf = (array: RoomOfRows["array"]): FloatDtype => (array instanceof Float64Array ? "float64" : "float32");

/** RoomOfRows behind the first `from` numbers of others: in the same room, where nobody has gone on from there and there is some. */
function appended(rows: RoomOfRows | undefined, from: number, {data, dtype}: Tensor): RoomOfRows {
  const added = data.length;
  if (rows?.used === from && rows.array.length >= from + added) {
    rows.array.set(data as ArrayLike<number>, from); // behind what any cache can see
    rows.used = from + added;
    return rows;
  }
  const array = arrayOf(dtype as FloatDtype, 2 * (from + added)) as RoomOfRows["array"];
  if (rows !== undefined) array.set(rows.array.subarray(0, from));
  array.set(data as ArrayLike<number>, from);
  return {array, used: from + added};
}

/**
 * A cache with its last positions alone. What is left still stands where it stood, and knows what it read before.
 *
 * @throws ConfigError unless `keep` is a whole number.
 */
export function lastPositions(cache: KeyValueCache, keep: number): KeyValueCache {
  whole("lastPositions.keep", keep);
  const {length, start, layers} = cache;
  const kept = length - start;
  if (keep >= kept) return cache;
  const rest = ({array}: RoomOfRows, row: number): RoomOfRows => {
    const left = array.slice((kept - keep) * row, kept * row);
    return {array: left, used: left.length};
  };
  return {
    length,
    start: length - keep,
    layers: layers.map(({keys, values, row}) => ({keys: rest(keys, row), values: rest(values, row), row}))
  };
}

/**
 * A cache as it was when so many positions were read. It shares what it has with the longer one.
 *
 * @throws ConfigError unless `length` is a whole number from the first position that is kept to the last.
 */
export function firstPositions(cache: KeyValueCache, length: number): KeyValueCache {
  whole("firstPositions.length", length, {least: cache.start, most: cache.length});
  return length === cache.length ? cache : {...cache, length};
}

/** What reading on gives. */
export interface ReadOn {
  /** Of what follows each id that was read: [batch, seqLen, vocabSize]. */
  readonly logits: Tensor;
  /** The residual stream after the last block, before the last norm: [batch, seqLen, width]. */
  readonly residual: Tensor;
  /** One for each row of the batch. */
  readonly caches: readonly KeyValueCache[];
}

/**
 * Reads ids on from caches, one for each row, which may be of different lengths: the same logits as of whole sequences,
 * without computing the past again. To read a prompt is to read on from `emptyCache`.
 *
 * @param ids - int32 [batch, seqLen]
 * @throws ConfigError for a model that sees what comes after, another number of caches than rows, and more positions than
 *   the context has.
 */
export function readOn(
  model: Transformer,
  params: TransformerParams,
  ids: Tensor,
  caches: readonly KeyValueCache[]
): ReadOn {
  const {causal, window, context, positions, kvHeads, headDim} = model.config;
  if (!causal)
    throw new ConfigError(
      "readOn.model",
      "the past of a causal model stays as it is, so that it can be kept",
      [found("causal", causal)],
      "apply the model to the whole sequence"
    );
  const [batch, seqLen] = checkIds(ids, 0, Infinity);
  if (batch !== caches.length)
    throw new ConfigError("readOn.caches", "there is a cache for each row of ids", [
      found("rows", batch),
      found("caches", caches.length)
    ]);
  for (const {length, start} of caches) {
    const count = (positions === "learned" ? length : length - start) + seqLen;
    if (count > context && (window === 0 || positions === "learned"))
      throw new ConfigError(
        "readOn.ids",
        "a sequence has at most as many positions as the model’s context",
        [found("positions", count), found("context", context)],
        "read its last part anew, from emptyCache"
      );
  }
  const row = kvHeads * headDim;
  const layers: KeptRows[][] = caches.map(() => []);
  const {logits, residual} = region(() =>
    model.run(
      params,
      ids,
      caches.map(({length}) => length),
      (heads, i) => {
        const seen = caches.map((cache, b) => {
          const one = (x: Tensor): Tensor => slice(x, [b, b + 1]);
          const turned = model.turned(
            {query: one(heads.query), key: one(heads.key), value: one(heads.value)},
            Array.from({length: seqLen}, (_, t) => cache.length + t)
          );
          const kept = (cache.length - cache.start) * row;
          const before = cache.layers[i];
          const keys = appended(before?.keys, kept, turned.key);
          const values = appended(before?.values, kept, turned.value);
          layers[b]!.push({keys, values, row});
          const shape = [1, kept / row + seqLen, kvHeads, headDim];
          const all = ({array}: RoomOfRows): Tensor =>
            heapTensor(array.subarray(0, sizeOf(shape)), shape, dtypeOf(array));
          return model.meet({query: turned.query, key: all(keys), value: all(values)});
        });
        return seen.length === 1 ? seen[0]! : concat(seen, 0);
      }
    )
  );
  return {
    logits,
    residual,
    caches: caches.map(({length, start}, b) => ({length: length + seqLen, start, layers: layers[b]!}))
  };
}
