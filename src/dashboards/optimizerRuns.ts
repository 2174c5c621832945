/** Every optimizer on one model, with one budget: the same steps and batches, as many rates, and the same seeds. */
import {excerpt} from "../../tools/corpora.js";
import {
  bengio,
  recurrent,
  type BengioParams,
  type LmConfig,
  type LmText,
  type RecurrentParams
} from "/lib/stages/neural-lm.js";
import {numbersIn} from "../components/languageModel/numbersIn.js";
import {racedNetwork} from "../stages/04-optimization/model/networks.js";
import {halvesOf, lossOn, recurrentCosts, windowCosts, type Costs, type Halves, type Observation} from "./judged.js";
import {
  DECAY,
  OPTIMIZERS,
  rateGrid,
  SEEDS,
  type OptimizerRun,
  type OptimizersOn,
  type RacedModel
} from "./optimizers.js";
import {rounded} from "./rounded.js";

const EVERY = 20;

/** What training asks of a model, whichever it is. */
interface Raced {
  readonly parameters: () => number;
  readonly memory: () => number;
  readonly run: (steps: number, look: (costs: Costs) => boolean) => void;
}

interface Learner<S, B> {
  readonly model: () => S;
  readonly step: (state: S, batch: B) => S;
  readonly data: (step: number) => B;
}

const raced = <S extends {readonly params: object; readonly optimizer: unknown}, B>(
  {model, step, data}: Learner<S, B>,
  charge: (params: S["params"]) => Costs
): Raced => ({
  parameters: () => numbersIn(model().params),
  memory: () => numbersIn(model().optimizer),
  run: (steps, look) => {
    let state = model();
    for (let i = 0; i <= steps; i++) {
      if (i % EVERY === 0 && !look(charge(state.params))) return;
      if (i < steps) state = step(state, data(i));
    }
  }
});

const GRU = {cell: "gru", width: 8, hidden: 32, seqLen: 16, batchSize: 16} as const;

/** A model with what it is told, ready to run. */
function open(model: RacedModel, asked: Pick<LmConfig, "optimizer" | "learningRate" | "seed">) {
  const corpus = excerpt("names").text;
  const told = {...asked, weightDecay: asked.optimizer === "adamw" ? DECAY : 0};
  if (model === "network") {
    const made = bengio({...racedNetwork(corpus), ...told, scored: 1});
    const list = observed(made);
    return {text: made, ...raced(made, (params: BengioParams) => windowCosts(made, params, list))};
  }
  const made = recurrent({corpus, documents: true, ...GRU, ...told, clip: Infinity, scored: 1});
  const list = observed(made);
  return {text: made, ...raced(made, (params: RecurrentParams) => recurrentCosts(made, "gru", params, list))};
}

function observed(text: LmText): readonly Observation[] {
  const {chooses, test} = halvesOf(text);
  return [...chooses, ...test];
}

/** One run, up to where it broke. */
export function optimizerRun(
  model: RacedModel,
  told: Required<Pick<LmConfig, "optimizer" | "learningRate" | "seed">>,
  steps: number
): OptimizerRun {
  const {text, run} = open(model, told);
  const halves: Halves = halvesOf(text);
  const test: number[] = [];
  let chooses = NaN;
  let broke = false;
  try {
    run(steps, (costs) => {
      const loss = lossOn(halves.test, costs);
      broke = !Number.isFinite(loss);
      if (!broke) test.push(rounded(loss));
      chooses = lossOn(halves.chooses, costs);
      return !broke;
    });
  } catch {
    broke = true; // a NaNError: the step could not be done
  }
  return {rate: told.learningRate, seed: told.seed, broke, chooses: broke ? "Infinity" : rounded(chooses), test};
}

/** All runs of a model. */
export function optimizersOn(model: RacedModel, steps: number): OptimizersOn {
  const text = open(model, {}).text;
  const {test} = halvesOf(text);
  return {
    model,
    steps,
    every: EVERY,
    learned: text.train.length,
    tested: test.reduce((sum, {from, end}) => sum + end - from, 0),
    parameters: open(model, {}).parameters(),
    optimizers: OPTIMIZERS.map((optimizer) => ({
      optimizer,
      memory: open(model, {optimizer}).memory(),
      runs: rateGrid(model, optimizer).flatMap((learningRate) =>
        SEEDS.map((seed) => optimizerRun(model, {optimizer, learningRate, seed}, steps))
      )
    }))
  };
}
