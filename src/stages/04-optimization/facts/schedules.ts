import kept from "../model/scheduledRuns.json" with {type: "json"};
import {SCHEDULED_EVERY} from "../model/scheduled.js";
import {bestRates, floorOf, meanHeights, tinyBowl} from "../model/noisyBowl.js";
import {KINDS, ratesOf} from "../model/scheduleKinds.js";

const STEPS = 300;

const runOf = (schedule: string, rate: number, warmup = 0) =>
  kept.value.runs.find((one) => one.schedule === schedule && one.rate === rate && one.warmup === warmup)!;

/** What a run of the model came to. */
const endOf = (schedule: string, rate: number, warmup = 0): number => runOf(schedule, rate, warmup).losses.at(-1)!;

/** What the page on schedules says: of the noisy bowl exactly, and of a model as it was measured. */
export function facts() {
  const bowl = tinyBowl(3);
  const heights = Object.fromEntries(
    KINDS.map((kind) => [
      kind.replace(/[^a-z1]/g, ""),
      meanHeights(bowl, ratesOf({kind, learningRate: 0.1, warmup: 0, totalSteps: STEPS})).at(-1)!
    ])
  );
  const small = meanHeights(
    bowl,
    Array.from({length: STEPS}, () => 0.01)
  ).at(-1)!;
  const best = bestRates(1, 10, 3, 1000);
  const runs = Object.fromEntries(
    (["constant", "linear", "cosine", "stable-decay"] as const).flatMap((schedule) =>
      ([0.003, 0.01, 0.03] as const).map((rate) => [
        `${schedule === "stable-decay" ? "stable" : schedule}${String(rate).slice(2)}`,
        endOf(schedule, rate)
      ])
    )
  );
  const {adamw, sgd} = kept.value.ranges;
  return {
    ...heights,
    ...runs,
    rateLow: 0.003,
    rateMiddle: 0.01,
    rateHigh: 0.03,
    sameUntil: Math.min(
      ...[0.003, 0.01, 0.03].map((rate) => {
        const [constant, stable] = [runOf("constant", rate).losses, runOf("stable-decay", rate).losses];
        return SCHEDULED_EVERY * (stable.findIndex((loss, i) => loss !== constant[i]) - 1);
      })
    ),
    dropMiddle: runOf("stable-decay", 0.01).losses.at(-5)! - endOf("stable-decay", 0.01),
    dropHigh: runOf("stable-decay", 0.03).losses.at(-5)! - endOf("stable-decay", 0.03),
    small,
    floor: floorOf(bowl, 0.1),
    bestFirst: best[0]!,
    bestTenth: best[9]!,
    bestHundredth: best[99]!,
    bestThousandth: best[999]!,
    warmCosine: endOf("cosine", 0.03, 80),
    warmLinear: endOf("linear", 0.03, 80),
    warmConstant: endOf("constant", 0.03, 80),
    adamwSuggested: adamw.suggested,
    adamwDiverged: adamw.diverged,
    sgdSuggested: sgd.suggested,
    sgdDiverged: sgd.diverged
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => {
  const of = (name: string): number => (f as Readonly<Record<string, number>>)[name] ?? NaN;
  const spread = (schedule: string): number => {
    const ends = ["003", "01", "03"].map((rate) => of(schedule + rate));
    return Math.max(...ends) - Math.min(...ends);
  };
  return {
    stableIsConstant: f.sameUntil === 640,
    stableDrops: Math.min(f.dropMiddle, f.dropHigh) > 0.1,
    constantAtFloor: Math.abs(of("constant") / f.floor - 1) < 0.01,
    fallingBeatsBoth: ["linear", "cosine", "stablethendown"].every(
      (kind) => of(kind) < of("constant") / 3 && of(kind) < f.small
    ),
    overKTooSoon: of("1k") > of("constant"),
    restartsWorse: of("restarts") > of("cosine"),
    bestBeginsHigh: f.bestFirst > 0.9,
    bestLikeOverK: Math.abs(1000 * f.bestThousandth - 1) < 0.02 && Math.abs(100 * f.bestHundredth - 1) < 0.1,
    highestWithFall: of("cosine03") < of("cosine01") && of("cosine01") < of("cosine003"),
    constantWantsLess: of("constant01") < of("constant003") + 0.01 && of("constant03") > of("constant01") + 0.1,
    fallingBeatsConstant: of("cosine03") < Math.min(of("constant003"), of("constant01"), of("constant03")) - 0.1,
    stableBestAtMiddle: of("stable01") < of("linear01") && of("stable01") < of("cosine01"),
    stableWorseAtHigh: of("stable03") > of("cosine03") + 0.03,
    lowRateFallHurts: of("cosine003") > of("constant003") + 0.03 && of("linear003") > of("constant003") + 0.03,
    constantSpreads: spread("constant") > 0.1,
    warmupAddsNothing: Math.abs(f.warmCosine - of("cosine03")) < 0.02 && Math.abs(f.warmLinear - of("linear03")) < 0.02,
    rangeNearBest: of("adamwSuggested") > 0.003 && of("adamwSuggested") < 0.03,
    sgdFarHigher: of("sgdSuggested") > 10 * of("adamwSuggested")
  };
};
