import {lastValueFrom, of, toArray} from "rxjs";
import {expect, it} from "vitest";
import {run, timeline} from "../../../lib/index.js";
import {pieces} from "../../../src/stages/00-prelude/model/aloud.js";
import {countingStage} from "../../../src/stages/00-prelude/model/countingStage.js";

it("is the fold of its steps, whatever clock runs it", async () => {
  const frames = await lastValueFrom(of(0, 1, 2, 3, 4, 5).pipe(run(countingStage, {by: 3}), toArray()));
  expect(frames.map(({state}) => state)).toEqual([0, 3, 6, 9, 12, 15]);
  expect(frames.map(({metrics}) => metrics.isEven)).toEqual([true, false, true, false, true, false]);
  expect(timeline(countingStage, {by: 3}).at(5).state).toBe(15);
});

it("what is read aloud names every part of the type", () => {
  const code = pieces.map((piece) => piece.code).join(" ");
  for (const part of ["Config", "Batch", "State", "Metrics", "data", "model", "step", "metrics", "done?"])
    expect(code).toContain(part);
});
