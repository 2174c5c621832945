/** Five small transformers that differ in how they know positions, each judged in windows longer than it was trained in. */
import {hash, timeline} from "/lib/index.js";
import {transformerLm, windowsOf, type TransformerLmConfig} from "/lib/stages/transformer.js";
import {crossEntropy, region} from "/lib/tensor.js";
import {transformer, type TransformerParams} from "/lib/transformer.js";
import {excerpt} from "../../../../tools/corpora.js";
import {JUDGED, KINDS, TRAINED, type Kind, type PositionRun} from "./positionSpec.js";

const STEPS = 800;
const WINDOWS = 240;
const AT_ONCE = 16;

const config = (positions: Kind): TransformerLmConfig => ({
  corpus: excerpt("moby-dick").text,
  positions,
  context: TRAINED,
  width: 64,
  layers: 2,
  heads: 4,
  batchSize: 24,
  learningRate: 0.004,
  schedule: "linear",
  totalSteps: STEPS
});

function judged(kind: Kind): PositionRun {
  const run = timeline(transformerLm, config(kind), {history: false});
  const opened = run.opened();
  const {params} = run.at(STEPS).state;
  const length = kind === "learned" ? TRAINED : JUDGED;
  const model = transformer({...opened.transformer.config, context: length});
  const sums = new Float64Array(length);
  for (let first = 0; first < WINDOWS; first += AT_ONCE) {
    const places = Array.from({length: AT_ONCE}, (_, i) => (first + i) * 450);
    const {inputs, targets} = windowsOf(opened.held, places, length);
    const losses = region(() =>
      crossEntropy(model.apply(params as TransformerParams, inputs), targets, {reduction: "none"})
    );
    Array.from(losses.data).forEach((nats, i) => (sums[i % length]! += nats));
  }
  return {kind, nats: Array.from(sums, (sum) => Number((sum / WINDOWS).toFixed(4)))};
}

export const value = (): readonly PositionRun[] => KINDS.map(judged);

/** The first steps of each, which a test repeats. */
export const firstSteps = (): string =>
  hash(KINDS.map((kind) => hash(timeline(transformerLm, config(kind), {history: false}).at(2).state)));
