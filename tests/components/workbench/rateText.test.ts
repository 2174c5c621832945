import {expect, it} from "vitest";
import {rateText} from "../../../src/components/workbench/rateText.js";

it("says how far and how fast training is, also where a step takes seconds, and no rate before it is known", () => {
  const run = {step: 40, of: 1000, tokens: 1024, since: 20};
  expect(rateText({...run, seconds: 0.2})).toBe("step 40 of 1000");
  expect(rateText({...run, since: 40, seconds: 9})).toBe("step 40 of 1000");
  expect(rateText({...run, seconds: 1})).toBe("step 40 of 1000 · 20 steps/s · 20,480 tokens/s · 48 s left");
  expect(rateText({...run, seconds: 60})).toBe("step 40 of 1000 · 0.33 steps/s · 341 tokens/s · 48 min left");
});
