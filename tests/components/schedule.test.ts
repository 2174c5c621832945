import fc from "fast-check";
import * as fsrs from "ts-fsrs";
import {describe, expect, it} from "vitest";
import type {Attempt, Grade} from "../../src/components/progress/records.js";
import {schedule} from "../../src/components/progress/schedule.js";

const DAY = 24 * 60 * 60 * 1000;
const start = Date.UTC(2025, 0, 1, 12);
const wrong: Attempt = {at: start, right: false};
const due = (attempts: readonly Attempt[], now = start) => schedule(fsrs, attempts, now)?.due;
const days = (attempts: readonly Attempt[]) => ((due(attempts) ?? 0) - (attempts.at(-1)?.at ?? 0)) / DAY;

describe("when an exercise comes back", () => {
  it("is never, if it was never wrong", () => {
    expect(due([])).toBeUndefined();
    expect(due([{at: start, right: true}])).toBeUndefined();
  });

  it("is after a day at the earliest, once it was wrong", () => {
    expect(days([wrong])).toBeGreaterThanOrEqual(1);
    expect(days([{at: start - 5, right: true}, wrong])).toBeGreaterThanOrEqual(1);
  });

  it("does not change by trying again in the same sitting", () => {
    const again = [wrong, {at: start + 60_000, right: false}, {at: start + 120_000, right: true}];
    expect(due(again)).toBe(due([wrong]));
  });

  it("is later, the easier it was", () => {
    const next = schedule(fsrs, [wrong], start + 2 * DAY)?.next ?? new Map<Grade, number>();
    const dates = ([1, 2, 3, 4] as const).map((grade) => next.get(grade) ?? 0);
    expect(dates).toEqual([...dates].sort((a, b) => a - b));
    expect(new Set(dates).size).toBe(4);
  });

  it("is later and later while it goes well", () => {
    const attempts: Attempt[] = [wrong];
    const gaps = Array.from({length: 5}, () => {
      const at = due(attempts) ?? 0;
      attempts.push({at, right: true, grade: 3});
      return (due(attempts) ?? 0) - at;
    });
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(gaps.at(-1)).toBeGreaterThan(30 * DAY);
  });

  it("is what the grade's button said", () => {
    fc.assert(
      fc.property(fc.constantFrom<Grade>(1, 2, 3, 4), fc.integer({min: 2, max: 400}), (grade, after) => {
        const now = start + after * DAY;
        const promised = schedule(fsrs, [wrong], now)?.next.get(grade);
        expect(due([wrong, {at: now, right: grade > 1, grade}])).toBe(promised);
      })
    );
  });

  it("counts a grade in place of the answers that it is given for", () => {
    const at = start + 3 * DAY;
    const graded: Attempt = {at: at + 60_000, right: true, grade: 2};
    const answered = [
      {at, right: false},
      {at: at + 30_000, right: true}
    ] as const;
    expect(due([wrong, ...answered, graded])).toBe(due([wrong, graded]));
    expect(due([wrong, ...answered])).not.toBe(due([wrong, graded]));
    const yesterday: Attempt = {at: at - DAY, right: false};
    const gap = (attempts: readonly Attempt[]) => days([...attempts, {...graded, grade: 4}]);
    expect(gap([wrong, yesterday])).toBeLessThan(gap([wrong]));
  });

  it("depends on nothing but the attempts", () => {
    const attempts = [wrong, {at: start + 3 * DAY, right: true, grade: 2}] as const;
    expect(due(attempts, start + 4 * DAY)).toBe(due(attempts, start + 90 * DAY));
  });
});
