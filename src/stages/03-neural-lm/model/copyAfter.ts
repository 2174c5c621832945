/** A text in which a letter comes back after a while: what a recurrent network can learn of it, by how far its steps read. */
import {fold, key, timeline} from "/lib/index.js";
import {recurrent, type RecurrentConfig} from "/lib/stages/neural-lm.js";
import {integer, tensor} from "/lib/tensor.js";

const LETTERS = "abcd";
const BLOCKS = 3000;
const JUDGED = 200;

/** Blocks of a drawn letter, `distance` − 1 dots, and the same letter again. */
export const copyText = (distance: number, blocks = BLOCKS): string =>
  Array.from({length: blocks}, (_, i) => {
    const letter = LETTERS[integer(key(5), LETTERS.length, i)]!;
    return `${letter}${".".repeat(distance - 1)}${letter}`;
  }).join("");

interface CopySetting {
  readonly distance: number;
  readonly seqLen: number;
  readonly cell: NonNullable<RecurrentConfig["cell"]>;
  readonly steps: number;
}

/** The share of second letters that the trained network gives the highest score, after three blocks from their start. */
export function copyShare({distance, seqLen, cell, steps}: CopySetting): number {
  const config: RecurrentConfig = {
    corpus: copyText(distance),
    cell,
    width: 8,
    hidden: 32,
    seqLen,
    batchSize: 32,
    learningRate: 0.01
  };
  const run = timeline(recurrent, config, {history: false, memory: {snapshots: 2}});
  const {state} = run.at(steps);
  const opened = run.opened();
  const {tokens} = opened.tokenizer.vocabulary;
  const unseen = fold(key(6), 1);
  const drawn = (i: number): number => integer(unseen, LETTERS.length, i);
  const idOf = (letter: string): number => tokens.indexOf(letter);
  const answers = Array.from({length: JUDGED}, (_, i) => idOf(LETTERS[drawn(3 * i + 2)]!));
  const contexts = answers.map((_, i) => {
    const block = (n: number) => {
      const letter = LETTERS[drawn(3 * i + n)]!;
      return `${letter}${".".repeat(distance - 1)}${letter}`;
    };
    return [0, ...[...(block(0) + block(1) + block(2)).slice(0, -1)].map(idOf)];
  });
  const logits = opened.logits(state.params, tensor(contexts, "int32"));
  const width = tokens.length;
  const right = answers.filter((answer, row) => {
    const scores = Array.from(logits.data.slice(row * width, (row + 1) * width), Number);
    return scores.indexOf(Math.max(...scores)) === answer;
  });
  return right.length / answers.length;
}
