import {expect, test} from "vitest";
import {landscapes} from "../../../lib/stages/04-optimization/landscapes.js";
import {PACES, RACERS, RATES, rateAt} from "../../../src/stages/04-optimization/model/race.js";
import {heightsOn, toMinimum, walk} from "../../../src/stages/04-optimization/model/walk.js";
import best from "../../../src/stages/04-optimization/model/bestRates.json" with {type: "json"};

test("a walk on the quadratic is what a pencil gives", () => {
  const {path, heights, broke} = walk({learningRate: 0.1, startX: 10, startY: 1}, 2);
  expect(broke).toBeUndefined();
  expect(path.map(([x]) => x)).toEqual([10, 9, expect.closeTo(8.1, 12)]); // 1 − 0.1 · 1
  expect(path.map(([, y]) => y)).toEqual([1, 0, 0]); // 1 − 0.1 · 10
  expect(heights[0]).toBe(55); // ½ (100 + 10)
});

test("a walk that runs away says at which step it broke", () => {
  const {path, broke} = walk({landscape: "rosenbrock", learningRate: 1}, 50);
  expect(broke).toBeGreaterThan(1);
  expect(path).toHaveLength(broke! + 1);
});

test("distance is to the nearest of several minima", () => {
  expect(toMinimum(landscapes.himmelblau, [3, 4])).toBeCloseTo(2, 12);
  expect(toMinimum(landscapes.saddle, [0, 3])).toBe(2);
});

test("heights on a grid begin at the lower left corner", () => {
  const heights = heightsOn(landscapes.ravine, 3);
  const at = (x: number, y: number) => x ** 2 / 20 + 10 * (y - Math.sin(x)) ** 2;
  expect(heights[0]).toBeCloseTo(at(-5, -2.5), 10);
  expect(heights[5]).toBeCloseTo(at(5, 0), 10);
});

test("rates follow the pace", () => {
  expect(PACES.map((pace) => rateAt(pace, 0.06))).toEqual([0.06, 0.006, 0.02, 0.12, 0.24, 0.001, 0.01, 0.1]);
  for (const rates of Object.values(best.value)) {
    expect(Object.keys(rates)).toEqual([...RACERS]);
    for (const rate of Object.values(rates)) expect(RATES).toContain(rate);
  }
});
