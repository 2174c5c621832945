import {NaNError} from "../../autodiff/nan.js";
import {real, whole} from "../../core/check.js";
import {checkFields} from "../../core/checkFields.js";
import {ConfigError, found} from "../../core/errors.js";
import {pow} from "../../core/math/pow.js";
import {sum} from "../../core/sum.js";
import type {Stage} from "../../core/stage.js";
import {opening} from "../../reactive/opening.js";
import {givenFunction} from "../../tensor/given.js";

/** Which rates are tried, and when it is enough. */
export interface RangeTestOptions<Metrics> {
  /** What of the metrics is the loss. */
  readonly lossOf: (metrics: Metrics) => number;
  /** The rate of the first step: 1e-5 unless it is named. */
  readonly from?: number;
  /** The rate of the last: 10 unless it is named. */
  readonly to?: number;
  /** How many steps, each with a rate the same multiple of the one before: 100 unless it is named. */
  readonly steps?: number;
  /** The test ends where the loss exceeds this multiple of the least so far: 4 unless it is named. */
  readonly multiple?: number;
  /** How many losses to either side are averaged with each one before slopes are compared: 2 unless it is named. */
  readonly smoothing?: number;
}

/** A rate, and the loss after the step that was done with it. */
export interface RangeReading {
  readonly rate: number;
  readonly loss: number;
}

/** What a range test found. */
export interface RangeTest {
  /** Of each step whose loss is finite, in their order. */
  readonly readings: readonly RangeReading[];
  /** The rate at which the smoothed loss falls most steeply; undefined where it never falls. */
  readonly suggested: number | undefined;
  /** The rate that ended the test; undefined where none did. */
  readonly diverged: number | undefined;
}

/** The mean of each number with those around it, fewer at the ends. */
const smooth = (list: readonly number[], radius: number): readonly number[] =>
  list.map((_, i) => {
    const around = list.slice(Math.max(0, i - radius), i + radius + 1);
    return sum(around) / around.length;
  });

/** Where the curve falls most from the reading before to the one after. Rates are equally far apart in their logarithm. */
function steepest(readings: readonly RangeReading[], radius: number): number | undefined {
  const losses = smooth(
    readings.map(({loss}) => loss),
    radius
  );
  let [best, fall]: [number | undefined, number] = [undefined, 0];
  for (let i = 1; i + 1 < losses.length; i++) {
    const drop = losses[i - 1]! - losses[i + 1]!;
    if (drop > fall) [best, fall] = [readings[i]!.rate, drop];
  }
  return best;
}

/** The loss that a step leaves behind; NaN where the step itself found numbers that are not finite. */
function attempt(step: () => number): number {
  try {
    return step();
  } catch (error) {
    if (error instanceof NaNError) return NaN;
    throw error;
  }
}

/**
 * The learning-rate range test: one short run whose rate grows exponentially from step to step (Smith 2017, Cyclical
 * Learning Rates for Training Neural Networks, arXiv 1506.01186, section 3.3). Too small a rate does not move the loss, too
 * large a one throws it up; the suggested rate is where it falls most steeply. It ends where the loss exceeds a multiple
 * of its least, or is not finite. Of a least below 0, the multiple is taken of its size, and upwards. Where losses are noisy
 * and come near 0 by chance, a larger multiple keeps the test going.
 *
 * @param stage - any whose config has a `learningRate`; its optimizer goes on through all rates.
 * @throws ConfigError for rates that do not grow, and for a loss that is not finite before the first step.
 */
export function rangeTest<C extends {readonly learningRate?: number}, B, S, M>(
  stage: Stage<C, B, S, M>,
  config: NoInfer<C>,
  options: RangeTestOptions<NoInfer<M>>
): RangeTest {
  const where = "rangeTest.options";
  checkFields(where, options, ["lossOf", "from", "to", "steps", "multiple", "smoothing"]);
  const {lossOf, from = 1e-5, to = 10, steps = 100, multiple = 4, smoothing = 2} = options;
  givenFunction("rangeTest", "options.lossOf", lossOf);
  real(`${where}.from`, from, {above: 0});
  real(`${where}.to`, to, {above: from});
  whole(`${where}.steps`, steps, {least: 2});
  real(`${where}.multiple`, multiple, {above: 1});
  whole(`${where}.smoothing`, smoothing);
  const first = opening(stage, config);
  const start = first.opened();
  let state = start.model();
  let least = lossOf(start.metrics(state, start.data(0)));
  if (!Number.isFinite(least))
    throw new ConfigError(
      `${where}.lossOf`,
      "the loss before the first step is a finite number",
      [found("loss", least)],
      "name a number of the metrics, such as ({loss}) => loss"
    );
  const readings: RangeReading[] = [];
  for (let i = 0; i < steps; i++) {
    const rate = i === steps - 1 ? to : from * pow(to / from, i / (steps - 1));
    const change = {learningRate: rate} as Partial<C>; // C has a learningRate
    const {data, step, metrics} = first.changed(change).opened();
    const loss = attempt(() => {
      state = step(state, data(i));
      return lossOf(metrics(state, data(i + 1)));
    });
    if (!Number.isFinite(loss)) return {readings, suggested: steepest(readings, smoothing), diverged: rate};
    readings.push({rate, loss});
    if (loss > least + (multiple - 1) * Math.abs(least))
      return {readings, suggested: steepest(readings, smoothing), diverged: rate};
    least = Math.min(least, loss);
  }
  return {readings, suggested: steepest(readings, smoothing), diverged: undefined};
}
