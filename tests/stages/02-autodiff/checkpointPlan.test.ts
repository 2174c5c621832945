import fc from "fast-check";
import {expect, it} from "vitest";
import {chainPlan} from "../../../src/stages/02-autodiff/model/checkpointPlan.js";

const chains = fc
  .integer({min: 1, max: 40})
  .chain((steps) => fc.tuple(fc.constant(steps), fc.integer({min: 1, max: steps})));

it("goes forward once and back once through every step, with the values that each needs in memory", () => {
  fc.assert(
    fc.property(chains, ([steps, k]) => {
      const {turns, stays} = chainPlan(steps, k);
      const of = (kind: string) => turns.flatMap((turn) => (turn.kind === kind ? [turn.step] : []));
      const all = Array.from({length: steps}, (_, i) => i + 1);
      expect(of("forward")).toEqual(all);
      expect(of("back")).toEqual([...all].reverse());
      const there = (layer: number, turn: number) =>
        stays.some((stay) => stay.layer === layer && stay.from <= turn && turn < stay.until);
      turns.forEach(({step}, turn) => expect(there(step - 1, turn)).toBe(true));
    })
  );
});

it("needs L/k + k − 1 places where k divides L, and repeats the insides of all segments but the last", () => {
  for (const [steps, k] of [
    [16, 4],
    [16, 2],
    [36, 6],
    [12, 3],
    [12, 1],
    [12, 12]
  ] as const) {
    const {peak, again} = chainPlan(steps, k);
    expect(peak).toBe(steps / k + k - 1);
    expect(again).toBe((steps / k - 1) * (k - 1));
  }
});
