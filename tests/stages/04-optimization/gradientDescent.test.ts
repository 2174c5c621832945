import {expect, it} from "vitest";
import {timeline} from "../../../lib/reactive/timeline.js";
import {add, mul, square, sum, tensor, type Tensor} from "../../../lib/tensor.js";
import {descent} from "../../../lib/stages/04-optimization/descent.js";
import {bestRate, bowlHeight, bowlWalk, contraction} from "../../../src/stages/04-optimization/model/bowl.js";
import {bound, CURVES, curves, gainOf} from "../../../src/stages/04-optimization/model/oneStep.js";
import {largestCurvature} from "../../../src/stages/04-optimization/model/largestCurvature.js";
import {sharpWalk} from "../../../src/stages/04-optimization/model/sharpness.js";

it("the library’s descent is what the bowl’s formula says", () => {
  const spec = {conditionNumber: 10, rate: 0.17, start: [10, 1]} as const;
  const run = timeline(descent, {learningRate: 0.17, startX: 10, startY: 1});
  bowlWalk(spec, 20).forEach((place, step) => {
    const {x, y, loss} = run.at(step).metrics;
    expect(x).toBeCloseTo(place[0], 10);
    expect(y).toBeCloseTo(place[1], 10);
    expect(loss).toBeCloseTo(bowlHeight(10, place), 8);
  });
});

it.each(CURVES)("no step gains less than is promised, and no place is above the parabola: %s", (name) => {
  const curve = curves[name];
  for (let x = -3.5; x <= 3.5; x += 0.1) {
    const slope = (curve.at(x + 1e-5) - curve.at(x - 1e-5)) / 2e-5;
    expect(curve.slope(x)).toBeCloseTo(slope, 6);
    for (let y = -4; y <= 4; y += 0.25) expect(bound(curve, x, y)).toBeGreaterThanOrEqual(curve.at(y) - 1e-12);
  }
});

it("no step gains less than is promised", () => {
  for (const name of CURVES)
    for (let x = -3; x <= 3; x += 0.2)
      for (const share of [0.1, 0.5, 1, 1.5, 2, 2.5]) {
        const {gained, promised} = gainOf(curves[name], x, share / curves[name].smoothness);
        expect(gained).toBeGreaterThanOrEqual(promised - 1e-12);
      }
});

it("no rate of a bowl is better than 2/(1 + κ)", () => {
  for (const kappa of [1, 3, 10, 100]) {
    expect(contraction(kappa, bestRate(kappa))).toBeCloseTo((kappa - 1) / (kappa + 1), 12);
    for (const factor of [0.5, 0.9, 1.1, 2])
      expect(contraction(kappa, factor * bestRate(kappa))).toBeGreaterThan(contraction(kappa, bestRate(kappa)));
  }
});

it("the power iteration finds the largest curvature", () => {
  // −½, 1 and 10 in a turned frame, split over two tensors
  const [c, d] = [0.6, 0.8];
  const loss = ({a, b}: {readonly a: Tensor; readonly b: Tensor}): Tensor => {
    const [x, y] = [sum(mul(a, tensor([c, d], "float64"))), sum(mul(a, tensor([-d, c], "float64")))];
    return mul(add(add(mul(square(x), 10), square(y)), mul(sum(square(b)), -0.5)), 0.5);
  };
  const at = {a: tensor([3, -1], "float64"), b: tensor([2], "float64")};
  const from = {a: tensor([1, 0.2], "float64"), b: tensor([1], "float64")};
  const {curvature, direction} = largestCurvature(loss, at, from, 60);
  expect(curvature).toBeCloseTo(10, 10);
  expect(Math.abs(direction.a.data[0]!)).toBeCloseTo(c, 6);
  expect(Math.abs(direction.a.data[1]!)).toBeCloseTo(d, 6);
  expect(direction.b.data[0]).toBeCloseTo(0, 6);
});

it("a walk on a network’s loss goes down, and has a sharpness at each look", () => {
  const {losses, sharpness} = sharpWalk("anna\nbab\nada\nnan\nbanana\n".repeat(6), 0.5, 60, 30);
  expect(losses).toHaveLength(3);
  expect(sharpness).toHaveLength(3);
  expect(losses[2]).toBeLessThan(losses[0]!);
});
