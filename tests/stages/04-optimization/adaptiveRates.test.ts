import {describe, expect, it} from "vitest";
import {key} from "../../../lib/core/random/key.js";
import {uniform} from "../../../lib/core/random/uniform.js";
import * as t from "../../../lib/tensor.js";
import {
  adaptiveStep,
  nothing,
  RULES,
  stepsOf,
  streamOf
} from "../../../src/stages/04-optimization/model/adaptiveStep.js";
import {decayed, halfLife} from "../../../src/stages/04-optimization/model/decayTwoWays.js";
import {slopeOf} from "../../../src/stages/04-optimization/model/rows.js";
import {pushed, stepsInto} from "../../../src/stages/04-optimization/model/schulz.js";
import {
  bestTurned,
  turnedHeight,
  turnedSlopes,
  turnedWalk
} from "../../../src/stages/04-optimization/model/turnedBowl.js";

const usual = {b1: 0.9, b2: 0.999};

/** How far the library’s optimizer moves a number against each gradient, with a rate of 1. */
function moved<S>({init, update}: t.GradientTransformation<S>, gradients: readonly number[]): readonly number[] {
  let x = {x: t.tensor([0], "float64")};
  let state = init(x);
  return gradients.map((g) => {
    const [updates, next] = update({x: t.tensor([g], "float64")}, state, x);
    [x, state] = [t.applyUpdates(x, updates), next];
    return 0 - updates.x.data[0]!;
  });
}

describe("adaptive steps", () => {
  it("the library’s Adam and AdaGrad take the steps of the page", () => {
    const gradients = streamOf("noisy", 3, 30);
    const both = [
      [stepsOf("Adam", usual, gradients), moved(t.adam({learningRate: 1, eps: 0}), gradients)],
      [stepsOf("AdaGrad", usual, gradients), moved(t.adagrad({learningRate: 1, eps: 0}), gradients)]
    ] as const;
    for (const [page, library] of both) page.forEach((step, i) => expect(step).toBeCloseTo(library[i]!, 10));
  });

  it.each(RULES)("%s does not see the size of gradients, and no gradient moves nothing", (rule) => {
    const [small, large] = [1, 1000].map((size) => stepsOf(rule, usual, streamOf("rare", size, 50)));
    small!.forEach((step, i) => expect(step).toBeCloseTo(large![i]!, 10));
    expect(adaptiveStep(rule, usual, nothing, 0)[0]).toBe(0);
  });

  it("Adam’s corrections are exact for a gradient that stays, and AdaGrad’s steps are one over the root", () => {
    for (const step of stepsOf("Adam", usual, streamOf("steady", 0.3, 50))) expect(step).toBeCloseTo(1, 10);
    stepsOf("AdaGrad", usual, streamOf("steady", 0.3, 50)).forEach((step, k) =>
      expect(step).toBeCloseTo(1 / Math.sqrt(k + 1), 10)
    );
  });

  it("AdaGrad’s regret is below its bound, for losses |x − a| with targets drawn anew", () => {
    for (const rate of [0.1, 0.5, 2]) {
      const targets = Array.from({length: 300}, (_, k) => (uniform(key(5), k) < 0.3 ? -1 : 1));
      let [x, memory, paid, squares, furthest] = [0, nothing, 0, 0, 0];
      const best = 1; // the median of the targets
      for (const target of targets) {
        paid += Math.abs(x - target) - Math.abs(best - target);
        furthest = Math.max(furthest, Math.abs(x - best));
        const g = Math.sign(x - target);
        squares += g * g;
        const [step, next] = adaptiveStep("AdaGrad", usual, memory, g);
        [x, memory] = [x - rate * step, next];
      }
      expect(paid).toBeGreaterThan(0);
      expect(paid).toBeLessThan((furthest ** 2 / (2 * rate) + rate) * Math.sqrt(squares));
    }
  });
});

describe("the turned bowl", () => {
  it("has the slopes that its heights have, by differences", () => {
    const bowl = {kappa: 30, angle: 25};
    const h = 1e-5;
    const slopes = turnedSlopes(bowl, [1.5, -0.7]);
    expect(slopes[0]).toBeCloseTo(
      (turnedHeight(bowl, [1.5 + h, -0.7]) - turnedHeight(bowl, [1.5 - h, -0.7])) / (2 * h),
      4
    );
    expect(slopes[1]).toBeCloseTo(
      (turnedHeight(bowl, [1.5, -0.7 + h]) - turnedHeight(bowl, [1.5, -0.7 - h])) / (2 * h),
      4
    );
  });

  it("is the same to rules without axes, however far it is turned, and not to Adam", () => {
    const end = (method: "momentum" | "Adam", angle: number): number => {
      const bowl = {kappa: 50, angle};
      return turnedHeight(bowl, turnedWalk(bowl, method, 0.02).at(-1)!);
    };
    expect(end("momentum", 37)).toBeCloseTo(end("momentum", 0), 8);
    expect(Math.abs(end("Adam", 37) / end("Adam", 0) - 1)).toBeGreaterThan(0.1);
  });

  it("is walked with the best of the rates that are tried", () => {
    const bowl = {kappa: 10, angle: 0};
    const {rate, height} = bestTurned(bowl, "gradient descent");
    expect(Math.abs(rate / (2 / 11) - 1)).toBeLessThan(0.15); // the best rate of the bowl, on a grid of eight to a decade
    for (const other of [0.5 * rate, 0.8 * rate, 1.1 * rate])
      expect(turnedHeight(bowl, turnedWalk(bowl, "gradient descent", other).at(-1)!)).toBeGreaterThanOrEqual(height);
  });
});

describe("decay", () => {
  it("in the gradient goes by the size of gradients, and beside it does not", () => {
    const settings = {learningRate: 0.01, decay: 0.1};
    const apart = [0.1, 10].map((size) => decayed("beside it", {...settings, size}, 600).at(-1)!);
    expect(apart[0]).toBeCloseTo(apart[1]!, 6);
    const [slow, fast] = [10, 0.5].map((size) => decayed("in the gradient", {...settings, size}, 600).at(-1)!);
    expect(slow!).toBeGreaterThan(fast! + 0.4);
  });

  it("halves a weight after as many steps as its logarithm says", () => {
    const path = decayed("beside it", {learningRate: 0.01, decay: 0.5, size: 0}, 200);
    const steps = halfLife(0.005);
    expect(path[Math.floor(steps)]).toBeGreaterThan(0.5);
    expect(path[Math.ceil(steps)]).toBeLessThanOrEqual(0.5);
  });
});

describe("orthogonal steps", () => {
  it("Newton and Schulz push each singular value as the polynomial does", () => {
    const diagonal = t.tensor(
      [
        [3, 0],
        [0, 0.2]
      ],
      "float64"
    ); // prettier keeps matrices in rows
    const norm = Math.sqrt(9 + 0.04);
    const [first, , , last] = t.newtonSchulz(diagonal, {steps: 5, eps: 0}).data;
    expect(first).toBeCloseTo(pushed("quintic", 3 / norm, 5).at(-1)!, 10);
    expect(last).toBeCloseTo(pushed("quintic", 0.2 / norm, 5).at(-1)!, 10);
  });

  it("the cubic squares what is missing to 1, times 1 + σ/2", () => {
    for (const s of [0.1, 0.5, 0.9, 0.99])
      expect(1 - pushed("cubic", s, 1)[1]!).toBeCloseTo((1 - s) ** 2 * (1 + s / 2), 12);
    expect(stepsInto("cubic", 0.9)).toBe(0);
  });

  it("no step of length 1 lowers a loss more than the three of the theorem, each in its length", () => {
    const g = [3, -1, 0.5];
    const dot = (d: readonly number[]): number => g.reduce((sum, each, i) => sum + each * d[i]!, 0);
    const norm = Math.sqrt(dot(g));
    for (let draw = 0; draw < 200; draw++) {
      const d = g.map((_, i) => 2 * uniform(key(draw), i) - 1);
      const two = Math.sqrt(d.reduce((sum, each) => sum + each * each, 0));
      const most = Math.max(...d.map(Math.abs));
      expect(dot(d) / two).toBeGreaterThanOrEqual(-norm);
      expect(dot(d) / most).toBeGreaterThanOrEqual(dot(g.map((each) => -Math.sign(each))));
    }
  });
});

it("a slope of log by log is the power by which a row’s way goes with how often it comes", () => {
  const rows = [1, 2, 5, 30].map((perThousand) => ({character: "", perThousand, moved: 3 * Math.sqrt(perThousand)}));
  expect(slopeOf(rows)).toBeCloseTo(0.5, 12);
});
