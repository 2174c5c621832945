import {expect, it} from "vitest";
import kept from "../../../src/stages/04-optimization/model/raceOnModel.json" with {type: "json"};
import {afterTries, expectedLeast} from "../../../src/stages/04-optimization/model/bestOfTries.js";
import {bestOf, endOf, MODEL_RACERS, type ModelRuns} from "../../../src/stages/04-optimization/model/modelRuns.js";

/** All lists of k of the numbers. */
const draws = (list: readonly number[], k: number): readonly (readonly number[])[] =>
  k === 0
    ? [[]]
    : list.flatMap((first, i) => draws(list.slice(i + 1), k - 1).map((rest): readonly number[] => [first, ...rest]));

it("the expected best of k tries is the mean over all ways to draw them", () => {
  const list = [3.5, 2, 9, 2.5, 4];
  for (let k = 1; k <= list.length; k++) {
    const all = draws(list, k).map((drawn) => Math.min(...drawn));
    expect(expectedLeast(list, k)).toBeCloseTo(all.reduce((a, b) => a + b, 0) / all.length, 12);
  }
});

it("more tries never promise a worse run, and all tries promise the best", () => {
  const runs = kept.value as ModelRuns;
  const expected = afterTries(runs);
  for (const racer of MODEL_RACERS) {
    const list = expected[racer];
    list.forEach((loss, i) => expect(loss).toBeLessThanOrEqual((list[i - 1] ?? Infinity) + 1e-12));
    expect(list.at(-1)).toBeCloseTo(endOf(bestOf(runs[racer])), 12);
  }
});
