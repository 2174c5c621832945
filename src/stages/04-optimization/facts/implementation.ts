import {kept} from "../../../components/bench.js";
import * as t from "/lib/tensor.js";
import {costs} from "../model/stepParts.js";

const learningRate = 0.01;

/** How many numbers an optimizer remembers for each parameter of a matrix. */
function remembered(optimizer: t.GradientTransformation<never>): number {
  const params = {weight: t.ones([8, 8], "float64")};
  const state = optimizer.init(params) as unknown;
  return t.leaves<unknown>(state).filter(([, leaf]) => t.isTensor(leaf)).length;
}
const of = (optimizer: unknown): number => remembered(optimizer as t.GradientTransformation<never>);

const beside = (workload: string, peer: string): number => kept("optimizers", workload, peer).best.ratio;
const OWN = "our AdamW kernel";
const JAX = "jax-js 0.1.25";

/** What the page on implementation says: of what optimizers remember and do, and how fast the last kept run found them. */
export function facts() {
  const {Adam, nothing, momentum} = costs();
  const others = ["sgd", "momentum", "Nesterov", "AdaGrad", "RMSProp", "Adam", "NAdam", "Lion"];
  const ratios = others.map((name) => beside(name, OWN));
  return {
    lion: of(t.lion({learningRate})),
    momentumMemory: of(t.sgd({learningRate, momentum: 0.9})),
    adagrad: of(t.adagrad({learningRate})),
    rmsprop: of(t.rmsprop({learningRate})),
    adam: of(t.adam({learningRate})),
    muon: of(t.muonOfMatrices({learningRate})),
    adamOperations: Adam.operations,
    adamApart: Adam.apart,
    adamTogether: Adam.together,
    sgdOperations: nothing.operations,
    momentumOperations: momentum.operations,
    slowest: 1 / Math.min(...ratios),
    adamOwn: 1 / beside("Adam", OWN),
    sgdOwn: beside("sgd", OWN),
    adamJax: beside("Adam", JAX),
    momentumJax: beside("momentum", JAX)
  };
}

/** What it says in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  fiveTimesFewer: f.adamApart > 4.5 * f.adamTogether,
  oneEach: f.momentumMemory === 1 && f.adagrad === 1 && f.rmsprop === 1 && f.lion === 1 && f.muon === 1,
  adamTwo: f.adam === 2
});
