/** What goes by in the residual stream of a trained model while it reads a sentence. */
import {slice, reshape, trace, zerosLike, type Tensor} from "/lib/tensor.js";
import type {Edit, TransformerParams} from "/lib/transformer.js";
import type {OpenModel} from "../../../components/languageModel/keptModel.js";

/** What a model would say at a letter, if a depth were its last. */
interface Saying {
  /** The likeliest that follow, the likeliest first. */
  readonly likeliest: readonly {readonly token: string; readonly probability: number}[];
  /** Nats of what does follow; undefined at the last letter. */
  readonly nats: number | undefined;
}

/** What one part of a block adds to the stream. */
interface Part {
  readonly layer: number;
  readonly kind: "attention" | "feedForward";
  /** How long what it adds is beside the stream that it is added to, in the mean of letters. */
  readonly length: number;
  /** Its share of the last stream: its projection on it. Those of all parts and of the embedding add up to 1. */
  readonly share: number;
}

/** A sentence on its way through a model. */
export interface StreamSeen {
  readonly letters: readonly string[];
  /** By depth, from the embedding on, and in it by letter. */
  readonly lens: readonly (readonly Saying[])[];
  readonly parts: readonly Part[];
  /** The embedding’s share of the last stream. */
  readonly embedded: number;
  /** Root mean square of the stream by depth. */
  readonly scale: readonly number[];
}

const LIKELY = 5;
const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** Rows of a [1, length, width] tensor. */
const rowsOf = ({data, shape: [, length = 0, width = 0]}: Tensor): readonly (readonly number[])[] =>
  Array.from({length}, (_, i) => Array.from(data.slice(i * width, (i + 1) * width)));

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
const lengthOf = (a: readonly number[]): number => Math.sqrt(dot(a, a));

function sayings(logits: Tensor, ids: ArrayLike<number>, tokens: readonly string[]): readonly Saying[] {
  return rowsOf(logits).map((row, i) => {
    const largest = Math.max(...row);
    const total = row.reduce((sum, x) => sum + Math.exp(x - largest), 0);
    const likeliest = row
      .map((x, id) => ({token: tokens[id]!, probability: Math.exp(x - largest) / total}))
      .sort((a, b) => b.probability - a.probability)
      .slice(0, LIKELY);
    const next = ids[i + 1];
    return {likeliest, nats: next === undefined ? undefined : Math.log(total) + largest - row[next]!};
  });
}

/** A model on a sentence of two letters or more, as seen from its stream. */
export function streamSeen({model, params, tokens, encode}: OpenModel, text: string): StreamSeen {
  const ids = encode(text);
  const {activations} = trace((p: TransformerParams) => model.apply(p, ids))(params);
  const depths = ["embedding", ...params.layers.map((_, i) => `layers.${i}.residual`)].map(
    (name) => activations[name]!
  );
  const last = rowsOf(depths.at(-1)!);
  const shareOf = (rows: readonly (readonly number[])[]): number =>
    mean(rows.map((row, i) => dot(row, last[i]!) / dot(last[i]!, last[i]!)));
  const parts = params.layers.flatMap((_, i) => {
    const before = rowsOf(depths[i]!);
    const read = rowsOf(activations[`layers.${i}.attention.output`]!);
    const made = rowsOf(activations[`layers.${i}.feedForward.output`]!);
    const between = before.map((row, place) => row.map((x, d) => x + read[place]![d]!));
    const part = (kind: Part["kind"], added: typeof read, onto: typeof read): Part => ({
      layer: i + 1,
      kind,
      length: mean(added.map((row, place) => lengthOf(row) / lengthOf(onto[place]!))),
      share: shareOf(added)
    });
    return [part("attention", read, before), part("feedForward", made, between)];
  });
  return {
    letters: [...text],
    lens: depths.map((stream) => sayings(model.unembed(params, stream), ids.data, tokens)),
    parts,
    embedded: shareOf(rowsOf(depths[0]!)),
    scale: depths.map((stream) => mean(rowsOf(stream).map((row) => lengthOf(row) / Math.sqrt(row.length))))
  };
}

/** Nats a letter of a sentence when what one part adds is taken away; of no part, as it is. */
export function lossWithout(
  {model, params, tokens, encode}: OpenModel,
  text: string,
  part?: Pick<Part, "layer" | "kind">
): number {
  const ids = encode(text);
  const name = part === undefined ? "" : `layers.${part.layer - 1}.${part.kind}.output`;
  const edit: Edit = (at, x) => (at === name ? zerosLike(x) : x);
  const said = sayings(model.apply(params, ids, {edit}), ids.data, tokens);
  return mean(said.flatMap(({nats}) => (nats === undefined ? [] : [nats])));
}

/**
 * How often a feed-forward neuron that fires stands for what comes next: of each neuron of a layer, its strongest places in
 * texts, and whether the letter that follows there is the one that the neuron’s own vector raises most.
 */
export function valuesAgree({model, params, tokens, encode}: OpenModel, texts: readonly string[], strongest: number) {
  const places = texts.map((text) => {
    const ids = encode(text);
    const {activations} = trace((p: TransformerParams) => model.apply(p, ids))(params);
    return {ids: ids.data, activations};
  });
  return params.layers.map(({feedForward}, layer) => {
    const down = feedForward!.down.weight; // the kept model has dense layers
    const [hidden = 0, width = 0] = down.shape;
    const fired = places.map(({ids, activations}) => ({
      ids,
      rows: rowsOf(activations[`layers.${layer}.feedForward.hidden`]!)
    }));
    const raised = rowsOf(model.unembed(params, reshape(slice(down, null, null), [1, hidden, width])));
    const lowered = raised.map((row) => row.map((x) => -x));
    const top = (row: readonly number[]): number => row.indexOf(Math.max(...row));
    const hits = Array.from({length: hidden}, (_, neuron) => {
      const met = fired
        .flatMap(({ids, rows}) => rows.slice(0, -1).map((row, i) => ({value: row[neuron]!, next: ids[i + 1]!})))
        .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
        .slice(0, strongest);
      return mean(met.map(({value, next}) => (top(value > 0 ? raised[neuron]! : lowered[neuron]!) === next ? 1 : 0)));
    });
    return {layer: layer + 1, agrees: mean(hits), vocabulary: tokens.length};
  });
}
