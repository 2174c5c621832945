import {tensor} from "../../tensor/make.js";
import {region} from "../../tensor/region.js";
import {emptyCache, readOn, type KeyValueCache} from "../../nn/transformer/keyValueCache.js";
import type {Transformer} from "../../nn/transformer/transformer.js";
import type {TransformerParams} from "../../nn/transformer/transformerParams.js";

/** What was read last, and what is remembered of it. */
interface Read {
  readonly ids: Int32Array;
  readonly cache: KeyValueCache;
  readonly logits: Float64Array;
}

/**
 * Where the window begins in which a list of ids is read: at its start while the context has room for all, and then at places
 * that are half a context apart, so that what is remembered serves for half a context.
 */
export function windowStart(length: number, context: number): number {
  if (length <= context) return 0;
  const half = Math.max(1, context >> 1);
  return half * Math.ceil((length - context) / half);
}

/**
 * Logits of what follows a list of ids, by a model that reads on from what it read for the list before, if the new one begins
 * with it. What it answers depends on the ids alone.
 */
export function cachedPredict(model: Transformer, params: TransformerParams): (ids: ArrayLike<number>) => Float64Array {
  const {context} = model.config;
  let before: Read | undefined;
  return (all) => {
    const ids = Int32Array.from(all).subarray(windowStart(all.length, context));
    const known = before !== undefined && before.ids.every((id, i) => id === ids[i]) ? before : undefined;
    const read = known?.ids.length ?? 0;
    if (known === undefined || read < ids.length) {
      const rest = ids.subarray(read);
      before = region(() => {
        const {logits, caches} = readOn(model, params, tensor(rest, {shape: [1, rest.length]}), [
          known?.cache ?? emptyCache
        ]);
        const width = logits.shape[2]!;
        return {ids, cache: caches[0]!, logits: Float64Array.from(logits.data.slice((rest.length - 1) * width))};
      });
    }
    return before!.logits.slice();
  };
}
