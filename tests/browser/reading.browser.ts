import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {violations} from "./checks/axe.js";
import {figureDone, open} from "./open.js";

const spoken = (page: Page, figure: string): Promise<string | null> =>
  page.locator(`#${figure} [data-reading]`).getAttribute("aria-valuetext");

const tip = (page: Page, figure: string): Promise<readonly string[]> =>
  page.locator(`#${figure} .reading-shown text`).allTextContents();

describe.each([
  ["a chart of Plot's", "dashboards/ngrams", "dashboard-memory"],
  ["a chart of ours", "stages/01-markov/perplexity", "perplexity-by-order"]
])("%s", (_, path, name) => {
  it("is read point by point by keys, mouse and touch, without a fault of accessibility", async () => {
    const {page, problems, close} = await open(path, {hasTouch: true});
    try {
      await figureDone(page, name);
      const area = page.locator(`#${name} [data-reading]`);
      await area.scrollIntoViewIfNeeded();
      expect(await tip(page, name)).toEqual([]);
      await area.focus();
      const first = await spoken(page, name);
      await page.keyboard.press("ArrowRight");
      const second = await spoken(page, name);
      expect(second).not.toBe(first);
      expect((await tip(page, name)).join(", ")).toBe(second);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("End");
      const last = await spoken(page, name);
      await page.keyboard.press("ArrowRight");
      expect(await spoken(page, name)).toBe(last);
      await page.keyboard.press("Home");
      expect(await spoken(page, name)).toBe(first);
      await page.keyboard.press("Escape");
      expect(await tip(page, name)).toEqual([]);

      const box = (await area.boundingBox()) ?? {x: 0, y: 0, width: 0, height: 0};
      await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
      expect((await tip(page, name)).join(", ")).toBe(last);
      await page.mouse.move(box.x + box.width / 2, box.y - 200);
      expect(await tip(page, name)).toEqual([]);
      await page.touchscreen.tap(box.x + 2, box.y + box.height / 2);
      expect((await tip(page, name)).join(", ")).toBe(first);
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});
