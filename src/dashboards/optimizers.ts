/** What the dashboard of optimizers knows of each run: kept when the book was made, and read by its figures. */
import {MODEL_RACERS, type ModelRacer} from "../stages/04-optimization/model/modelRuns.js";
import {OPTIMIZER_NAMES} from "../stages/04-optimization/model/race.js";
import {chosen} from "./chosen.js";

/** All that the library has by name, in the order in which the page speaks of them: those of stage 4’s race, and AdamW. */
export const OPTIMIZERS = [
  ...MODEL_RACERS.slice(0, MODEL_RACERS.indexOf("nadam")),
  "adamw",
  ...MODEL_RACERS.slice(MODEL_RACERS.indexOf("nadam"))
] as const;
export type Optimizer = ModelRacer | "adamw";

export const OPTIMIZER_TITLES: Readonly<Record<Optimizer, string>> = {...OPTIMIZER_NAMES, adamw: "AdamW"};

export const RACED_MODELS = ["network", "gru"] as const;
export type RacedModel = (typeof RACED_MODELS)[number];

export const SEEDS = [1, 2, 3] as const;
export const TRIES = 6;

/** One, two and five of a power of ten: three to a decade. */
const RATES = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20] as const;

const each = (model: RacedModel, least: Readonly<Record<Optimizer, number>>) => [model, least] as const;

/** The least rate that each optimizer tries on each model: the other five are the next of the list. */
const LEAST_RATES = new Map([
  each("network", {
    sgd: 0.1,
    momentum: 0.005,
    nesterov: 0.005,
    adagrad: 0.02,
    rmsprop: 0.001,
    adam: 0.001,
    adamw: 0.001,
    nadam: 0.001,
    lion: 0.0002,
    muon: 0.002
  }),
  each("gru", {
    sgd: 0.5,
    momentum: 0.05,
    nesterov: 0.05,
    adagrad: 0.02,
    rmsprop: 0.002,
    adam: 0.002,
    adamw: 0.002,
    nadam: 0.002,
    lion: 0.001,
    muon: 0.002
  })
]);

/** Six rates, three to a decade. */
export function rateGrid(model: RacedModel, optimizer: Optimizer): readonly number[] {
  const from = RATES.findIndex((rate) => rate === LEAST_RATES.get(model)![optimizer]);
  return RATES.slice(from, from + TRIES);
}

/** What AdamW takes off the weights: without it, it is Adam. The others take nothing. */
export const DECAY = 0.1;

export interface OptimizerRun {
  readonly rate: number;
  readonly seed: number;
  readonly broke: boolean;
  /** Nats per token at the end, of the half of held-out names that chooses; JSON spells what is infinite. */
  readonly chooses: number | "Infinity";
  /** Nats per token of the other half along the way, up to where it broke. */
  readonly test: readonly number[];
}

export interface OptimizersOn {
  readonly model: RacedModel;
  readonly steps: number;
  /** Steps from one look to the next. */
  readonly every: number;
  readonly learned: number;
  readonly tested: number;
  readonly parameters: number;
  readonly optimizers: readonly {
    readonly optimizer: Optimizer;
    /** Numbers that it remembers. */
    readonly memory: number;
    /** By rate, and of each rate by seed. */
    readonly runs: readonly OptimizerRun[];
  }[];
}

export const runsOf = ({optimizers}: OptimizersOn, optimizer: Optimizer): readonly OptimizerRun[] =>
  optimizers.find((one) => one.optimizer === optimizer)!.runs;

/** Which half of held-out names. */
type Part = "test" | "chooses";

/** What a run came to at its end: infinite where it broke. */
export const endOf = ({broke, chooses, test}: OptimizerRun, part: Part): number =>
  broke ? Infinity : part === "test" ? test.at(-1)! : Number(chooses);

export const medianOf = (list: readonly number[]): number => {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!; // of an odd number of seeds
};

/** The runs of each rate, seed by seed. */
export const byRate = (on: OptimizersOn, optimizer: Optimizer) =>
  rateGrid(on.model, optimizer).map((rate) => {
    const runs = runsOf(on, optimizer).filter((run) => run.rate === rate);
    const ends = (part: Part): readonly number[] => runs.map((run) => endOf(run, part));
    return {rate, runs, ends, chooses: medianOf(ends("chooses"))};
  });

/** The rate that the half that chooses finds best, by the median of seeds, and what it comes to on the test. */
export function bestRate(on: OptimizersOn, optimizer: Optimizer) {
  const rates = byRate(on, optimizer);
  const best = chosen(rates);
  const tests = best.ends("test");
  return {
    ...best,
    /** Whether it is the least or the greatest that was tried: then a better one may lie beyond. */
    atEdge: [rates[0]!.rate, rates.at(-1)!.rate].includes(best.rate),
    median: medianOf(tests),
    low: Math.min(...tests),
    high: Math.max(...tests)
  };
}

/** A run that somebody tried: what it looks like to him who chooses, and what it is worth. */
interface Tried {
  readonly chooses: number;
  readonly test: number;
}

/**
 * What to expect of the run that is chosen after k tries, drawn from a list without putting back (Dodge et al. 2019): in the
 * order of what chooses, run i is the best of C(n − i, k − 1) of the C(n, k) draws, i from 1.
 */
export function expectedChosen(list: readonly Tried[], k: number): number {
  const sorted = [...list].sort((a, b) => a.chooses - b.chooses);
  let [mean, left] = [0, 1];
  for (const [i, {test}] of sorted.entries()) {
    // of the draws that have none before it, the share that has this one
    const share = Math.min(1, k / (sorted.length - i));
    mean += left * share * test;
    left *= 1 - share;
  }
  return mean;
}

/** The test loss to expect after 1, 2, … tries of rates: the mean over seeds. Who broke or got worse is worth an untrained model. */
export function expectedAfter(on: OptimizersOn, optimizer: Optimizer): readonly number[] {
  const all = runsOf(on, optimizer);
  const untrained = all[0]!.test[0]!;
  const worth = (run: OptimizerRun, part: Part): number => Math.min(untrained, endOf(run, part));
  const tried = (seed: number): readonly Tried[] =>
    all.filter((run) => run.seed === seed).map((run) => ({chooses: worth(run, "chooses"), test: worth(run, "test")}));
  return Array.from({length: TRIES}, (_, i) => {
    const means = SEEDS.map((seed) => expectedChosen(tried(seed), i + 1));
    return means.reduce((a, b) => a + b) / means.length;
  });
}

/** Whether all seeds of one lie below all of another: as far as three seeds can tell, a difference. */
export const apart = (a: Pick<ReturnType<typeof bestRate>, "low" | "high">, b: typeof a): boolean =>
  a.high < b.low || b.high < a.low;
