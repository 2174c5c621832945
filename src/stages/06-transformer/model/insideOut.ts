/** Everything that a trained transformer computes of a text, by name; and what it would say if one of it were otherwise. */
import {kl, softmax} from "/lib/index.js";
import {concat, slice, trace, zerosLike, type Tensor} from "/lib/tensor.js";
import type {Edit, TransformerParams} from "/lib/transformer.js";
import type {OpenModel} from "../../../components/languageModel/keptModel.js";
import {ofLayer, type Change, type PartName} from "./insideParts.js";

export interface Asked {
  readonly text: string;
  readonly other: string;
  readonly part: PartName;
  /** From 0. */
  readonly layer: number;
  readonly head: number;
  readonly place: number;
  readonly change: Change;
}

interface Said {
  readonly token: string;
  readonly probability: number;
}

export interface InsideSeen {
  readonly letters: readonly string[];
  readonly others: readonly string[];
  /** The tensor that is looked at, letter by letter: a head of it, where it has heads. */
  readonly rows: readonly (readonly number[])[];
  readonly shape: readonly number[];
  /** The likeliest letters after the last one, as it is and with the change, in the order of the first. */
  readonly said: readonly Said[];
  readonly changed: readonly Said[];
  /** How far the second distribution is from the first, in nats (Kullback and Leibler 1951). */
  readonly divergence: number;
}

const LIKELY = 6;

/** The name under which the library knows a part. */
export const nameOf = (part: PartName, layer: number): string =>
  ofLayer(part) ? `layers.${layer}.${part}` : part === "probabilities" ? "logits" : part;

/** The axis of letters: patterns have heads before it. */
const axisOf = (part: PartName): number => (part === "attention.pattern" ? 2 : 1);

/** A tensor with one letter’s numbers from another. */
function exchanged(x: Tensor, other: Tensor, axis: number, place: number): Tensor {
  const part = (from: Tensor, start: number, end: number): readonly Tensor[] =>
    start >= end ? [] : [slice(from, ...Array.from({length: axis}, () => null), [start, end])];
  return concat([...part(x, 0, place), ...part(other, place, place + 1), ...part(x, place + 1, x.shape[axis]!)], axis);
}

/** Rows of a part, one for each letter: [1, length, …] flattened, one head of [1, length, heads, …] or of a pattern. */
function rowsOf({data, shape}: Tensor, part: PartName, head: number): readonly (readonly number[])[] {
  if (part === "attention.pattern") {
    const length = shape[2]!;
    return Array.from({length}, (_, i) =>
      Array.from(data.slice((head * length + i) * length, (head * length + i + 1) * length))
    );
  }
  const [, length = 0, first = 0, second = 0] = shape;
  const width = shape.length === 4 ? second : first;
  const stride = shape.length === 4 ? first * second : first;
  return Array.from({length}, (_, i) => {
    const at = i * stride + (shape.length === 4 ? head * width : 0);
    return Array.from(data.slice(at, at + width));
  });
}

/** Probabilities of a row of logits. */
const shares = (logits: readonly number[]): readonly number[] => Array.from(softmax(logits));

/** The other text, as long as the first: cut, or with spaces behind it. */
export const asLong = (other: string, text: string): string =>
  [...other]
    .concat(Array.from(text, () => " "))
    .slice(0, [...text].length)
    .join("");

export function insideOut(open: OpenModel, {text, other, part, layer, head, place, change}: Asked): InsideSeen {
  const {model, params, tokens, encode} = open;
  const read = (ids: Tensor, edit?: Edit) =>
    trace((p: TransformerParams) => model.apply(p, ids, {patterns: true, ...(edit && {edit})}))(params).activations;
  const ids = encode(text);
  const others = asLong(other, text);
  const plain = read(ids);
  const name = nameOf(part, layer);
  const source = change === "of the other text" ? read(encode(others))[name] : undefined;
  const edit: Edit = (at, x) =>
    at === name && change !== "as it is" ? exchanged(x, source ?? zerosLike(x), axisOf(part), place) : x;
  const after = change === "as it is" ? plain : read(ids, edit);
  const logits = rowsOf(plain["logits"]!, "logits", 0);
  const moved = rowsOf(after["logits"]!, "logits", 0);
  const [before, now] = [shares(logits.at(-1)!), shares(moved.at(-1)!)];
  const order = before
    .map((probability, id) => ({probability, id}))
    .sort((a, b) => b.probability + now[b.id]! - a.probability - now[a.id]!)
    .slice(0, LIKELY);
  const tensor = after[name] ?? plain[name]!; // what no longer matters for the end is not traced
  return {
    letters: [...text],
    others: [...others],
    rows: part === "probabilities" ? moved.map(shares) : rowsOf(tensor, part, head),
    shape: tensor.shape,
    said: order.map(({id, probability}) => ({token: tokens[id]!, probability})),
    changed: order.map(({id}) => ({token: tokens[id]!, probability: now[id]!})),
    divergence: kl(before, now)
  };
}
