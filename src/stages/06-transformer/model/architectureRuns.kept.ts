/** Eight forms of a small transformer at one budget, each at the best of three rates, on the same text. */
import {hash, timeline} from "/lib/index.js";
import {excerpt} from "../../../../tools/corpora.js";
import {
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

function runOf(name: FormName): ArchitectureRun {
  const tuned = RATES.map((rate) => rounded(opened(name, rate, TUNED_BY).at(STEPS).metrics.held));
  const rate = RATES[tuned.indexOf(Math.min(...tuned))]!;
  const losses = SEEDS.map((seed) => {
    const run = opened(name, rate, seed);
    return Array.from({length: STEPS / EVERY + 1}, (_, i) => rounded(run.at(i * EVERY).metrics.held));
  });
  return {name, rate, tuned, losses};
}

function balanceOf(balance: number, rate: number): BalanceRun {
  const ends = SEEDS.map((seed) => {
    const run = opened("mixtral", rate, seed, {balance});
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
  const runs = names.map(runOf);
  const {rate} = runs.find(({name}) => name === "mixtral")!;
  return {
    vocabSize: opened("llama", rate, TUNED_BY).opened().transformer.config.vocabSize,
    runs,
    balance: [0.01, 0].map((balance) => balanceOf(balance, rate))
  };
}

/** The first steps of each, which a test repeats. */
export const firstSteps = (): string => hash(names.map((name) => hash(opened(name, 0.012, TUNED_BY).at(2).state)));
