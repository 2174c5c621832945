import {tensorsOf} from "../autodiff/variables.js";
import {whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import type {WritingRequest, WritingStep} from "../decode/writing.js";
import type {Transformer} from "../nn/transformer/transformer.js";
import type {TransformerParams} from "../nn/transformer/transformerParams.js";
import {region} from "../tensor/region.js";
import {keepIn} from "../tensor/storage.js";
import {batchWriter, type BatchText} from "./batchWriter.js";

/** What each text of a batch gained. */
export interface BatchStep {
  /** One for each request: its next token, or undefined if it had ended before. */
  readonly steps: readonly (WritingStep | undefined)[];
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
 * nothing. One token of each text at a time, for `for … of`. Where texts come and go meanwhile, `batchWriter` is what writes.
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
  const {begin, round} = batchWriter(model, params);
  let texts = requests.map((request, i) => begin(request, `generateBatch.requests[${i}]`));
  const living = (): boolean => texts.some(({state}) => state.ended === undefined);
  const next = (): BatchStep => {
    const before: readonly BatchText[] = texts;
    texts = [...round(texts)];
    return {steps: texts.map(({state}, i) => (before[i]!.state.ended === undefined ? state.last : undefined))};
  };
  while (living()) {
    const rounds: BatchStep[] = [];
    keepIn(params, tensorsOf);
    region(() => {
      while (living() && rounds.length < ahead) rounds.push(next());
    });
    yield* rounds;
  }
}
