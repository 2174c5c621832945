import looks from "../model/gradientNoise.json" with {type: "json"};
import runs from "../model/batchRuns.json" with {type: "json"};
import {fewestSteps, NOISE_SIZES, PAIRS, TARGETS, type BatchRuns} from "../model/batchPlan.js";
import {exampleGradients, meanPlace} from "../model/batchCloud.js";
import {floorOf} from "../model/noisyBowl.js";
import {batchVariance, hyperbola} from "../model/noiseScale.js";
import {squareAfter} from "../model/robbinsMonro.js";
import {batchBowl, ruled} from "../model/scalingRule.js";

const STEPS = 10_000;
const kept: readonly BatchRuns[] = runs.value;

const floor = (batch: number): number => floorOf(batchBowl(batch), ruled("times k", batch));

const fewest = (target: number) => fewestSteps(kept, target);
const stepsAt = (target: number, batch: number): number => fewest(target).find((one) => one.batch === batch)!.steps;

/** The largest share by which the hyperbola misses a point. */
const worst = (target: number): number => {
  const points = fewest(target);
  const {least, knee} = hyperbola(points);
  return Math.max(...points.map(({batch, steps}) => Math.abs((least * (1 + knee / batch)) / steps - 1)));
};

/** What the page on gradients of batches says, of formulas and of a model as it was measured. */
export function facts() {
  const [first, fifty, hundreds, late] = looks.value as [Look, Look, Look, Look];
  const off = looks.value.map(({trace, deviations}) =>
    NOISE_SIZES.map((batch, i) => Math.abs(deviations[i]! / batchVariance(trace, PAIRS, batch) - 1))
  );
  const gaps = looks.value.map(({estimated, trace, square}) =>
    Math.abs(estimated.trace / estimated.square / (trace / square) - 1)
  );
  const knees = TARGETS.map((target) => hyperbola(fewest(target)));
  const whole = meanPlace(exampleGradients);
  return {
    examples: exampleGradients.length,
    uphill: exampleGradients.filter(([a, b]) => a * whole[0] + b * whole[1] < 0).length,
    pairs: PAIRS,
    lastBatch: PAIRS % 64,
    lastWeight: 64 / (PAIRS % 64),
    floor1: floor(1),
    floor8: floor(8),
    floor32: floor(32),
    fall0: squareAfter(0, STEPS),
    fallHalf: squareAfter(0.5, STEPS),
    fall1: squareAfter(1, STEPS),
    fall2: squareAfter(2, STEPS),
    fall2early: squareAfter(2, STEPS / 10),
    lossFirst: first.loss,
    lossFifty: fifty.loss,
    lossHundreds: hundreds.loss,
    lossLate: late.loss,
    squareFirst: first.square,
    squareFifty: fifty.square,
    squareHundreds: hundreds.square,
    squareLate: late.square,
    traceFirst: first.trace,
    traceFifty: fifty.trace,
    traceHundreds: hundreds.trace,
    traceLate: late.trace,
    simpleFirst: first.trace / first.square,
    simpleFifty: fifty.trace / fifty.square,
    simpleHundreds: hundreds.trace / hundreds.square,
    simpleLate: late.trace / late.square,
    bentFirst: first.noise / first.curvature,
    bentFifty: fifty.noise / fifty.curvature,
    bentHundreds: hundreds.noise / hundreds.curvature,
    bentLate: late.noise / late.curvature,
    worstDeviation: Math.max(...off.flat()),
    worstGap: Math.max(...gaps),
    knee26: knees[0]!.knee,
    knee25: knees[1]!.knee,
    knee245: knees[2]!.knee,
    least25: knees[1]!.least,
    worstFit: Math.max(...TARGETS.map(worst)),
    steps4: stepsAt(2.5, 4),
    steps8: stepsAt(2.5, 8),
    steps16: stepsAt(2.5, 16),
    steps32: stepsAt(2.5, 32),
    steps1024: stepsAt(2.5, 1024),
    steps2048: stepsAt(2.5, 2048),
    examples4: 4 * stepsAt(2.5, 4),
    examples16: 16 * stepsAt(2.5, 16),
    examples2048: 2048 * stepsAt(2.5, 2048),
    rate4: fewest(2.5).find(({batch}) => batch === 4)!.rate,
    rate32: fewest(2.5).find(({batch}) => batch === 32)!.rate,
    rate256: fewest(2.5).find(({batch}) => batch === 256)!.rate,
    rate2048: fewest(2.5).find(({batch}) => batch === 2048)!.rate
  };
}

type Look = (typeof looks.value)[number];

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  sameFloor: f.floor8 / f.floor1 < 1.15,
  higherFloor: f.floor32 / f.floor1 > 2.5,
  forgets: Math.max(f.fallHalf, f.fall1) < 0.05 && f.fall0 > 2,
  neverForgets: f.fall2 > 10 && f.fall2early / f.fall2 < 1.02,
  onTheLine: f.worstDeviation < 0.15,
  squareFalls: f.squareLate < f.squareFirst / 4,
  traceGrows: f.traceLate > 1.5 * f.traceFirst,
  scaleGrows: f.simpleFirst < f.simpleFifty && f.simpleFifty < f.simpleHundreds && f.simpleHundreds < f.simpleLate,
  tenfold: f.simpleLate > 10 * f.simpleFirst,
  bentIsHalf: [
    f.bentFirst / f.simpleFirst,
    f.bentFifty / f.simpleFifty,
    f.bentHundreds / f.simpleHundreds,
    f.bentLate / f.simpleLate
  ].every((r) => r > 0.35 && r < 0.75),
  twoSizesAgree: f.worstGap < 0.1,
  halves: f.steps4 / f.steps8 > 1.7 && f.steps8 / f.steps16 > 1.7 && f.steps16 / f.steps32 > 1.7,
  fifthLess: 1 - f.steps2048 / f.steps1024 < 0.2,
  examplesFlat: Math.abs(f.examples16 / f.examples4 - 1) < 0.15,
  examplesMany: f.examples2048 > 5 * f.examples16,
  ratesFollow: f.rate32 / f.rate4 >= 4 && f.rate2048 / f.rate256 <= 2,
  fits: f.worstFit < 0.4,
  kneeBetween:
    f.knee26 > f.bentFifty && f.knee26 < f.simpleFifty && f.knee25 > f.bentFifty && f.knee25 < f.simpleHundreds,
  kneeGrows: f.knee26 < f.knee25 && f.knee25 < f.knee245,
  kneeAtUpper: Math.abs(f.knee245 / f.simpleHundreds - 1) < 0.1,
  kneeAboveBent: [f.knee26 / f.bentFifty, f.knee25 / f.bentHundreds, f.knee245 / f.bentHundreds].every(
    (r) => r > 1.3 && r < 2.1
  )
});
