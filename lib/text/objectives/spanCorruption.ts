import {real} from "../../core/check.js";
import {checkFields} from "../../core/checkFields.js";
import {ConfigError, found, FormatError} from "../../core/errors.js";
import {split} from "../../core/random/key.js";
import type {Key} from "../../core/random/threefry.js";
import {drawnOf, keyAt, shareOf, type Objective} from "./objective.js";

/** How spans are taken out, as T5 does unless it is named (Raffel et al. 2020, section 3.3). */
export interface SpanCorruptionOptions {
  /** Ids that no text has: the i-th stands for the i-th span, and one more for the end of the targets. */
  readonly sentinels: readonly number[];
  /** The share of tokens that are in spans: 0.15 unless it is named. */
  readonly rate?: number;
  /** Tokens of a span, on the mean: 3. */
  readonly meanSpan?: number;
}

/** A text in two parts, which together are the whole text. */
export interface SpanExample {
  /** The text with a sentinel in the place of each span: what an encoder reads, or a prefix. */
  readonly inputs: Int32Array;
  /** Each span behind its sentinel, and the next sentinel as the end: what is to be said. */
  readonly targets: Int32Array;
}

/** n things in a row, cut into so many parts of at least one, each way as likely as every other. */
function cutInto(key: Key, n: number, parts: number): readonly number[] {
  const borders = [0, ...Array.from(drawnOf(key, n - 1, parts - 1), (border) => border + 1), n];
  return Array.from({length: parts}, (_, i) => borders[i + 1]! - borders[i]!);
}

function checkSentinels(where: string, sentinels: readonly number[]): void {
  if (!Array.isArray(sentinels) || new Set(sentinels).size !== sentinels.length || sentinels.length < 2)
    throw new ConfigError(`${where}.sentinels`, "there are at least two ids, all different", [
      found("sentinels", sentinels)
    ]);
}

/**
 * Spans of a text, from the rest of it (Raffel et al. 2020, section 3.1.4 and appendix B): 15 % of the tokens, in spans of
 * three on the mean, so many that the mean is as near as it can be. Each way to cut that many tokens into spans is as likely
 * as every other, and so is each way to cut the rest into what stands before them: a text begins with a token that is kept.
 * `joinSpans` is the way back.
 *
 * @throws ConfigError for settings that cannot be, a text that has sentinels, and more spans than there are sentinels for;
 *   TextError for fewer than two ids.
 */
export function spanCorruption(options: SpanCorruptionOptions): Objective<SpanExample> {
  const where = "spanCorruption";
  checkFields(where, options, ["sentinels", "rate", "meanSpan"]);
  const {sentinels, rate = 0.15, meanSpan = 3} = options;
  checkSentinels(where, sentinels);
  real(`${where}.rate`, rate, {above: 0, below: 1});
  real(`${where}.meanSpan`, meanSpan, {least: 1});
  const reserved = new Set(sentinels);
  return (ids, key, step) => {
    const [spansKey, restKey] = split(keyAt(where, ids, 2, key, step)) as readonly [Key, Key];
    const text = Int32Array.from(ids);
    const taken = text.findIndex((id) => reserved.has(id));
    if (taken >= 0)
      throw new ConfigError(where, "no text has sentinels: they stand for what was taken out", [
        found(`ids[${taken}]`, text[taken])
      ]);
    const gone = shareOf(text.length, rate);
    const count = Math.max(1, Math.min(Math.round(gone / meanSpan), text.length - gone));
    if (count >= sentinels.length)
      throw new ConfigError(
        `${where}.sentinels`,
        "there is a sentinel for each span, and one for the end",
        [found("spans", count), found("sentinels", sentinels.length)],
        "give more of them, or shorter texts"
      );
    const [spans, kept] = [cutInto(spansKey, gone, count), cutInto(restKey, text.length - gone, count)];
    const [inputs, targets]: [number[], number[]] = [[], []];
    let at = 0;
    spans.forEach((length, i) => {
      inputs.push(...text.subarray(at, at + kept[i]!), sentinels[i]!);
      at += kept[i]!;
      targets.push(sentinels[i]!, ...text.subarray(at, at + length));
      at += length;
    });
    return {inputs: Int32Array.from(inputs), targets: Int32Array.from([...targets, sentinels[count]!])};
  };
}

/**
 * The text whose spans were taken out: of the inputs, each sentinel gives way to what stands behind it in the targets.
 *
 * @throws FormatError if the targets lack a span that the inputs name, as a model’s own may.
 */
export function joinSpans(
  {inputs, targets}: {readonly inputs: ArrayLike<number>; readonly targets: ArrayLike<number>},
  sentinels: readonly number[]
): Int32Array {
  checkSentinels("joinSpans", sentinels);
  const reserved = new Set(sentinels);
  const spans = new Map<number, number[]>();
  let open: number[] = [];
  for (const id of Array.from(targets)) {
    if (reserved.has(id)) spans.set(id, (open = []));
    else open.push(id);
  }
  const text = Array.from(inputs).flatMap((id) => {
    if (!reserved.has(id)) return [id];
    const span = spans.get(id);
    if (span === undefined)
      throw new FormatError("joinSpans", "each sentinel of the inputs is in the targets", [found("sentinel", id)]);
    return span;
  });
  return Int32Array.from(text);
}
