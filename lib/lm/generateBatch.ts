import {tensorsOf} from "../autodiff/variables.js";
import {whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {ConfigError, found} from "../core/errors.js";
import {writingMachine, type WritingRequest, type WritingStep} from "../decode/writing.js";
import {readOn} from "../nn/transformer/keyValueCache.js";
import type {Transformer} from "../nn/transformer/transformer.js";
import type {TransformerParams} from "../nn/transformer/transformerParams.js";
import {tensor} from "../tensor/make.js";
import {region} from "../tensor/region.js";
import {keepIn} from "../tensor/storage.js";
import {goneOn, readingOf, type Reading, type ReadText} from "./readingWindow.js";

/** What each text of a batch gained. */
export interface BatchStep {
  /** One for each request: its next token, or undefined if it had ended before. */
  readonly steps: readonly (WritingStep | undefined)[];
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

/** What `generateBatch` can be told. */
export interface GenerateBatchOptions {
  /**
   * Rounds that are worked out together before the first of them is handed on: 1 unless it is named. The engine is given the
   * parameters once for all of them, so 8 are faster, and whoever leaves early waits for up to 7 that nobody reads.
   */
  readonly ahead?: number;
}

/**
 * Writes many texts at once with one transformer: each has a prompt, a key, a rule, a length and ends of its own, and comes out
 * as `writing` with `cachedReader` writes it alone, to the bit. Prompts may be of any lengths; a text that has ended costs
 * nothing. One token of each text at a time, for `for … of`.
 *
 * Beyond the context, each text is read in windows that move by half of it; with an attention window, old positions are dropped.
 *
 * @throws ConfigError, when the first step is asked for, for requests that cannot be, or a model that sees what comes after.
 */
export function* generateBatch(
  model: Transformer,
  params: TransformerParams,
  requests: readonly WritingRequest[],
  options: GenerateBatchOptions = {}
): Generator<BatchStep, void, undefined> {
  checkFields("generateBatch.options", options, ["ahead"]);
  const ahead = whole("generateBatch.ahead", options.ahead ?? 1, {least: 1});
  const machines = requests.map((request, i) => {
    const where = `generateBatch.requests[${i}]`;
    const machine = writingMachine(request, where);
    if (request.prompt.length > 0) return machine;
    throw new ConfigError(
      `${where}.prompt`,
      "a transformer reads at least one id",
      [found("prompt", request.prompt)],
      "begin with the id of a begin, or of an end"
    );
  });
  const reading = readingOf(model.config);
  let states = machines.map(({start}) => start);
  let texts: readonly (ReadText | undefined)[] = machines.map(() => undefined);
  const living = (): readonly number[] => Array.from(states.keys()).filter((i) => states[i]!.ended === undefined);
  const round = (live: readonly number[]): BatchStep => {
    const asked = live.map((i) => goneOn(reading, texts[i], states[i]!.ids));
    const read = new Map(readAll(model, params, reading, asked).map((text, row) => [live[row]!, text]));
    texts = texts.map((_, i) => read.get(i)); // of what has ended nothing is kept
    states = states.map((state, i) => {
      const logits = read.get(i)?.logits;
      return logits === undefined ? state : machines[i]!.next(state, logits);
    });
    return {steps: states.map(({last}, i) => (read.has(i) ? last : undefined))};
  };
  while (living().length > 0) {
    const rounds: BatchStep[] = [];
    keepIn(params, tensorsOf);
    region(() => {
      for (let live = living(); live.length > 0 && rounds.length < ahead; live = living()) rounds.push(round(live));
    });
    yield* rounds;
  }
}
