/** Prints by how many bytes the heap grows with the nested Maps of the novel: usage: heapOfMaps.ts ORDER. */
import {corpus} from "../tools/corpora.js";
import {collect} from "./heap.js";
import {countNested} from "./peers/nestedMaps.js";

const order = Number(process.argv[2]);
const {text} = corpus("moby-dick");
const used = (): number => {
  for (let i = 0; i < 4; i++) collect(); // what is only freed by a finalizer needs more than one
  const {heapUsed, external} = process.memoryUsage();
  return heapUsed + external;
};
const COPIES = order < 3 ? 32 : 1; // small Maps drown in what a process does besides
countNested(text, order); // compiled, and the text flat, before the heap is looked at
const before = used();
const kept = Array.from({length: COPIES}, () => countNested(text, order));
const after = used();
process.stdout.write(String((after - before) / kept.filter(({size}) => size > 0).length));
