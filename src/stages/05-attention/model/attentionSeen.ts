import {concat, crossEntropy, reshape, slice, trace, zerosLike, type Tensor} from "/lib/tensor.js";
import type {Edit, Transformer, TransformerParams} from "/lib/transformer.js";
import type {OpenModel} from "../../../components/languageModel/keptModel.js";

/** What may be changed about a trained model before it reads a sentence. */
export interface Changes {
  /** Whether a letter sees those after it too. */
  readonly causal: boolean;
  /** Whether queries and keys are turned to their positions. */
  readonly positions: boolean;
  /** A head whose answers are taken away. */
  readonly ablated?: {readonly layer: number; readonly head: number};
}

/** A head on a sentence: everything that its arithmetic is made of. */
interface HeadSeen {
  /** [length][length]: row i has the weights with which letter i looks at each letter. */
  readonly pattern: readonly (readonly number[])[];
  /** [length][headDim], as they meet. */
  readonly queries: readonly (readonly number[])[];
  readonly keys: readonly (readonly number[])[];
}

/** A model on a sentence. */
export interface SentenceSeen {
  readonly letters: readonly string[];
  /** By layer, and in it by head. */
  readonly heads: readonly (readonly HeadSeen[])[];
  /** Nats for each letter after the first: −ln of its probability after those before it. */
  readonly nats: readonly number[];
  readonly loss: number;
  /** The loss of the model as it was trained. */
  readonly lossAsTrained: number;
  /** After each letter, the likeliest that follow. */
  readonly likeliest: readonly (readonly {readonly token: string; readonly probability: number}[])[];
}

/** Rows of a matrix that lies in a tensor from a place on. */
const rows = (x: Tensor, at: (i: number) => number, count: number, width: number): readonly (readonly number[])[] =>
  Array.from({length: count}, (_, i) => Array.from(x.data.slice(at(i), at(i) + width)));

/** Zeros in the place of what one head of a layer says, [batch, length, heads, headDim]. */
const silenced =
  ({layer, head}: NonNullable<Changes["ablated"]>): Edit =>
  (name, x) => {
    if (name !== `layers.${layer}.attention.heads`) return x;
    const part = (from: number, to: number): Tensor => slice(x, null, null, [from, to]);
    const count = x.shape[2]!;
    return concat([part(0, head), zerosLike(part(head, head + 1)), part(head + 1, count)], 2);
  };

const LIKELY = 4;

/** Loss and probabilities of what follows each letter of a sentence. */
function judged(logits: Tensor, ids: Tensor) {
  const [, length = 0, vocabulary = 0] = logits.shape;
  const before = reshape(slice(logits, null, [0, length - 1]), [length - 1, vocabulary]);
  const nats = crossEntropy(before, reshape(slice(ids, null, [1, length]), [length - 1]), {reduction: "none"});
  const list = Array.from(nats.data);
  return {nats: list, mean: list.reduce((sum, x) => sum + x, 0) / list.length};
}

/** A trained model, changed or not, on a sentence of two letters or more. */
export function attentionSeen(
  {model, params, tokens, encode, changed}: OpenModel,
  text: string,
  changes: Changes
): SentenceSeen {
  const ids = encode(text);
  const {causal, positions, ablated} = changes;
  const other: Transformer =
    causal && positions ? model : changed({causal, positions: positions ? model.config.positions : "none"});
  const edit = ablated === undefined ? {} : {edit: silenced(ablated)};
  const {value: logits, activations} = trace((p: TransformerParams) => other.apply(p, ids, {patterns: true, ...edit}))(
    params
  );
  const {layers, heads, kvHeads, headDim} = model.config;
  const letters = [...text];
  const length = letters.length;
  const head = (layer: number, h: number): HeadSeen => {
    const name = `layers.${layer}.attention`;
    const kv = Math.floor((h * kvHeads) / heads);
    const vectors = (part: "query" | "key", place: number, count: number) =>
      rows(activations[`${name}.${part}`]!, (i) => (i * count + place) * headDim, length, headDim);
    return {
      pattern: rows(activations[`${name}.pattern`]!, (i) => (h * length + i) * length, length, length),
      queries: vectors("query", h, heads),
      keys: vectors("key", kv, kvHeads)
    };
  };
  const {nats, mean} = judged(logits, ids);
  const vocabulary = tokens.length;
  return {
    letters,
    heads: Array.from({length: layers}, (_, layer) => Array.from({length: heads}, (_, h) => head(layer, h))),
    nats,
    loss: mean,
    lossAsTrained: judged(model.apply(params, ids), ids).mean,
    likeliest: letters.map((_, i) => likeliestOf(logits.data.slice(i * vocabulary, (i + 1) * vocabulary), tokens))
  };
}

function likeliestOf(logits: ArrayLike<number> & Iterable<number>, tokens: readonly string[]) {
  const all = Array.from(logits);
  const largest = Math.max(...all);
  const total = all.reduce((sum, x) => sum + Math.exp(x - largest), 0);
  return all
    .map((x, id) => ({token: tokens[id]!, probability: Math.exp(x - largest) / total}))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, LIKELY);
}
