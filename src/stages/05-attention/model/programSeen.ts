/** A trained transformer that reads by one of the programs, and what tests say of it that know no right answer. */
import {crossEntropy, reshape, slice, tensor, type Tensor} from "/lib/tensor.js";
import type {OpenModel} from "../../../components/languageModel/keptModel.js";
import {attendBy, promptOf, PROGRAMS, type ProgramName} from "./attentionPrograms.js";

export interface ProgramSeen {
  readonly letters: readonly string[];
  /** By layer, and in it by head, [length][length]. */
  readonly patterns: readonly (readonly (readonly (readonly number[])[])[])[];
  /** The least and the largest sum of a row of weights, over all heads. */
  readonly rowSums: readonly [least: number, largest: number];
  /** How far the logits before the last letter move when that letter is another: not at all if nobody sees the future. */
  readonly future: number;
  /** How far the logits of the first half move when the text ends there: not at all if the past may be kept in a cache. */
  readonly cut: number;
  /** Over how many letters a row’s weight is spread, on the mean: e to its entropy. */
  readonly spread: number;
  /** Of each letter after the first. */
  readonly nats: readonly number[];
  readonly loss: number;
  /** The losses of the two halves. */
  readonly halves: readonly [first: number, second: number];
}

const mean = (list: readonly number[]): number => list.reduce((total, x) => total + x, 0) / list.length;

/** All logits, [length, vocabulary], and the weights of each layer, by a program. */
function read({model, params}: OpenModel, ids: Tensor, name: ProgramName) {
  const layers: Tensor[] = [];
  const {logits} = model.run(params, ids, [0], (heads) => {
    const {weights, answers} = attendBy(PROGRAMS[name], model, heads);
    layers.push(weights);
    return answers;
  });
  return {layers, logits};
}

/** The largest difference of the first numbers of two lists. */
function apart(a: Tensor, b: Tensor, count: number): number {
  let most = 0;
  for (let i = 0; i < count; i++) most = Math.max(most, Math.abs(a.data[i]! - b.data[i]!));
  return most;
}

/** Weights of a layer, head by head and row by row. */
function rowsOf({data, shape}: Tensor): ProgramSeen["patterns"][number] {
  const [, heads = 0, length = 0] = shape;
  const numbers = Array.from(data as Float32Array);
  return Array.from({length: heads}, (_, h) =>
    Array.from({length}, (_row, i) => numbers.slice((h * length + i) * length, (h * length + i + 1) * length))
  );
}

/** A program on a text of four letters or more. */
export function programSeen(open: OpenModel, text: string, name: ProgramName): ProgramSeen {
  const letters = [...text];
  const length = letters.length;
  const ids = open.encode(text);
  const {layers, logits} = read(open, ids, name);
  const patterns = layers.map(rowsOf);
  const rows = patterns.flat(2);
  const sums = rows.map((row) => row.reduce((total, x) => total + x, 0));
  const vocabulary = logits.shape[2]!;
  const other = Int32Array.from(ids.data);
  other[length - 1] = (other[length - 1]! + 1) % vocabulary;
  const half = promptOf(length);
  const asked = (list: Int32Array): Tensor => read(open, tensor(list, {shape: [1, list.length]}), name).logits;
  const nats = Array.from(
    crossEntropy(
      reshape(slice(logits, null, [0, length - 1]), [length - 1, vocabulary]),
      reshape(slice(ids, null, [1, length]), [length - 1]),
      {reduction: "none"}
    ).data as Float32Array
  );
  return {
    letters,
    patterns,
    rowSums: [Math.min(...sums), Math.max(...sums)],
    future: apart(logits, asked(other), (length - 1) * vocabulary),
    cut: apart(logits, asked(Int32Array.from(ids.data).slice(0, half)), half * vocabulary),
    spread: mean(rows.map((row) => Math.exp(-row.reduce((total, w) => total + (w > 0 ? w * Math.log(w) : 0), 0)))),
    nats,
    loss: mean(nats),
    halves: [mean(nats.slice(0, half)), mean(nats.slice(half))]
  };
}
