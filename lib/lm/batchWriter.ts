import {tensorsOf} from "../autodiff/variables.js";
import {ConfigError, found} from "../core/errors.js";
import {writingMachine, type WritingMachine, type WritingRequest, type WritingState} from "../decode/writing.js";
import {readOn} from "../nn/transformer/keyValueCache.js";
import type {Transformer} from "../nn/transformer/transformer.js";
import type {TransformerParams} from "../nn/transformer/transformerParams.js";
import {tensor} from "../tensor/make.js";
import {region} from "../tensor/region.js";
import {keepIn} from "../tensor/storage.js";
import {goneOn, readingOf, type Reading, type ReadText} from "./readingWindow.js";

/** A text in the making, as a value: whoever holds it may go on with it, in any company, or leave it. */
export interface BatchText {
  readonly state: WritingState;
  /** Logits that its last token was drawn from, before the rule; undefined before the first. */
  readonly logits: Float64Array | undefined;
}

/** What writes many texts at once, which come and go between its rounds. */
export interface BatchWriter<T extends BatchText = BatchText> {
  /**
   * A text of which nothing is written yet.
   *
   * @param where - What errors call the request.
   * @throws ConfigError for a request that cannot be.
   */
  readonly begin: (request: WritingRequest, where?: string) => T;
  /** The same texts, each with one token more; those that have ended as they are. */
  readonly round: (texts: readonly T[]) => readonly T[];
}

/** A text that a transformer writes. */
export interface TransformerText extends BatchText {
  readonly machine: WritingMachine;
  /** What was read of it; nothing is kept of one that has ended. */
  readonly read: ReadText | undefined;
}

/** Ids of a text that are not yet read. */
const unread = ({ids, start, cache}: ReadText): number => ids.length - start - cache.length;

/**
 * Reads all that is unread of some texts: as many ids of each, as long as all have so many, so that no place is padding.
 */
function readAll(
  model: Transformer,
  params: TransformerParams,
  {kept}: Reading,
  texts: readonly ReadText[]
): readonly ReadText[] {
  let now = texts;
  for (;;) {
    const waiting = Array.from(now.keys()).filter((i) => unread(now[i]!) > 0);
    if (waiting.length === 0) return now;
    const count = Math.min(...waiting.map((i) => unread(now[i]!)));
    const ids = waiting.flatMap((i) => {
      const {ids: all, start, cache} = now[i]!;
      return all.slice(start + cache.length, start + cache.length + count);
    });
    const read = region(() => {
      const {logits, caches} = readOn(
        model,
        params,
        tensor(Int32Array.from(ids), {shape: [waiting.length, count]}),
        waiting.map((i) => now[i]!.cache)
      );
      const [data, width] = [logits.data, logits.shape[2]!];
      return caches.map((cache, row) => ({
        cache: kept(cache),
        logits: Float64Array.from(data.slice(((row + 1) * count - 1) * width, (row + 1) * count * width))
      }));
    });
    now = now.map((text, i) => (waiting.includes(i) ? {...text, ...read[waiting.indexOf(i)]!} : text));
  }
}

/**
 * Continuous batching (Yu et al. 2022, section 3.1): a transformer that writes whatever texts it is given one token further, so
 * that each round may have other texts. Each comes out as `writing` with `cachedReader` writes it alone, to the bit, whoever
 * else is there.
 *
 * Beyond the context, each text is read in windows that move by half of it; with an attention window, old positions are dropped.
 *
 * @throws ConfigError, in a round, for a model that sees what comes after.
 * @see Yu et al., Orca, 2022. https://www.usenix.org/conference/osdi22/presentation/yu
 */
export function batchWriter(model: Transformer, params: TransformerParams): BatchWriter<TransformerText> {
  const reading = readingOf(model.config);
  return {
    begin: (request, where = "batchWriter.request") => {
      const machine = writingMachine(request, where);
      if (request.prompt.length > 0) return {machine, state: machine.start, logits: undefined, read: undefined};
      throw new ConfigError(
        `${where}.prompt`,
        "a transformer reads at least one id",
        [found("prompt", request.prompt)],
        "begin with the id of a begin, or of an end"
      );
    },
    round: (texts) => {
      const live = texts.filter(({state}) => state.ended === undefined);
      const asked = live.map(({read, state}) => goneOn(reading, read, state.ids));
      keepIn(params, tensorsOf);
      const read = readAll(model, params, reading, asked);
      const gone = new Map(
        live.map((text, row): readonly [TransformerText, TransformerText] => {
          const {logits} = read[row]!;
          const state = text.machine.next(text.state, logits!);
          return [text, {...text, state, logits, read: state.ended === undefined ? read[row] : undefined}];
        })
      );
      return texts.map((text) => gone.get(text) ?? text);
    }
  };
}
