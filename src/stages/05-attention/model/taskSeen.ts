/** What a transformer with one head in each layer has learned of a task, and where its heads look. */
import {documentsOf, type TransformerLmView} from "/lib/stages/transformer.js";
import {tensor, zerosLike} from "/lib/tensor.js";
import type {Edit, TransformerParams} from "/lib/transformer.js";
import {sourcesOf} from "./tasks.js";

/** Where a layer’s head looks, as shares of its weight. */
interface HeadLooks {
  /** On the letter that is to be said next, from the place that says it: the mean over all that are to be said again. */
  readonly source: number;
  /** From letters that are to be said again, on themselves, the one before, and so on: means over those with enough before. */
  readonly distances: readonly number[];
}

/** Distances that are told. */
const FAR = 6;

export interface TaskSeen {
  /** Share of letters to be said again that are the likeliest. */
  readonly right: number;
  readonly looks: readonly HeadLooks[];
  /** A line that was held out. */
  readonly line: string;
  /** Of each layer on that line, [length][length]. */
  readonly patterns: readonly (readonly (readonly number[])[])[];
}

const JUDGED = 80;
const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** What the heads of a layer say, taken away. */
export const silencedLayer =
  (layer: number): Edit =>
  (name, x) =>
    name === `layers.${layer}.attention.heads` ? zerosLike(x) : x;

type Opened = Pick<TransformerLmView, "activations" | "held" | "tokenizer" | "documents">;

/** Lines that were held out, without their ends. */
export const heldLines = ({held, tokenizer, documents}: Opened): readonly string[] =>
  documentsOf(documents!, held) // of a list of lines
    .slice(0, JUDGED)
    .map((ids) => tokenizer.decode(ids.subarray(1, -1)));

/** Held-out lines, read: the letters that are to be said again, and all that the model names on its way. */
function read(opened: Opened, params: TransformerParams, edit?: Edit) {
  const lines = heldLines(opened);
  const longest = Math.max(...lines.map(({length}) => length));
  // row i: the begin token, then the line; what stands behind a line’s end is seen by none of its letters
  const ids = new Int32Array(lines.length * longest);
  lines.forEach((line, row) =>
    ids.set([opened.documents!.begin, ...opened.tokenizer.encode(line)].slice(0, longest), row * longest)
  );
  const named = opened.activations(
    params,
    tensor(ids, {shape: [lines.length, longest]}),
    edit === undefined ? {} : {edit}
  );
  const judged = lines.flatMap((line, row) => sourcesOf(line).map((where) => ({row, ...where})));
  return {lines, longest, named, judged};
}

/** The share of letters to be said again that are the likeliest, of what was read. */
function shareOf({tokenizer}: Opened, {lines, longest, named, judged}: ReturnType<typeof read>): number {
  const {data, shape} = named["logits"]!;
  const vocabulary = shape[2]!;
  return mean(
    judged.map(({row, place}) => {
      // the letter at a place is said by what stands before it, and the begin token moves all by one
      const at = (row * longest + place) * vocabulary;
      const scores = Array.from(data.slice(at, at + vocabulary) as Float32Array);
      return scores.indexOf(Math.max(...scores)) === tokenizer.encode(lines[row]!)[place] ? 1 : 0;
    })
  );
}

/** The share of letters that are right: with all heads, or with what some say changed. */
export const rightShare = (opened: Opened, params: TransformerParams, edit?: Edit): number =>
  shareOf(opened, read(opened, params, edit));

/** A model on held-out lines of its task. */
export function taskSeen(opened: Opened, params: TransformerParams): TaskSeen {
  const all = read(opened, params);
  const {lines, longest, named, judged} = all;
  const weight = (layer: number, row: number, from: number, to: number): number =>
    named[`layers.${layer}.attention.pattern`]!.data[(row * longest + from) * longest + to]!;
  const line = lines[0]!;
  const shown = Array.from({length: line.length}, (_, i) => i);
  return {
    right: shareOf(opened, all),
    looks: params.layers.map((_, layer) => ({
      source: mean(judged.map(({row, place, source}) => weight(layer, row, place, source + 1))),
      distances: Array.from({length: FAR}, (_far, back) =>
        mean(
          judged
            .filter(({source}) => source + 2 >= FAR)
            .map(({row, source}) => weight(layer, row, source + 1, source + 1 - back))
        )
      )
    })),
    line,
    patterns: params.layers.map((_, layer) => shown.map((from) => shown.map((to) => weight(layer, 0, from, to))))
  };
}
