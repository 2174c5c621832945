/** A recurrent network and a transformer of the same size that learn to write a word once more. */
import {hash, timeline} from "/lib/index.js";
import {recurrent} from "/lib/stages/neural-lm.js";
import {transformerLm} from "/lib/stages/transformer.js";
import {copyTask, key, leaves, sizeOf, type Tensor} from "/lib/tensor.js";
import {COPIERS, LENGTHS, LETTERS, STEPS, type Copier, type CopyRun} from "./copySpec.js";

const LINES = 9600;
const JUDGED = 60;

/** A line is the word, the sign, the word and its end. */
const lineOf = (length: number): number => 2 * length + 2;

const shared = (length: number) =>
  ({
    corpus: copyTask({least: length, most: length, letters: LETTERS}, key(length)).text(LINES),
    documents: true,
    validation: 0.02,
    batchSize: 32,
    learningRate: 0.006,
    schedule: "linear",
    totalSteps: STEPS,
    scored: 1
  }) as const;

/** A model after so many steps: what it has learned, and what it says of the next token. */
function trained(kind: Copier, length: number, steps: number) {
  if (kind === "recurrent") {
    // a segment is as long as a line, so that a step reads whole lines
    const config = {...shared(length), cell: "gru", width: 16, hidden: 80, seqLen: lineOf(length)} as const;
    const run = timeline(recurrent, config, {history: false});
    const [{held, predict}, {params}] = [run.opened(), run.at(steps).state];
    return {held, params, predict: predict(params)};
  }
  const config = {...shared(length), context: lineOf(length), width: 32, layers: 2, heads: 2} as const;
  const run = timeline(transformerLm, config, {history: false});
  const [{held, predict}, {params}] = [run.opened(), run.at(steps).state];
  return {held, params, predict: predict(params)};
}

function copied(kind: Copier, length: number): CopyRun {
  const {held, params, predict} = trained(kind, length, STEPS);
  const right = Array.from({length}, () => 0);
  for (let n = 0; n < JUDGED; n++) {
    const line = Array.from({length: lineOf(length)}, (_, i) => held[n * lineOf(length) + i]!);
    for (let place = 0; place < length; place++) {
      const at = length + 1 + place;
      const logits = predict(line.slice(0, at));
      if (logits.indexOf(Math.max(...logits)) === line[at]) right[place]! += 1;
    }
  }
  return {
    kind,
    length,
    parameters: leaves(params).reduce((sum, [, leaf]) => sum + sizeOf((leaf as Tensor).shape), 0),
    right: right.map((count) => Number((count / JUDGED).toFixed(4)))
  };
}

export const value = (): readonly CopyRun[] => LENGTHS.flatMap((length) => COPIERS.map((kind) => copied(kind, length)));

/** The first steps of each, which a test repeats. */
export const firstSteps = (): string =>
  hash(LENGTHS.flatMap((length) => COPIERS.map((kind) => hash(trained(kind, length, 2).params))));
