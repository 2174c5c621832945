/** Small transformers trained in numbers of few bits, and how large the numbers of a larger one’s gradients are. */
import {hash, timeline} from "/lib/index.js";
import {transformerLm, type TransformerLmConfig} from "/lib/stages/transformer.js";
import {excerpt} from "../../../../tools/corpora.js";
import {gradientParts} from "./gradientParts.js";
import {precisionRun} from "./precisionRun.js";
import {PRECISION_SEEDS, PRECISIONS, type PartSizes, type Precision, type PrecisionRun} from "./precisionSpec.js";

const corpus = (): string => excerpt("moby-dick").text;

const STEPS = 400;

const config = (): TransformerLmConfig => ({
  corpus: corpus(),
  context: 64,
  width: 64,
  layers: 4,
  heads: 4,
  batchSize: 16,
  learningRate: 0.003,
  schedule: "linear",
  totalSteps: STEPS
});

function parts(): readonly PartSizes[] {
  const run = timeline(transformerLm, config(), {history: false});
  const {transformer, data} = run.opened();
  return gradientParts(transformer, run.at(STEPS).state.params, data(STEPS));
}

export const value = (): {readonly runs: readonly PrecisionRun[]; readonly parts: readonly PartSizes[]} => ({
  runs: (Object.keys(PRECISIONS) as readonly Precision[]).map((precision) => ({
    precision,
    losses: PRECISION_SEEDS.map((seed) => Number(precisionRun(corpus(), precision, seed).toFixed(4)))
  })),
  parts: parts()
});

/** The first steps of one of each, which a test repeats. */
export const firstSteps = (): string =>
  hash([precisionRun(corpus(), "up12", 1, 3), precisionRun(corpus(), "noMaster", 1, 3)]);
