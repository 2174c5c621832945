/** Transformers that differ in their number of heads alone, on the same text. */
import {hash, timeline} from "/lib/index.js";
import {transformerLm, type TransformerLmConfig} from "/lib/stages/transformer.js";
import {excerpt} from "../../../../tools/corpora.js";

const STEPS = 600;
const HEADS = [1, 2, 4, 8, 16, 32] as const;

/** What came of one. */
export interface HeadRun {
  readonly heads: number;
  /** Nats a letter on held-out text, with each of the seeds. */
  readonly losses: readonly number[];
}

const config = (heads: number, seed: number): TransformerLmConfig => ({
  corpus: excerpt("moby-dick").text,
  heads,
  context: 48,
  width: 64,
  layers: 2,
  batchSize: 16,
  learningRate: 0.004,
  schedule: "linear",
  totalSteps: STEPS,
  scored: 4000,
  seed
});

export const value = (): readonly HeadRun[] =>
  HEADS.map((heads) => ({
    heads,
    losses: [1, 2].map((seed) => {
      const {metrics} = timeline(transformerLm, config(heads, seed), {history: false}).at(STEPS);
      return Number(metrics.validationLoss.toFixed(4));
    })
  }));

/** The first steps of each, which a test repeats. */
export const firstSteps = (): string =>
  hash(HEADS.map((heads) => hash(timeline(transformerLm, config(heads, 1), {history: false}).at(2).state)));
