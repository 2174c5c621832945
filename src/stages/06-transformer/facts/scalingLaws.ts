import {heldOut} from "/lib/index.js";
import {chinchilla, estimate} from "/lib/transformer.js";
import {excerpt} from "../../../../tools/corpora.js";
import kept from "../model/scalingRuns.json" with {type: "json"};
import {alongBudget, CHINCHILLA_FLOPS, exponents, planOf, replicated} from "../model/budgets.js";
import {expectedOf, forecastOf} from "../model/forecast.js";
import {fitLaw} from "../model/lossLaw.js";
import {allRight, onLine, throughThree} from "../model/powerLaws.js";
import {DRAWS, FORMS, FROM, HELD, isFitted, SIZES, TOKENS_PER_STEP, type ScalingRun} from "../model/scalingSpec.js";

/** What training costs by 6ND, beside what is counted exactly, for a model in the form of Llama. */
function sixOf(width: number, layers: number, context: number, vocabSize: number): number {
  const {parameters, flopsPerToken} = estimate({vocabSize, layers, width, heads: width / 64, context, tied: true});
  return flopsPerToken.training / (6 * parameters.total);
}

/** Laws by hand, published constants, and the book’s own family of runs in numbers. */
export function facts() {
  const runs: readonly ScalingRun[] = kept.value;
  const at = (width: number, steps: number): ScalingRun =>
    runs.find((run) => run.width === width && run.tokens === steps * TOKENS_PER_STEP)!;
  const seen = runs.filter(isFitted());
  const held = runs.filter(({width}) => width === HELD);
  const last = held.at(-1)!;
  const letters = heldOut(excerpt("moby-dick").text).train.length;
  const [floor, none] = [forecastOf(seen, "floor"), forecastOf(seen, "no floor")];
  const told = held.map((run) => ({run, ...floor.interval(expectedOf(run))}));
  const [best, noneBest] = [floor.interval(expectedOf(last)), none.interval(expectedOf(last))];
  const seenMost = Math.max(...seen.map(({parameters}) => parameters));
  const far = {parameters: 1e8, tokens: 1e10};
  const [farFloor, farNone] = [floor.interval(expectedOf(far)), none.interval(expectedOf(far))];
  const floors = floor.interval(({irreducible}) => irreducible);
  const alphas = floor.interval(({alpha}) => alpha);
  const betas = floor.interval(({beta}) => beta);
  const sizes = floor.interval((law) => exponents(law).size);
  const fallen = (steps: number): number => at(32, steps).unfallen! - at(32, steps).loss;
  const choices = FORMS.flatMap((form) =>
    Object.values(SIZES).flatMap((width) =>
      FROM.map((steps) => {
        const {law} = fitLaw(runs.filter(isFitted(width, steps)), form);
        return {form, floor: law.irreducible, alpha: law.alpha, forecast: expectedOf(last)(law)};
      })
    )
  );
  const forecasts = choices.map(({forecast}) => forecast);
  const floored = choices.filter(({form}) => form === "floor");
  const [allFloors, allAlphas] = [floored.map((choice) => choice.floor), floored.map(({alpha}) => alpha)];
  const hand = throughThree([5, 3, 2], 100);
  const [published, again] = [planOf(chinchilla, CHINCHILLA_FLOPS), planOf(replicated, CHINCHILLA_FLOPS)];
  const flat = alongBudget(replicated, CHINCHILLA_FLOPS, [again.parameters / 2, again.parameters * 2], 2);
  return {
    least: runs[0]!.parameters,
    most: last.parameters,
    runs: seen.length,
    draws: DRAWS,
    ends: held.length,
    tokensLeast: runs[0]!.tokens,
    tokensMost: last.tokens,
    letters,
    epochs: last.tokens / letters,
    timesSize: seenMost / runs[0]!.parameters,
    farTimes: Math.min(far.parameters / seenMost, far.tokens / last.tokens),
    sixLeast: runs[0]!.flops / (6 * runs[0]!.parameters * runs[0]!.tokens),
    sixMost: last.flops / (6 * last.parameters * last.tokens),
    sixLarge: sixOf(4096, 32, 2048, 32000),
    sixLong: sixOf(4096, 32, 131072, 32000),
    lastSeen: Math.min(...seen.map(({loss}) => loss)),
    measured: last.loss,
    foretold: best.value,
    off: Math.abs(best.value - last.loss),
    inside: told.filter(({run, low, high}) => run.loss >= low && run.loss <= high).length,
    noneForetold: noneBest.value,
    noneOff: noneBest.value - last.loss,
    error: floor.error,
    noneError: none.error,
    floorLow: floors.low,
    floorHigh: floors.high,
    alphaLow: alphas.low,
    alphaHigh: alphas.high,
    betaLow: betas.low,
    betaHigh: betas.high,
    sizeLow: sizes.low,
    sizeHigh: sizes.high,
    farFloor: farFloor.value,
    farFloorLow: farFloor.low,
    farFloorHigh: farFloor.high,
    farNone: farNone.value,
    fallen128: fallen(128),
    fallen256: fallen(256),
    fallen512: fallen(512),
    fallen1024: fallen(1024),
    doubled: at(32, 1024).loss - at(32, 2048).loss,
    forecastLeast: Math.min(...forecasts),
    forecastMost: Math.max(...forecasts),
    floorLeast: Math.min(...allFloors),
    floorMost: Math.max(...allFloors),
    alphaLeast: Math.min(...allAlphas),
    alphaMost: Math.max(...allAlphas),
    handExponent: hand.exponent,
    handRuler: onLine(1e8, [1e2, 5], [1e6, 2]).value,
    handLaw: hand.floor + Math.pow(hand.ratio, 3) * (5 - hand.floor),
    publishedSize: published.parameters / 1e9,
    publishedTokens: published.tokens / 1e12,
    publishedPer: published.perParameter,
    againSize: again.parameters / 1e9,
    againTokens: again.tokens / 1e12,
    againPer: again.perParameter,
    publishedExponent: exponents(chinchilla).size,
    againExponent: exponents(replicated).size,
    flatLeft: flat[0]!.loss - again.loss,
    flatRight: flat[1]!.loss - again.loss,
    ten: 100 * allRight(0.5, 10),
    tenBetter: 100 * allRight(0.05, 10)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  near: f.off < 0.05 && f.measured < f.lastSeen,
  littleGained: f.lastSeen - f.measured > f.off && f.lastSeen - f.measured < f.off + 0.01,
  allNear: f.forecastLeast > f.measured - 0.08 && f.forecastMost < f.measured + 0.08,
  floorsDiffer: f.floorLeast < 0.25 && f.floorMost > 1.35,
  noneAsGood: f.noneError < 1.03 * f.error,
  noneNearer: Math.abs(f.noneOff) < f.off,
  sizeUnknown: f.sizeLow < 0.5 && f.sizeHigh > 0.73,
  fallMatters: f.fallen256 > 0 && f.fallen512 > f.fallen256 && f.fallen1024 > f.fallen512,
  shortFall: f.fallen128 < 0,
  alphaDiffers: f.alphaMost > 2 * f.alphaLeast,
  letters: f.letters > 1e6 && f.letters < 1.3e6,
  farther: f.farTimes > 1000,
  tens: f.timesSize > 20 && f.timesSize < 40 && f.noneError < 1.03 * f.error,
  farApart: f.farFloor - f.farNone > 0.33,
  longNotSix: f.sixLong > 3,
  publishedFar: f.publishedPer > 60,
  againTwenty: f.againPer > 15 && f.againPer < 25,
  flat: Math.max(f.flatLeft, f.flatRight) < 0.006
});
