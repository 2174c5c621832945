/** Lines of the tasks, and how small transformers learn them. */
import type {TransformerLmConfig} from "/lib/stages/transformer.js";
import {shuffle} from "/lib/index.js";
import {copyTask, fold, integer, key, type Key} from "/lib/tensor.js";
import {TASK_STEPS, type TaskName, type TaskSettings} from "./tasks.js";

const ALPHABET = [..."abcdefghijklmnop"];
const [LEAST, MOST] = [4, 9];
const LINES = 12_000;

/** Different letters, so many as the key says. */
function differentLetters(own: Key): string {
  const length = LEAST + integer(own, MOST - LEAST + 1);
  return shuffle(fold(own, 1), ALPHABET).slice(0, length).join("");
}

/** So many lines of a task. */
export function linesOf(task: TaskName, count: number): string {
  if (task === "again") {
    const words = Array.from({length: count}, (_, i) => differentLetters(fold(key(5), i)));
    return words.map((word) => `${word}${word}\n`).join("");
  }
  const [least, most] = task === "copy six" ? [6, 6] : [LEAST, MOST];
  return copyTask({least, most, letters: ALPHABET.length}, key(5)).text(count);
}

/** A transformer with one head in each layer, for a task. */
export const taskConfig = ({task, layers, draw}: TaskSettings): TransformerLmConfig => ({
  corpus: linesOf(task, LINES),
  documents: true,
  validation: 0.02,
  context: 2 * MOST + 2,
  width: 32,
  layers,
  heads: 1,
  batchSize: 32,
  optimizer: "muon",
  learningRate: 0.02,
  schedule: "linear",
  totalSteps: TASK_STEPS,
  scored: 400,
  seed: draw + 1
});
