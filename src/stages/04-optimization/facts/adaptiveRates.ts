import race from "../model/raceOnModel.json" with {type: "json"};
import moved from "../model/rowsMoved.json" with {type: "json"};
import {adaptiveStep, nothing, stepsOf, streamOf, type Rule} from "../model/adaptiveStep.js";
import {decayed, type Where} from "../model/decayTwoWays.js";
import {bestOf, endOf, type ModelRuns} from "../model/modelRuns.js";
import {slopeOf, type RowsOf, type RowsRun} from "../model/rows.js";
import {pushed, stepsInto} from "../model/schulz.js";
import {bestTurned, type Turned} from "../model/turnedBowl.js";

const runs = race.value as ModelRuns;
const rows = moved.value as readonly RowsRun[];
const remembers = {b1: 0.9, b2: 0.999};

/** Two steps down the bowl of the stage, by hand: places, with a rate of 1. */
function twoSteps(rule: Rule): readonly (readonly [number, number])[] {
  const curvatures = [1, 10];
  let place: readonly number[] = [10, 1];
  let memories = [nothing, nothing];
  return [0, 1].map(() => {
    const done = place.map((x, i) => adaptiveStep(rule, remembers, memories[i]!, curvatures[i]! * x));
    memories = done.map(([, memory]) => memory);
    place = place.map((x, i) => x - done[i]![0]);
    return [place[0]!, place[1]!] as const;
  });
}

const turned = (kappa: number, angle: number, method: Turned): number => bestTurned({kappa, angle}, method).height;
const rowsOf = (optimizer: RowsOf) => rows.find((run) => run.optimizer === optimizer)!.rows;
const tenfold = (optimizer: RowsOf): number => 10 ** slopeOf(rowsOf(optimizer));
const went = (optimizer: RowsOf, character: string): number =>
  rowsOf(optimizer).find((row) => row.character === character)!.moved;
const left = (where: Where, size: number): number =>
  decayed(where, {learningRate: 0.01, decay: 0.1, size}, 1000).at(-1)!;

/** Where Muon’s five applications bring singular values of at least a hundredth. */
const band = Array.from({length: 1981}, (_, i) => pushed("quintic", 0.01 + i / 2000, 5).at(-1)!);

/** What the page on adaptive rates says. */
export function facts() {
  const [adagrad, adam] = [twoSteps("AdaGrad"), twoSteps("Adam")];
  const uncorrected = stepsOf("Adam, uncorrected", remembers, streamOf("steady", 1, 400));
  return {
    adagradX2: adagrad[1]![0],
    adamX2: adam[1]![0],
    adamY2: adam[1]![1],
    uncorrectedFirst: uncorrected[0]!,
    uncorrectedMost: Math.max(...uncorrected),
    uncorrectedHundredth: uncorrected[99]!,
    fadingShort: stepsOf("Adam", {b1: 0.9, b2: 0.9}, streamOf("fading", 1, 100)).at(-1)!,
    fadingLong: stepsOf("Adam", remembers, streamOf("fading", 1, 100)).at(-1)!,
    noisyMean: stepsOf("Adam", remembers, streamOf("noisy", 1, 2000))
      .slice(1000)
      .reduce((sum, each) => sum + each / 1000, 0),
    sgd100: turned(100, 0, "gradient descent"),
    adagradTurned15: turned(100, 15, "AdaGrad"),
    adagradTurned45: turned(100, 45, "AdaGrad"),
    adagrad0: turned(100, 0, "AdaGrad"),
    adam1000: turned(1000, 0, "Adam"),
    adam1000Turned: turned(1000, 45, "Adam"),
    momentum1000: turned(1000, 0, "momentum"),
    momentum1000Turned: turned(1000, 45, "momentum"),
    sgdTenfold: tenfold("sgd"),
    adagradTenfold: tenfold("adagrad"),
    adamTenfold: tenfold("adam"),
    lionTenfold: tenfold("lion"),
    sgdE: went("sgd", "e"),
    sgdQ: went("sgd", "q"),
    adamE: went("adam", "e"),
    adamQ: went("adam", "q"),
    sgdLoss: endOf(bestOf(runs.sgd)),
    adagradLoss: endOf(bestOf(runs.adagrad)),
    rmspropLoss: endOf(bestOf(runs.rmsprop)),
    adamLoss: endOf(bestOf(runs.adam)),
    lionLoss: endOf(bestOf(runs.lion)),
    lionRate: bestOf(runs.lion).rate,
    adamRate: bestOf(runs.adam).rate,
    muonLoss: endOf(bestOf(runs.muon)),
    coupledTenth: left("in the gradient", 0.1),
    coupledOne: left("in the gradient", 1),
    coupledTen: left("in the gradient", 10),
    apart: left("beside it", 10),
    apartTenth: left("beside it", 0.1),
    cubicSteps: stepsInto("cubic", 0.001),
    quinticSteps: stepsInto("quintic", 0.001),
    bandLow: Math.min(...band),
    bandHigh: Math.max(...band)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  uncorrectedTooLong: f.uncorrectedFirst > 3 && f.uncorrectedMost > 5 && f.uncorrectedHundredth > 3,
  fadingNearlyFull: f.fadingShort > 0.9,
  fadingLongMemory: f.fadingLong < 0.4,
  noisyShorter: Math.abs(f.noisyMean - 1 / Math.sqrt(10)) < 0.01,
  alignedNoMatter: f.adagrad0 < 1e-100,
  slightTurnCosts: f.adagradTurned15 > 1,
  behindDescent: f.adagradTurned45 > f.sgd100,
  adamTurnedWorse: f.adam1000Turned > 500 * f.adam1000,
  momentumDoesNotSee: Math.abs(f.momentum1000 / f.momentum1000Turned - 1) < 1e-6,
  rareLeftBehind: f.sgdE > 10 * f.sgdQ,
  rareCatchesUp: f.adamE < 3 * f.adamQ,
  descentByFrequency: f.sgdTenfold > 2,
  adaptiveAlike: Math.max(f.adagradTenfold, f.adamTenfold, f.lionTenfold) < 1.5,
  aheadOfDescent: Math.max(f.adagradLoss, f.rmspropLoss, f.adamLoss) < f.sgdLoss - 0.05,
  adagradAhead: f.adagradLoss < Math.min(f.rmspropLoss, f.adamLoss),
  lionTenth: Math.abs(f.lionRate / f.adamRate - 0.1) < 1e-9,
  lionBehind: f.lionLoss > f.adamLoss,
  muonLeads: f.muonLoss < f.adagradLoss + 0.01 && f.muonLoss < f.adamLoss - 0.03,
  bySize: f.coupledTenth < 0.01 && f.coupledTen > 0.85,
  apartAlike: Math.abs(f.apart - f.apartTenth) < 0.005,
  equalAtOne: Math.abs(f.coupledOne - f.apart) < 0.01,
  quinticQuicker: f.cubicSteps > 2 * f.quinticSteps,
  withinBand: f.bandLow > 0.68 && f.bandHigh < 1.14
});
