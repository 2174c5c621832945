/** A race on a real model: a small network that learns first names, by one optimizer after the other. */
import {timeline} from "/lib/index.js";
import {bengio, type BengioConfig} from "/lib/stages/neural-lm.js";

/** Steps of each run. */
export const MODEL_RACE = 400;
/** Steps from one measurement to the next. */
export const EVERY = 20;

/** Who races. Without weight decay AdamW is Adam. */
export const MODEL_RACERS = [
  "sgd",
  "momentum",
  "nesterov",
  "adagrad",
  "rmsprop",
  "adam",
  "nadam",
  "lion",
  "muon"
] as const;
export type ModelRacer = (typeof MODEL_RACERS)[number];

/** Two rates to each power of ten. */
export const MODEL_RATES = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3] as const;

/** What all runs share. Gradients are not clipped, so that a rate that is too high shows. */
export const raceConfig = (corpus: string): BengioConfig => ({
  corpus,
  documents: true,
  context: 4,
  width: 8,
  hidden: [64],
  batchSize: 32,
  clip: Infinity,
  scored: 1500
});

/** A run: what it knew of held-out names as it learned, in nats per token, up to where it broke. */
export interface ModelRun {
  readonly rate: number;
  readonly losses: readonly number[];
  readonly broke: boolean;
}

/** All runs: of each racer, in the order of rates. */
export type ModelRuns = Readonly<Record<ModelRacer, readonly ModelRun[]>>;

/** What a run came to: infinite where it broke. */
export const endOf = ({losses, broke}: ModelRun): number => (broke ? Infinity : losses.at(-1)!);

/** The run that came lowest. */
export const bestOf = (runs: readonly ModelRun[]): ModelRun =>
  runs.reduce((best, run) => (endOf(run) < endOf(best) ? run : best));

/** One run of an optimizer. */
export function modelRun(corpus: string, optimizer: ModelRacer, rate: number, steps: number): ModelRun {
  const config = {...raceConfig(corpus), optimizer, learningRate: rate};
  const run = timeline(bengio, config, {history: false, memory: {snapshots: 2}});
  const losses: number[] = [];
  for (let step = 0; step <= steps; step += EVERY)
    try {
      const {validationLoss} = run.at(step).metrics;
      if (!Number.isFinite(validationLoss)) return {rate, losses, broke: true};
      losses.push(Number(validationLoss.toFixed(4)));
    } catch {
      return {rate, losses, broke: true}; // a StageError that a NaNError caused: the step could not be done
    }
  return {rate, losses, broke: false};
}
