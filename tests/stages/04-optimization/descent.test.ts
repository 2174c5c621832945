import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {hash, timeline} from "../../../lib/index.js";
import {
  DESCENTS,
  descent,
  LANDSCAPES,
  landscapes,
  type DescentConfig,
  type DescentOptimizer
} from "../../../lib/stages/04-optimization/index.js";
import {ConfigError, NaNError} from "../../../lib/tensor.js";

/** A walk of so many steps, without a timeline. */
function walk(config: DescentConfig, steps: number) {
  const {data, model, step, metrics} = descent(config);
  let state = model();
  for (let i = 0; i < steps; i++) state = step(state, data(i));
  return metrics(state, data(steps));
}

describe("gradient descent on a quadratic", () => {
  it("is where the closed form says: each coordinate shrinks by 1 − rate · curvature a step", () => {
    fc.assert(
      fc.property(
        fc.double({min: 1, max: 100, noNaN: true}),
        fc.double({min: 0, max: 2.2, noNaN: true}),
        fc.integer({min: 0, max: 30}),
        (conditionNumber, times, steps) => {
          const learningRate = times / conditionNumber;
          const {x, y, loss, gradientNorm} = walk({conditionNumber, learningRate, startX: 2, startY: -3}, steps);
          const [expectedX, expectedY] = [2 * (1 - learningRate) ** steps, -3 * (1 - times) ** steps];
          expect(Math.abs(x - expectedX)).toBeLessThan(1e-12);
          expect(Math.abs(y - expectedY)).toBeLessThan(1e-10 * Math.max(1, Math.abs(expectedY)));
          expect(loss).toBeCloseTo((x * x + conditionNumber * y * y) / 2, 8);
          expect(gradientNorm).toBeCloseTo(Math.hypot(x, conditionNumber * y), 6);
        }
      ),
      {numRuns: 40}
    );
  });

  it("converges below a rate of 2/L, diverges above it, and says at which step numbers ran out", () => {
    const from = walk({}, 0).loss;
    expect(walk({learningRate: 0.199}, 400).loss).toBeLessThan(0.01 * from);
    expect(walk({learningRate: 0.201}, 400).loss).toBeGreaterThan(10 * from);
    const endless = () => walk({learningRate: 1}, 1000);
    expect(endless).toThrow(NaNError);
    expect(endless).toThrow(/step/);
  });

  it("is beaten by heavy ball, each at its best rate and at Polyak's best momentum, whose walk is known", () => {
    const [low, high] = [1, Math.sqrt(100)];
    const root = (high - low) / (high + low); // the double root ±√β of both coordinates' recurrences
    const heavy = {optimizer: "momentum", momentum: root ** 2, learningRate: 4 / (high + low) ** 2} as const;
    const ball = walk({conditionNumber: 100, ...heavy}, 60);
    const known = (start: number, curvature: number, r: number) =>
      (1 + 60 * ((1 - heavy.learningRate * curvature) / r - 1)) * r ** 60 * start;
    expect(Math.abs(ball.x - known(-1.2, 1, root))).toBeLessThan(1e-12);
    expect(Math.abs(ball.y - known(1, 100, -root))).toBeLessThan(1e-12);
    const plain = walk({conditionNumber: 100, learningRate: 2 / (1 + 100)}, 60);
    expect(ball.gradientNorm).toBeLessThan(0.01 * plain.gradientNorm);
  });
});

const rates: Partial<Record<DescentOptimizer, number>> = {adagrad: 0.3, lion: 0.01, rmsprop: 0.01};

it.each(DESCENTS)("%s finds the foot of the quadratic", (optimizer) => {
  const first = walk({optimizer}, 0).loss;
  expect(walk({optimizer, learningRate: rates[optimizer] ?? 0.05}, 400).loss).toBeLessThan(0.001 * first);
});

it.each(LANDSCAPES)("Adam goes down on %s from its start", (landscape) => {
  const [startX, startY] = landscapes[landscape].start as readonly [number, number];
  const config: DescentConfig = {landscape, optimizer: "adam", startX, startY};
  expect(walk(config, 300).gradientNorm).toBeLessThan(walk(config, 0).gradientNorm);
  expect(walk(config, 300).loss).toBeLessThan(walk(config, 0).loss);
});

describe("noise", () => {
  it("is a function of the seed and the step, with the deviation that was asked for", () => {
    const {data} = descent({noise: 3, seed: 7});
    expect(hash(descent({noise: 3, seed: 7, optimizer: "adam"}).data(5))).toBe(hash(data(5)));
    expect(hash(data(6))).not.toBe(hash(data(5)));
    expect(hash(descent({noise: 3, seed: 8}).data(5))).not.toBe(hash(data(5)));
    const all = Array.from({length: 2000}, (_, i) => Array.from(data(i).noise.data)).flat();
    const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
    const deviation = Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / all.length);
    expect(Math.abs(mean)).toBeLessThan(0.2); // four standard errors
    expect(Math.abs(deviation - 3)).toBeLessThan(0.14);
  });

  it("enters the step once, as part of the gradient", () => {
    const [quiet, noisy] = [walk({}, 1), walk({noise: 0.5}, 1)];
    const [dx, dy] = descent({noise: 0.5}).data(0).noise.data as unknown as readonly [number, number];
    expect(noisy.x - quiet.x).toBeCloseTo(-0.05 * dx, 14);
    expect(noisy.y - quiet.y).toBeCloseTo(-0.05 * dy, 14);
  });
});

describe("a run of it", () => {
  const config: DescentConfig = {landscape: "rosenbrock", optimizer: "adam", noise: 0.5};

  it("is the same to the bit when it is replayed, and when a fork changes nothing", () => {
    const run = timeline(descent, config);
    const at50 = hash(run.at(50).state);
    run.at(10);
    expect(hash(timeline(descent, config).at(50).state)).toBe(at50);
    expect(hash(run.fork(20, {}).at(50).state)).toBe(at50);
    expect(hash(run.at(50).state)).toBe(at50);
  });

  it("agrees with a fork up to where it parts, and then no more", () => {
    const run = timeline(descent, config);
    const fork = run.fork(20, {learningRate: 0.01});
    expect(hash(fork.at(20).state)).toBe(hash(run.at(20).state));
    expect(hash(fork.at(21).state)).not.toBe(hash(run.at(21).state));
  });
});

it.each<object>([
  {landscape: "everest"},
  {optimizer: "muon"},
  {learningRate: -1},
  {momentum: 1},
  {noise: -1},
  {startX: Infinity},
  {conditionNumber: 0},
  {rate: 1}
])("refuses %j", (config) => {
  expect(() => descent(config)).toThrow(ConfigError);
});
