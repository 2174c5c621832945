/** The two networks that the stage looks at: both learn first names. */
import type {BengioConfig} from "/lib/stages/neural-lm.js";

/** One that is trained again and again, by other rules. Gradients are not clipped, so that a rate that is too high shows. */
export const racedNetwork = (corpus: string): BengioConfig => ({
  corpus,
  documents: true,
  context: 4,
  width: 8,
  hidden: [64],
  batchSize: 32,
  clip: Infinity
});

/** One of 300 numbers, so that its whole Hessian can be had: on lower-case names. */
export const smallestNetwork = (corpus: string): BengioConfig => ({
  corpus: corpus.toLowerCase(),
  documents: true,
  context: 2,
  width: 2,
  hidden: [6],
  learningRate: 0.01
});
