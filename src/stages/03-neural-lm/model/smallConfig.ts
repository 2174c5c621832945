/** A network that is small enough to be trained while one reads a sentence. */
import type {BengioConfig} from "/lib/stages/neural-lm.js";

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
