/** What schedules do for a real model, and what a range test says of it. */
import {timeline} from "/lib/index.js";
import {bengio} from "/lib/stages/neural-lm.js";
import {rangeTest, type RangeTest} from "/lib/stages/optimization.js";
import {racedNetwork} from "./networks.js";
import {SCHEDULED, SCHEDULED_STEPS, SCHEDULED_EVERY, type Scheduled, type ScheduledRun} from "./scheduled.js";

/** A run of AdamW with one schedule: the loss on all held-out names as it learns. */
export function scheduledRun(
  corpus: string,
  {rate, schedule, warmup}: Scheduled,
  steps = SCHEDULED_STEPS
): ScheduledRun {
  const settings = {
    ...racedNetwork(corpus),
    scored: 20_000,
    learningRate: rate,
    schedule,
    warmup,
    totalSteps: SCHEDULED_STEPS
  };
  const run = timeline(bengio, settings, {history: false, memory: {snapshots: 2}});
  const losses: number[] = [];
  for (let step = 0; step <= steps; step += SCHEDULED_EVERY)
    losses.push(Number(run.at(step).metrics.validationLoss.toFixed(4)));
  return {rate, schedule, warmup, losses};
}

export const scheduledRuns = (corpus: string): readonly ScheduledRun[] =>
  SCHEDULED.map((each) => scheduledRun(corpus, each));

/** A range test of an optimizer on the same model. */
export const testedRange = (corpus: string, optimizer: "adamw" | "sgd"): RangeTest =>
  rangeTest(
    bengio,
    {...racedNetwork(corpus), optimizer, scored: 200},
    {lossOf: ({batchLoss}) => batchLoss, from: 1e-5, to: 10, steps: 120, multiple: 2, smoothing: 4}
  );
