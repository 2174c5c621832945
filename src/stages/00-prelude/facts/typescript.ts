import {every, run} from "/lib/index.js";
import {lastValueFrom, range, toArray} from "rxjs";
import {countingStage} from "../model/countingStage.js";

/** What the small programs of the page answer. */
export const facts = async () => {
  // numbers of steps from a list: a program of facts has no clock
  const frames = await lastValueFrom(range(0, 10).pipe(run(countingStage, {by: 2}), every(3), toArray()));
  const original = {step: 3, sum: 6};
  const next = {...original, step: original.step + 1};
  return {
    squares: JSON.stringify([1, 2, 3].map((x) => x * x)),
    odd: JSON.stringify([1, 2, 3].filter((x) => x % 2 === 1)),
    total: [1, 2, 3].reduce((sum, x) => sum + x, 0),
    nextStep: next.step,
    originalStep: original.step,
    kept: frames.map(({step}) => step).join(", "),
    states: frames.map(({state}) => state).join(", ")
  };
};

/** What the page says of them in words. */
export const claims = (f: Awaited<ReturnType<typeof facts>>) => ({
  oldOneStays: f.originalStep === 3 && f.nextStep === 4
});
