/** Eight forms of a small transformer at one budget, each at the best of three rates, on the same text. */
import {hash, timeline} from "/lib/index.js";
import {excerpt} from "../../../../tools/corpora.js";
import {
  BALANCE,
  EVERY,
  FORMS,
  RATES,
  SEEDS,
  STEPS,
  TUNED_BY,
  type ArchitectureRun,
  type ArchitectureRuns,
  type BalanceRun,
  type FormName
} from "./architectureForms.js";
import {architectureStage, type ArchitectureConfig} from "./architectureStage.js";
import {expertUse} from "./expertUse.js";

const names = Object.keys(FORMS) as readonly FormName[];
const corpus = (): string => excerpt("moby-dick").text;
const rounded = (x: number): number => Number(x.toFixed(4));

const opened = (name: FormName, learningRate: number, seed: number, more: Partial<ArchitectureConfig> = {}) =>
  timeline(
    architectureStage,
    {corpus: corpus(), form: FORMS[name].form, learningRate, seed, ...more},
    {history: false}
  );

type Opened = ReturnType<typeof opened>;

/** A form at its best rate, and the runs that it was judged by. */
function runOf(name: FormName): {readonly run: ArchitectureRun; readonly seeds: readonly Opened[]} {
  const tuned = RATES.map((rate) => rounded(opened(name, rate, TUNED_BY).at(STEPS).metrics.held));
  const rate = RATES[tuned.indexOf(Math.min(...tuned))]!;
  const seeds = SEEDS.map((seed) => opened(name, rate, seed));
  const losses = seeds.map((run) =>
    Array.from({length: STEPS / EVERY + 1}, (_, i) => rounded(run.at(i * EVERY).metrics.held))
  );
  return {run: {name, rate, tuned, losses}, seeds};
}

function balanceOf(balance: number, seeds: readonly Opened[]): BalanceRun {
  const ends = seeds.map((run) => {
    const {transformer, judged} = run.opened();
    const {state, metrics} = run.at(STEPS);
    return {loss: rounded(metrics.held), shares: expertUse(transformer, state.params, judged[0]!.inputs)};
  });
  return {
    balance,
    losses: ends.map(({loss}) => loss),
    shares: ends.map(({shares}) => shares.map((layer) => layer.map(rounded)))
  };
}

export function value(): ArchitectureRuns {
  const all = names.map(runOf);
  const {run, seeds} = all.find((one) => one.run.name === "mixtral")!;
  const alone = SEEDS.map((seed) => opened("mixtral", run.rate, seed, {balance: 0}));
  return {
    vocabSize: seeds[0]!.opened().transformer.config.vocabSize,
    runs: all.map((one) => one.run),
    balance: [balanceOf(BALANCE, seeds), balanceOf(0, alone)]
  };
}

/** The first steps of each, which a test repeats. */
export const firstSteps = (): string => hash(names.map((name) => hash(opened(name, 0.012, TUNED_BY).at(2).state)));
