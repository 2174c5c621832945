/** A race on a real model: who races, with which rates, and what came of it. */

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
