import type {RangeTest} from "/lib/stages/optimization.js";
import {excerpt} from "../../../../tools/corpora.js";
import {SCHEDULED, SCHEDULED_EVERY, type ScheduledRun} from "./scheduled.js";
import {scheduledRun, scheduledRuns, testedRange} from "./scheduledRuns.js";

interface Kept {
  readonly runs: readonly ScheduledRun[];
  readonly ranges: Readonly<Record<"adamw" | "sgd", RangeTest>>;
}

const brief = ({readings, ...rest}: RangeTest): RangeTest => ({
  ...rest,
  readings: readings.map(({rate, loss}) => ({rate: Number(rate.toPrecision(4)), loss: Number(loss.toPrecision(5))}))
});

/** The runs, and a range test of two optimizers. */
export const value = (): Kept => {
  const corpus = excerpt("names").text;
  return {
    runs: scheduledRuns(corpus),
    ranges: {adamw: brief(testedRange(corpus, "adamw")), sgd: brief(testedRange(corpus, "sgd"))}
  };
};

/** A few steps of a run with a warm-up, which a test repeats. */
export const firstSteps = (): string =>
  JSON.stringify(scheduledRun(excerpt("names").text, SCHEDULED.at(-1)!, SCHEDULED_EVERY));
