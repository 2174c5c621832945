/** Trains a transformer over a text, says how it comes along, and keeps the state that knew held-out text best. */
import {readFileSync, writeFileSync} from "node:fs";
import {batches, every, fold, key, measuring, readText, temperature, ticks, training} from "llm-first-principles";
import {sampleFrom, transformerLm} from "llm-first-principles/stages/transformer";
import {saveCheckpoint} from "llm-first-principles/tensor";
import {lastValueFrom, reduce, take, tap} from "rxjs";

const file =
  process.argv[2] ??
  new URL(import.meta.resolve("llm-first-principles/package.json").replace("package.json", "README.md"));
const corpus = readText(readFileSync(file), {name: String(file)});
const STEPS = 200;

const model = transformerLm({
  corpus,
  context: 32,
  width: 32,
  layers: 2,
  heads: 4,
  learningRate: 0.003,
  totalSteps: STEPS
});

/** What of the run is kept: here the frame whose loss of held-out text is the least. */
const best = ticks().pipe(
  batches(model),
  training(model),
  measuring(model),
  take(STEPS + 1),
  every(50),
  tap(({step, metrics}) => console.log(step, metrics.batchLoss.toFixed(3), metrics.validationLoss.toFixed(3))),
  reduce((kept, frame) => (frame.metrics.validationLoss < kept.metrics.validationLoss ? frame : kept))
);

const {step, state} = await lastValueFrom(best);
writeFileSync("best.ckpt", saveCheckpoint(state));
console.log(`best at step ${step}, saved as best.ckpt; it writes:`);
console.log(sampleFrom(model, state.params, {key: fold(key(1), 0), length: 120, rule: temperature(0.8)}));
