import {tensorsOf} from "../autodiff/variables.js";
import {whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {ConfigError, found} from "../core/errors.js";
import type {Looked} from "../decode/contrastive.js";
import type {Predict} from "../decode/logits.js";
import {emptyCache, firstPositions, readOn, type KeyValueCache} from "../nn/transformer/keyValueCache.js";
import type {Transformer} from "../nn/transformer/transformer.js";
import type {TransformerParams} from "../nn/transformer/transformerParams.js";
import {tensor} from "../tensor/make.js";
import {region} from "../tensor/region.js";
import {keepIn} from "../tensor/storage.js";
import {readingOf} from "./readingWindow.js";

/**
 * A transformer as functions of ids, for whatever writes with it. What they answer depends on the ids alone, but for rounding;
 * what they remember makes them fast.
 */
export interface CachedReader {
  /** Logits of what follows the ids: `[vocabSize]`. */
  readonly predict: Predict;
  /** Logits of what follows the first `from` ids, the first from + 1, and so on to all of them, read at once. */
  readonly predictEach: (context: ArrayLike<number>, from: number) => readonly Float64Array[];
  /** The same as `predict`, with the residual stream of the last id, after the last block and before the last norm. */
  readonly look: (context: ArrayLike<number>) => Looked;
}

/** What `cachedReader` can be told. */
export interface CachedReaderOptions {
  /** How many texts are remembered, those that were read last: 8 unless it is named. For beams, twice as many as there are. */
  readonly remember?: number;
}

/** What was read, and what is remembered of it. */
interface Read {
  readonly start: number;
  readonly ids: Int32Array;
  readonly cache: KeyValueCache;
  readonly last: Looked;
}

function commonLength(a: Int32Array, b: Int32Array): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length++;
  return length;
}

/**
 * A transformer that reads on from the longest beginning that it remembers. Beyond its context it reads in windows that move
 * by half of it; with an attention window it reads on, and drops the positions that nothing sees any more.
 *
 * @throws ConfigError for a model that sees what comes after, and, by what it returns, for no ids.
 */
export function cachedReader(
  model: Transformer,
  params: TransformerParams,
  options: CachedReaderOptions = {}
): CachedReader {
  checkFields("cachedReader.options", options, ["remember"]);
  const remember = whole("cachedReader.remember", options.remember ?? 8, {least: 1});
  const {start: startOf, kept, serves} = readingOf(model.config);
  let memory: readonly Read[] = [];
  /** What follows the first `from` ids and more, of a window that they all share. */
  const read = (context: ArrayLike<number>, from: number): readonly Looked[] => {
    const start = startOf(context.length);
    const ids = Int32Array.from(context).subarray(start);
    let [cache, length]: [KeyValueCache, number] = [emptyCache, 0];
    for (const before of memory) {
      if (before.start !== start) continue;
      const common = commonLength(before.ids, ids);
      if (from === context.length && common === ids.length && common === before.ids.length) return [before.last];
      const usable = Math.min(common, from - start - 1);
      if (usable > length && serves(before.cache, usable))
        [cache, length] = [firstPositions(before.cache, usable), usable];
    }
    const rest = ids.subarray(length);
    keepIn(params, tensorsOf);
    const {looked, cache: next} = region(() => {
      const {logits, residual, caches} = readOn(model, params, tensor(rest, {shape: [1, rest.length]}), [cache]);
      const row = ({data, shape}: typeof logits, i: number): Float64Array =>
        Float64Array.from(data.slice(i * shape[2]!, (i + 1) * shape[2]!));
      const first = from - start - length - 1;
      const places = Array.from({length: rest.length - first}, (_, i) => first + i);
      return {looked: places.map((i) => ({logits: row(logits, i), hidden: row(residual, i)})), cache: caches[0]!};
    });
    const now: Read = {start, ids, cache: kept(next), last: looked.at(-1)!};
    memory = [now, ...memory].slice(0, remember);
    return looked;
  };
  const look = (context: ArrayLike<number>): Looked => {
    if (context.length === 0)
      throw new ConfigError(
        "cachedReader.context",
        "a transformer reads at least one id",
        [found("ids", 0)],
        "begin with the id of a begin, or of an end"
      );
    return copied(read(context, context.length)[0]!);
  };
  const predict: Predict = (context) => look(context).logits;
  return {
    predict,
    look,
    predictEach: (context, from) => {
      whole("cachedReader.from", from, {least: 1, most: context.length});
      const all = Array.from(context);
      if (startOf(from) === startOf(all.length)) return read(all, from).map((each) => copied(each).logits);
      return Array.from({length: all.length - from + 1}, (_, i) => predict(all.slice(0, from + i)));
    }
  };
}

/** Who is given numbers may change them; what is remembered stays. */
const copied = ({logits, hidden}: Looked): Looked => ({logits: logits.slice(), hidden: Float64Array.from(hidden)});
