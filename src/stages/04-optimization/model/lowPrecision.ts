/** A network whose weights are kept in bfloat16, in three ways; and how small the numbers of its gradients are. */
import {fold, key, uniform} from "/lib/index.js";
import * as t from "/lib/tensor.js";
import {BFLOAT16, roundByChance, roundTo} from "../../../components/floats.js";
import type {GradientSize} from "../../../components/lossScale.js";
import {LOW_EVERY, LOW_RATES, LOW_STEPS, KEEPERS, type Keeper, type LowRun} from "./lowPrecisionSettings.js";
import {numbersOf} from "./numbersOf.js";
import {mapNumbers, practiceNetwork} from "./practiceNetwork.js";
import {trained} from "./trained.js";

/** Steps from one count of lost updates to the next. */
const COUNT_EVERY = 10;

const nearest = (x: number): number => roundTo(BFLOAT16, x);

/** What becomes of the weights after a step. */
function kept<P extends object>(keeper: Keeper, params: P, step: number): P {
  if (keeper === "nearest") return mapNumbers(params, nearest);
  if (keeper !== "chance") return params;
  const drawn = fold(key(7), step);
  let i = 0;
  return mapNumbers(params, (x) => roundByChance(BFLOAT16, x, uniform(drawn, i++)));
}

/** A run of Adam, whose own means are float32. Gradients are taken at weights in bfloat16 but for float32. */
export function lowRun(corpus: string, keeper: Keeper, rate: number, steps = LOW_STEPS): LowRun {
  const network = practiceNetwork(corpus);
  const optimizer = t.adam({learningRate: rate});
  const seen = <P extends object>(params: P): P => (keeper === "float32" ? params : mapNumbers(params, nearest));
  let params = keeper === "master" ? network.first : seen(network.first);
  let state = optimizer.init(params);
  let [lost, all] = [0, 0];
  const losses = [Number(network.held(seen(params)).toFixed(4))];
  for (let step = 0; step < steps; step++) {
    const grads = network.gradients(seen(params), network.data(step));
    const [updates, next] = optimizer.update(grads, state, params);
    const moved = kept(keeper, t.applyUpdates(params, updates), step);
    if (step % COUNT_EVERY === 0) {
      const [before, after] = [numbersOf(params), numbersOf(moved)];
      const counted = numbersOf(updates).flatMap((update, i) => (update === 0 ? [] : [before[i] === after[i]]));
      all += counted.length;
      lost += counted.filter((same) => same).length;
    }
    [params, state] = [moved, next];
    if ((step + 1) % LOW_EVERY === 0) losses.push(Number(network.held(seen(params)).toFixed(4)));
  }
  return {rate, keeper, losses, lost: Number((lost / all).toFixed(4))};
}

export const lowRuns = (corpus: string): readonly LowRun[] =>
  LOW_RATES.flatMap((rate) => KEEPERS.map((keeper) => lowRun(corpus, keeper, rate)));

/** The numbers of the gradient of a batch after so many steps, by their exponents; zeros are left out. */
export function gradientSizes(corpus: string, steps: number): readonly GradientSize[] {
  const network = practiceNetwork(corpus);
  const params = trained({network, from: network.first, optimizer: t.adam({learningRate: 0.01}), steps});
  const counts = new Map<number, number>();
  for (const g of numbersOf(network.gradients(params, network.data(steps)))) {
    if (g === 0) continue;
    const exponent = Math.floor(Math.log2(Math.abs(g)));
    counts.set(exponent, (counts.get(exponent) ?? 0) + 1);
  }
  return [...counts].map(([exponent, count]) => ({exponent, count})).sort((a, b) => a.exponent - b.exponent);
}
