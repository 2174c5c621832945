/** Names as documents, side by side in rows of a batch. */
import {key} from "/lib/index.js";
import {packedBatch, paddedBatch} from "/lib/tensor.js";

const NAMES = [
  ..."Ishmael Queequeg Starbuck Stubb Flask Ahab Pip Tashtego Daggoo Fedallah Peleg Bildad Elijah Mapple".split(" "),
  ..."Perth Manxman Bulkington Fleece Boomer Gardiner Coffin Gabriel Derick Archy Cabaco Steelkilt".split(" ")
];
const [BEGIN, END] = ["⟨", "⟩"];
const SIGNS = [...new Set([BEGIN, END, ...NAMES.join("")])];
const DOCUMENTS = NAMES.map((name) => Int32Array.from([BEGIN, ...name, END], (sign) => SIGNS.indexOf(sign)));

export type Way = "padded" | "packed";

export interface Cell {
  readonly sign: string;
  /** What is to be said there: nothing of padding. */
  readonly says: string;
  /** Which document of the batch it is of, from 0; −1 for padding. */
  readonly document: number;
}

/** The rows of a batch of so many rows; packed ones have so many places. */
export function rowsOf(way: Way, batch: number, seqLen: number, step: number): readonly (readonly Cell[])[] {
  if (way === "padded") {
    const {inputs, targets, shape} = paddedBatch(DOCUMENTS, {batch, key: key(1), pad: 1})(step);
    return cells(inputs, targets, shape, (i) => (targets[i]! < 0 ? -1 : Math.floor(i / shape[1])));
  }
  const {inputs, targets, starts, shape} = packedBatch(DOCUMENTS, {batch, seqLen, key: key(1), pad: 1})(step);
  let document = starts[0] === 1 ? -1 : 0; // a batch may begin within a document
  return cells(inputs, targets, shape, (i) => {
    if (starts[i] === 1) document++;
    return targets[i]! < 0 ? -1 : document;
  });
}

const cells = (
  inputs: Int32Array,
  targets: Int32Array,
  [rows, length]: readonly [number, number],
  document: (i: number) => number
): readonly (readonly Cell[])[] =>
  Array.from({length: rows}, (_, row) =>
    Array.from({length}, (__, place) => {
      const i = row * length + place;
      const of = document(i);
      return of < 0
        ? {sign: "", says: "", document: of}
        : {sign: SIGNS[inputs[i]!]!, says: SIGNS[targets[i]!]!, document: of};
    })
  );
