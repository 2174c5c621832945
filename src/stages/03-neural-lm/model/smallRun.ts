/** A network that is small enough to be trained while one reads a sentence, for comparing what two machines make of it. */
import {hash, timeline} from "/lib/index.js";
import {bengio, type BengioConfig} from "/lib/stages/neural-lm.js";
import {loadCheckpoint, saveCheckpoint} from "/lib/tensor.js";

const LINE = "Call me Ishmael. Some years ago, never mind how long precisely, I thought I would sail about a little. ";

export const SMALL_STEPS = 30;
/** Where the run is stopped, saved as a file, and taken up again. */
export const STOPPED_AT = 12;

export const smallConfig = (seed: number): BengioConfig => ({
  corpus: LINE.repeat(8),
  context: 4,
  width: 8,
  hidden: [32],
  batchSize: 16,
  scored: 50,
  dropout: 0.2,
  seed
});

/** The fingerprint of the state after all steps, computed without a stop. */
export const hashAtOnce = (seed: number): string => hash(timeline(bengio, smallConfig(seed)).at(SMALL_STEPS).state);

/** The same with a stop: the state becomes a file, and all that goes on is what can be read from it. */
export function hashAfterStop(seed: number): {readonly bytes: number; readonly hash: string} {
  const {model, step, data} = bengio(smallConfig(seed));
  let state = model();
  for (let i = 0; i < STOPPED_AT; i++) state = step(state, data(i));
  const file = saveCheckpoint(state);
  const again = bengio(smallConfig(seed)); // as another process would open it
  let resumed = loadCheckpoint(file) as typeof state;
  for (let i = STOPPED_AT; i < SMALL_STEPS; i++) resumed = again.step(resumed, again.data(i));
  return {bytes: file.length, hash: hash(resumed)};
}
