import {describe, expect, it} from "vitest";
import {figureDone, open} from "./open.js";

describe("a figure that refuses its settings", () => {
  it("says why, with a link to the section of the troubleshooting page for errors of its kind", async () => {
    const {page, problems, close} = await open(
      "stages/06-transformer/?gpt-bench.feedForward=none&gpt-bench.experts=2&gpt-bench.inspect=parameter%3Aembedding.weight",
      {reducedMotion: "reduce"}
    );
    try {
      await expect.poll(() => figureDone(page, "gpt-bench"), {timeout: 60_000}).toBe("error");
      const alarm = page.locator('figure[data-figure="gpt-bench"] .fig-alarm');
      expect(await alarm.textContent()).toContain("experts are gated layers");
      await alarm.getByRole("link").click();
      await page.waitForURL(/\/troubleshooting#LLMFP_CONFIG$/);
      expect(await page.locator("#LLMFP_CONFIG").isVisible()).toBe(true);
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});
