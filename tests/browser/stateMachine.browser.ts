import {expect, it} from "vitest";
import {figureDone, open} from "./open.js";

it("the state machine is walked by keyboard: an arrow goes to a state, Enter starts there, and the focus stays", async () => {
  const {page, problems, close} = await open("stages/01-markov/language-models");
  try {
    await figureDone(page, "state-machine");
    const figure = page.locator('figure[data-figure="state-machine"]');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    const current = () => figure.locator(".state.current").getAttribute("aria-label");
    await figure.locator(".state.current").focus();
    for (let moves = 0; moves < 3; moves++) {
      const from = await current();
      await page.keyboard.press("ArrowRight");
      const next = await focused();
      expect(next).not.toBe(from);
      await page.keyboard.press("Enter");
      await expect.poll(current).toBe(next);
      await expect.poll(focused).toBe(next);
    }
    expect(problems).toEqual([]);
  } finally {
    await close();
  }
});
