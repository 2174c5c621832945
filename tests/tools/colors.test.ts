import {join} from "node:path";
import {expect, it} from "vitest";
import {root} from "../../tools/root.js";
import {run} from "../../tools/run.js";

it("every color has its contrast on paper and surface, and its distance under color blindness", async () => {
  const {code, output} = await run("tools/check-colors.mjs");
  expect(output, join(root, "src/styles/tokens.css")).toContain("\n0 failures");
  expect(code).toBe(0);
});
