/** What a judge of gradients can see: its errors by theory and in fact, and how often one choice of weights is blind. */
import {cos, exp, key, log, pow, roundToBfloat16, sin, tanh, uniform} from "/lib/index.js";
import * as t from "/lib/tensor.js";
import {arithmetics, relativeError} from "../model/precisionRuns.js";
import testing from "./testing.json" with {type: "json"};

const EPSILON = 2 ** -53;

/** The errors of a central difference that is divided by the step that was meant, and by the step that was taken. */
function central(f: (x: number) => number, x: number, h: number, exact: number) {
  const [right, left] = [x + h, x - h];
  const rise = f(right) - f(left);
  return {meant: Math.abs(rise / (2 * h) - exact), taken: Math.abs(rise / (right - left) - exact)};
}

const TRIALS = 10_000;
const DIRECTIONS = 20;
const OUTPUTS = 8;

/**
 * Of many checks of tanh, whose slope is wrong by a factor of 1.001 at one output of eight: how many pass, with one
 * choice of weights for all directions, and with a fresh one for each. No input is moved alone.
 */
function blindness() {
  const slopes = Array.from(t.randomNormal(t.key(1), [OUTPUTS], "float64").data, (x) => 1 - tanh(x) * tanh(x));
  let [blindOne, blindFresh] = [0, 0];
  for (let trial = 0; trial < TRIALS; trial++) {
    const draws = Float64Array.from(t.randomNormal(t.key(1000 + trial), [2 * DIRECTIONS, OUTPUTS], "float64").data);
    const row = (i: number) => draws.subarray(i * OUTPUTS, (i + 1) * OUTPUTS);
    const passes = (fresh: boolean): boolean =>
      Array.from({length: DIRECTIONS}, (_, i) => {
        const [v, u] = [row(2 * i), row(fresh ? 2 * i + 1 : 1)];
        const truth = slopes.reduce((sum, slope, j) => sum + u[j]! * slope * v[j]!, 0);
        const off = 0.001 * u[0]! * slopes[0]! * v[0]!;
        return Math.abs(off) <= 1e-6 * Math.max(1, Math.abs(truth));
      }).every(Boolean);
    if (passes(false)) blindOne++;
    if (passes(true)) blindFresh++;
  }
  return {trials: TRIALS, blindOne, blindFresh};
}

/** The best that central differences of eˣ at 1 do over many steps, in one precision: the step, and the digits that are right. */
function best(round: (x: number) => number) {
  const f = (x: number): number => round(exp(round(x)));
  const steps = Array.from({length: 45}, (_, i) => pow(10, -i / 4));
  const errors = steps.map((h) => {
    const [right, left] = [round(1 + h), round(1 - h)];
    return Math.abs(round(round(f(right) - f(left)) / round(2 * h)) / Math.E - 1);
  });
  const least = Math.min(...errors.filter((error) => error > 0));
  return {step: steps[errors.indexOf(least)]!, error: least};
}

/** What the probabilities of a softmax of so many logits sum to, if every operation is rounded to bfloat16. */
function softmaxSum(n: number): number {
  const round = roundToBfloat16;
  const powers = Array.from({length: n}, (_, i) => round(exp(round(round(uniform(key(5), i)) - 1))));
  const total = powers.reduce((sum, e) => round(sum + e), 0);
  return powers.reduce((sum, e) => sum + round(e / total), 0);
}

const LONG = 16_384;

export const facts = () => {
  const [wide, narrow] = [best((x) => x), best(Math.fround)];
  const logarithm = central(log, 1, 1e-9, 1);
  const wave = central(sin, 1000, 1e-5, cos(1000));
  const [h, e] = [3e-4, Math.E];
  return {
    // ln at 1 with 10⁻⁹: what equation E(h) leaves when f is 0, and what is so
    logBound: 1e-18 / 3,
    logMeant: logarithm.meant,
    logTaken: logarithm.taken,
    // sin at 1000 with 10⁻⁵
    waveBound: (1e-10 / 6) * Math.abs(cos(1000)) + (EPSILON * Math.abs(sin(1000))) / 1e-5,
    waveMoved: (EPSILON * 1000 * Math.abs(cos(1000))) / 1e-5,
    waveMeant: wave.meant,
    waveTaken: wave.taken,
    // five points of eˣ at 1 with the library's step
    fiveTruncation: (h * h * h * h * e) / 30,
    fiveRounding: (1.5 * EPSILON * e) / h,
    wideStep: wide.step,
    wideError: wide.error,
    narrowStep: narrow.step,
    narrowError: narrow.error,
    softmaxSum: softmaxSum(LONG),
    longSum: relativeError("sum", true, arithmetics[2]!, LONG, 1),
    cured: relativeError("dot", true, arithmetics[3]!, LONG, 1),
    ...blindness()
  };
};

/** What the page says of these, and of those that cost time, in words. */
export const claims = (f: ReturnType<typeof facts>) => {
  const {facts: cost} = testing;
  return {
    boundMissesTheMove: f.logMeant > 1e9 * f.logBound && f.waveMeant > 10 * f.waveBound,
    takenIsBetter: f.logTaken < f.logMeant && f.waveTaken < f.waveMeant,
    roundingRulesHere: f.fiveRounding > 1000 * f.fiveTruncation,
    farBelowTolerance: f.fiveRounding < 1e-11,
    oneIsSometimesBlind: f.blindOne > 0 && f.blindOne < f.trials / 100,
    tenDigits: f.wideError > 1e-12 && f.wideError < 1e-9 && f.wideStep > 1e-6 && f.wideStep < 1e-4,
    fourOrFive: f.narrowError > 1e-6 && f.narrowError < 1e-4 && f.narrowStep > 1e-3 && f.narrowStep < 3e-2,
    sumsStop: f.longSum > 0.9,
    farMoreThanOne: f.softmaxSum > 10,
    curedIsOneRounding: f.cured < 2 ** -7,
    freshNeverWas: f.blindFresh === 0,
    allFindIt: cost.everyFinds === "yes" && cost.everyFiveFinds === "yes" && cost.directionsFind === "yes",
    directionsAreCheap: cost.directions < cost.everyCentral / 10,
    fiveCostsTwice: cost.everyFive === 2 * cost.everyCentral,
    niceHides: cost.niceZero.endsWith("passed") && cost.niceOne.endsWith("failed"),
    betweenBothSides: cost.kink >= 0 && cost.kink <= 1 && cost.tie > 0 && cost.tie < 1
  };
};
