import type {Key} from "../core/random/threefry.js";
import type {Reuse} from "../core/stage.js";
import type {Tensor} from "../core/tensorData.js";
import {tensor} from "../tensor/make.js";
import {heldOut, type HeldOut} from "../text/heldOut.js";
import {heldOutDocuments, type DocumentEnds} from "../text/heldOutDocuments.js";
import type {Tokenizer} from "../text/tokenizer.js";
import type {LmConfig, LmTrainingConfig} from "./lmConfig.js";

/** Contexts of one length, [batch, context], and the token that follows each, [batch], as int32. */
export interface ContextBatch {
  readonly contexts: Tensor;
  readonly next: Tensor;
  /** What is random about a step besides, such as which activations it drops; not where a model is judged. */
  readonly key?: Key;
}

/** The text of a language model; of documents, also what stands between them. */
export interface LmText extends HeldOut {
  readonly documents?: DocumentEnds;
}

/** What cuts the text into tokens: one of those that every model knows, or a maker with the settings that it is made from. */
interface Cutting {
  readonly make: (train: string) => Tokenizer;
  readonly of: readonly (string | number)[];
}

/** The text that a config names, in its two parts. A fork reads it again only if one of its own settings changes. */
export const lmText = (
  {corpus, validation, documents}: Required<Pick<LmTrainingConfig, "corpus" | "validation" | "documents">>,
  cutting: Required<LmConfig>["tokens"] | Cutting,
  reuse: Reuse
): LmText => {
  const [tokens, of] = typeof cutting === "string" ? [cutting, [cutting]] : [cutting.make, cutting.of];
  return reuse("text", [corpus, validation, documents, ...of], () =>
    documents ? heldOutDocuments(corpus, {share: validation, tokens}) : heldOut(corpus, {share: validation, tokens})
  );
};

/** What stands before a text's first token: the begin of documents, or else id 0. */
export const padOf = ({documents}: Pick<LmText, "documents">): number => documents?.begin ?? 0;

/** Whether a text, or a document of it, begins at this place of its ids. */
export const begins = ({documents}: Pick<LmText, "documents">, ids: ArrayLike<number>, at: number): boolean =>
  at === 0 || (documents !== undefined && ids[at - 1] === documents.end);

/** The tokens before a place, as many as the row has room for: not those of another document, for which the pad stands. */
function fillContext(text: Pick<LmText, "documents">, ids: ArrayLike<number>, place: number, row: Int32Array): void {
  let at = place;
  for (let i = row.length - 1; i >= 0; i--) row[i] = begins(text, ids, at) ? padOf(text) : ids[--at]!;
}

/** The contexts of places in a list of ids, [places, context]. A place may be the list's end. */
export function contextsAt(
  text: Pick<LmText, "documents">,
  ids: ArrayLike<number>,
  places: ArrayLike<number>,
  context: number
): Tensor {
  const contexts = new Int32Array(places.length * context);
  for (let row = 0; row < places.length; row++)
    fillContext(text, ids, places[row]!, contexts.subarray(row * context, (row + 1) * context));
  return tensor(contexts, {shape: [places.length, context]});
}

/**
 * The contexts of places in a list of ids, and what follows them: a batch of one's own choice, where a stage's `data` draws.
 *
 * @param text - an opened model, or anything that knows what stands between documents
 * @param places - of the tokens that are to be predicted: whole numbers below ids.length
 * @param context - tokens before each
 * @returns contexts [places, context] and next [places], int32
 */
export const windowsAt = (
  text: Pick<LmText, "documents">,
  ids: ArrayLike<number>,
  places: ArrayLike<number>,
  context: number
): ContextBatch => ({
  contexts: contextsAt(text, ids, places, context),
  next: tensor(Int32Array.from(places, (place) => ids[place]!))
});
