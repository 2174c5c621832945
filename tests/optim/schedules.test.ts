import fc from "fast-check";
import {describe, expect, it} from "vitest";
import * as t from "../../lib/tensor.js";

const every: Readonly<Record<string, t.Schedule>> = {
  constant: t.constantSchedule(0.1),
  linear: t.linearSchedule({learningRate: 0.1, totalSteps: 100}),
  step: t.stepSchedule({learningRate: 0.1, stepSize: 30}),
  exponential: t.exponentialSchedule({learningRate: 0.1, gamma: 0.99}),
  inverseTime: t.inverseTimeSchedule({learningRate: 0.1, decay: 0.1}),
  inverseSqrt: t.inverseSqrtSchedule({learningRate: 0.1, warmupSteps: 10}),
  cosine: t.cosineSchedule({learningRate: 0.1, totalSteps: 100, minLearningRate: 0.01}),
  warmRestarts: t.warmRestartsSchedule({learningRate: 0.1, firstPeriod: 10, multiplier: 2}),
  oneCycle: t.oneCycleSchedule({learningRate: 0.1, totalSteps: 100}),
  warmup: t.warmupSchedule(10, t.cosineSchedule({learningRate: 0.1, totalSteps: 90})),
  warmupStableDecay: t.warmupStableDecaySchedule({learningRate: 0.1, warmupSteps: 10, decaySteps: 20, totalSteps: 100}),
  joined: t.joinSchedules([0.1, t.cosineSchedule({learningRate: 0.1, totalSteps: 50})], [50])
};

describe.each(Object.entries(every))("the schedule %s", (_, schedule) => {
  it("is between 0 and its rate, at whatever step", () =>
    fc.assert(
      fc.property(fc.nat(1_000_000), (step) => {
        const rate = schedule(step);
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(0.1 + 1e-15);
      })
    ));

  it.each([-1, 0.5, NaN, Infinity, "3" as never])("refuses step %s", (step) =>
    expect(() => schedule(step)).toThrow(/step: must be a whole number/)
  );
});

describe("schedules", () => {
  it("reach their rate once, at the end of a warm-up, and their least at the end of a fall", () => {
    expect(every["warmup"]!(0)).toBe(0);
    expect(every["warmup"]!(10)).toBe(0.1);
    expect(every["warmupStableDecay"]!(10)).toBe(0.1);
    expect(every["warmupStableDecay"]!(80)).toBe(0.1);
    expect(every["warmupStableDecay"]!(100)).toBe(0);
    expect(every["cosine"]!(100)).toBe(0.01);
  });

  it("that are joined begin at their own step 0", () => {
    const [a, b] = [every["linear"]!, every["exponential"]!];
    const joined = t.joinSchedules([a, b, 0.5], [7, 20]);
    for (const [step, rate] of [
      [6, a(6)],
      [7, b(0)],
      [19, b(12)],
      [20, 0.5]
    ] as const)
      expect(joined(step)).toBe(rate);
  });

  it("begin again after whole periods", () => {
    const restarts = t.warmRestartsSchedule({learningRate: 1, firstPeriod: 3, multiplier: 2});
    expect([0, 3, 9, 21].map(restarts)).toEqual([1, 1, 1, 1]);
  });

  it.each([
    [
      "a fall longer than the run",
      () => t.warmupStableDecaySchedule({learningRate: 1, warmupSteps: 5, decaySteps: 6, totalSteps: 10}),
      /parts of the run/
    ],
    [
      "boundaries out of order",
      () => t.joinSchedules([1, 1, 1], [5, 5]),
      /boundaries\.1: must be a whole number at least 6/
    ],
    ["a boundary too few", () => t.joinSchedules([1, 1], []), /one boundary between/],
    [
      "a misspelled setting",
      () => t.cosineSchedule({learningRate: 1, totalStep: 5} as never),
      /did you mean totalSteps/
    ],
    ["no steps", () => t.cosineSchedule({learningRate: 1, totalSteps: 0}), /at least 1/],
    ["a rate below 0", () => t.constantSchedule(-1), /at least 0/],
    [
      "a fall that is none",
      () =>
        t.warmupStableDecaySchedule({
          learningRate: 1,
          warmupSteps: 0,
          decaySteps: 1,
          totalSteps: 2,
          decay: "square" as never
        }),
      /linear, cosine, sqrt/
    ]
  ] as const)("refuse %s", (_, mistake, message) => expect(mistake).toThrow(message));
});
