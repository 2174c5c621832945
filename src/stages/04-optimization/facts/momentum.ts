import race from "../model/raceOnModel.json" with {type: "json"};
import {bestRate, contraction} from "../model/bowl.js";
import {bestOf, endOf, type ModelRuns} from "../model/modelRuns.js";
import {bestMomentum, bestRadius, radius, swing} from "../model/momentumRoots.js";

const runs = race.value as ModelRuns;
const stepsFor = (rho: number): number => Math.ceil(Math.log(1e-3) / Math.log(rho));

/** What the page on momentum says: of bowls exactly, and of the race on a model. */
export function facts() {
  const [ten, hundred] = [bestMomentum(10), bestMomentum(100)];
  const half = swing("heavy ball", 0.1, 0.5, 3);
  return {
    rate10: ten.rate,
    beta10: ten.beta,
    rho10: ten.radius,
    plain10: contraction(10, bestRate(10)),
    beta100: hundred.beta,
    rho100: hundred.radius,
    plain100: contraction(100, bestRate(100)),
    steps100: stepsFor(hundred.radius),
    plainSteps100: stepsFor(contraction(100, bestRate(100))),
    grid100: bestRadius(100, hundred.beta),
    x1: half[1]!,
    x2: half[2]!,
    x3: half[3]!,
    much: radius("heavy ball", 0.02, 0.98),
    sgdRate: bestOf(runs.sgd).rate,
    momentumRate: bestOf(runs.momentum).rate,
    nesterovRate: bestOf(runs.nesterov).rate,
    sgdLoss: endOf(bestOf(runs.sgd)),
    momentumLoss: endOf(bestOf(runs.momentum)),
    nesterovLoss: endOf(bestOf(runs.nesterov)),
    sgdAt: endOf(runs.sgd.find(({rate}) => rate === 0.1)!),
    momentumAt: endOf(runs.momentum.find(({rate}) => rate === 0.01)!)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  halves: f.rho10 < 0.55 && f.plain10 > 0.8,
  tenfold: f.plainSteps100 > 9 * f.steps100,
  gridAgrees: Math.abs(f.grid100 - f.rho100) < 0.01,
  tenTimesSmaller: Math.abs(f.sgdRate / f.momentumRate - 10) < 1e-9 && f.momentumRate === f.nesterovRate,
  sameWay: Math.abs(f.sgdAt - f.momentumAt) < 0.01,
  noBetter: Math.abs(f.sgdLoss - f.momentumLoss) < 0.02 && Math.abs(f.sgdLoss - f.nesterovLoss) < 0.02
});
