import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import gru from "../../src/dashboards/optimizersGru.json" with {type: "json"};
import network from "../../src/dashboards/optimizersNetwork.json" with {type: "json"};
import {OPTIMIZERS as LIBRARY} from "../../lib/stages/03-neural-lm/index.js";
import {expectedLeast} from "../../src/stages/04-optimization/model/bestOfTries.js";
import {
  apart,
  bestRate,
  byRate,
  endOf,
  expectedAfter,
  expectedChosen,
  medianOf,
  OPTIMIZERS,
  rateGrid,
  runsOf,
  SEEDS,
  TRIES,
  type OptimizersOn
} from "../../src/dashboards/optimizers.js";
import {root} from "../../tools/root.js";

const models = [network.value, gru.value] as unknown as readonly OptimizersOn[];

it("all optimizers of the library are there", () => {
  expect([...OPTIMIZERS].sort()).toEqual([...LIBRARY].sort());
});

describe.each(models.map((on) => [on.model, on] as const))("what is kept of the %s", (model, on) => {
  it("has the same budget for every optimizer: six rates with three seeds, each looked at equally often", () => {
    expect(on.optimizers.map(({optimizer}) => optimizer)).toEqual(OPTIMIZERS);
    for (const optimizer of OPTIMIZERS) {
      const runs = runsOf(on, optimizer);
      expect(runs.map(({rate, seed}) => [rate, seed])).toEqual(
        rateGrid(model, optimizer).flatMap((rate) => SEEDS.map((seed) => [rate, seed]))
      );
      for (const {broke, test} of runs) if (!broke) expect(test).toHaveLength(1 + on.steps / on.every);
    }
  });

  it("starts every optimizer from the same weights, seed by seed", () => {
    for (const seed of SEEDS) {
      const starts = OPTIMIZERS.flatMap((optimizer) =>
        runsOf(on, optimizer)
          .filter((run) => run.seed === seed)
          .map(({test}) => test[0])
      );
      expect(new Set(starts).size).toBe(1);
    }
  });

  it("calls the rate best that no other beats where one chooses, and never asks the test", () => {
    for (const optimizer of OPTIMIZERS) {
      const best = bestRate(on, optimizer);
      for (const {chooses} of byRate(on, optimizer)) expect(best.chooses).toBeLessThanOrEqual(chooses);
      expect(best.low).toBeLessThanOrEqual(best.median);
      expect(best.median).toBeLessThanOrEqual(best.high);
      expect(best.high).toBeLessThan(runsOf(on, optimizer)[0]!.test[0]!); // it has learned
    }
  });

  it("promises after all tries what the rate comes to that each seed would choose", () => {
    for (const optimizer of OPTIMIZERS) {
      const expected = expectedAfter(on, optimizer);
      const chosen = SEEDS.map((seed) => {
        const runs = runsOf(on, optimizer).filter((run) => run.seed === seed);
        return endOf(
          runs.reduce((a, b) => (endOf(b, "chooses") < endOf(a, "chooses") ? b : a)),
          "test"
        );
      });
      expect(expected[TRIES - 1]).toBeCloseTo(chosen.reduce((a, b) => a + b) / chosen.length, 9);
      expect(expected[0]!).toBeGreaterThan(expected[TRIES - 1]!);
    }
  });

  it("finds best rates inside of what was tried, so that none was cut short by its grid", () => {
    expect(OPTIMIZERS.filter((optimizer) => bestRate(on, optimizer).atEdge)).toEqual([]);
  });
});

/** Numbers for each weight that a rule needs to remember; of Muon it depends on which weights are in matrices. */
const NEEDED = {
  sgd: 0,
  momentum: 1,
  nesterov: 1,
  adagrad: 1,
  rmsprop: 1,
  adam: 2,
  adamw: 2,
  nadam: 2,
  lion: 1
} as const;

it("the library keeps what each rule needs, and nothing besides", () => {
  for (const {optimizers, parameters} of models) {
    const kept = Object.fromEntries(optimizers.map(({optimizer, memory}) => [optimizer, memory / parameters]));
    for (const [optimizer, needed] of Object.entries(NEEDED)) expect(kept[optimizer], optimizer).toBe(needed);
    expect(kept["muon"]).toBeGreaterThan(1);
    expect(kept["muon"]).toBeLessThan(2);
  }
});

it("the run that is expected after so many tries is the least one where the test itself chooses", () => {
  const list = [3.5, 2, 9, 2.5, 4];
  for (let k = 1; k <= list.length; k++)
    expect(
      expectedChosen(
        list.map((loss) => ({chooses: loss, test: loss})),
        k
      )
    ).toBeCloseTo(expectedLeast(list, k), 12);
});

it("who chooses by another half may pay for it, and never gets more than the test has", () => {
  const tried = [
    {chooses: 1, test: 5},
    {chooses: 2, test: 3},
    {chooses: 3, test: 4}
  ];
  expect(expectedChosen(tried, 3)).toBe(5);
  expect(expectedChosen(tried, 1)).toBeCloseTo(4, 12);
  expect(expectedChosen(tried, 2)).toBeCloseTo((5 + 5 + 3) / 3, 12);
});

it("grids have three rates to a decade, and the page writes down where they begin and end", () => {
  const page = readFileSync(join(root, "src/dashboards/optimizers.md"), "utf8");
  const rows = {
    "gradient descent": "sgd",
    "momentum, Nesterov": "nesterov",
    AdaGrad: "adagrad",
    RMSProp: "rmsprop",
    "Adam, AdamW, NAdam": "nadam",
    Lion: "lion",
    Muon: "muon"
  } as const;
  for (const [name, optimizer] of Object.entries(rows)) {
    const ends = (["network", "gru"] as const).flatMap((model) => {
      const grid = rateGrid(model, optimizer);
      expect(grid).toHaveLength(TRIES);
      expect(grid[3]! / grid[0]!).toBeCloseTo(10, 6);
      return [grid[0], grid[5]];
    });
    expect(page).toContain(`| ${name} | ${ends.join(" | ")} |`);
  }
});

it("seeds are apart when all of one are below all of the other, and their middle is the median", () => {
  expect(apart({low: 1, high: 2}, {low: 2.1, high: 3})).toBe(true);
  expect(apart({low: 2.1, high: 3}, {low: 1, high: 2})).toBe(true);
  expect(apart({low: 1, high: 2.2}, {low: 2.1, high: 3})).toBe(false);
  expect(medianOf([3, 1, 2])).toBe(2);
});
