import kept from "../model/sharpness.json" with {type: "json"};
import {bestRate, bowlHeight, bowlWalk, contraction} from "../model/bowl.js";
import {gainOf, curves} from "../model/oneStep.js";

/** How many steps leave a millionth of the starting height. */
function stepsTo(conditionNumber: number, share: number): number {
  const rate = share * bestRate(conditionNumber);
  const path = bowlWalk({conditionNumber, rate, start: [-1.8, 1]}, 5000);
  const first = bowlHeight(conditionNumber, path[0]!);
  return path.findIndex((place) => bowlHeight(conditionNumber, place) < 1e-6 * first);
}

/** What the page on gradient descent says: of bowls, of single steps, and of a network's largest curvature. */
export function facts() {
  const [half, one, two] = kept.value as readonly (typeof kept.value)[number][];
  const most = (list: readonly number[]): number => Math.max(...list);
  const late = two!.sharpness.slice(10);
  const wave = gainOf(curves.wave, 1.2, 1 / curves.wave.smoothness);
  return {
    steps3: stepsTo(3, 1),
    steps10: stepsTo(10, 1),
    steps30: stepsTo(30, 1),
    steps100: stepsTo(100, 1),
    rho10: contraction(10, bestRate(10)),
    rhoL10: contraction(10, 1 / 10),
    waveGained: wave.gained,
    wavePromised: wave.promised,
    sharpStart: one!.sharpness[0]!,
    halfMost: most(half!.sharpness),
    oneMost: most(one!.sharpness),
    oneAfter: Math.min(...one!.sharpness.slice(one!.sharpness.indexOf(most(one!.sharpness)))),
    twoLeast: Math.min(...late),
    twoMost: most(late),
    twoMean: late.reduce((a, b) => a + b) / late.length,
    halfLoss: half!.losses.at(-1)!,
    oneLoss: one!.losses.at(-1)!,
    twoLoss: two!.losses.at(-1)!,
    twoUps: two!.losses.filter((loss, i) => i > 0 && loss > two!.losses[i - 1]!).length,
    halfUps: half!.losses.filter((loss, i) => i > 0 && loss > half!.losses[i - 1]!).length,
    looks: two!.losses.length - 1
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  proportional:
    Math.abs(f.steps100 / f.steps10 - 10) < 2 && Math.abs(f.steps30 / f.steps3 - 10) < 4 && f.steps30 > 2.5 * f.steps10,
  promiseKept: f.waveGained >= f.wavePromised,
  rises: f.oneMost > 6 * f.sharpStart,
  halfStaysBelow: f.halfMost < 0.6 * 4,
  oneReachesEdge: Math.abs(f.oneMost / 2 - 1) < 0.1,
  oneTurnsBack: f.oneAfter < 0.85 * f.oneMost,
  twoAround: f.twoLeast < 1 && f.twoMost > 2 && f.twoMean > 1,
  twoStillBest: f.twoLoss < f.oneLoss && f.oneLoss < f.halfLoss,
  twoNotMonotone: f.twoUps > 5 && f.halfUps === 0
});
