import {describe, expect, it} from "vitest";
import {figureDone, open} from "./open.js";

describe("the autograd visualizer", () => {
  it("moves a leaf by arrow keys and by drag, and value, gradients and differences follow", async () => {
    const {page, problems, close} = await open("stages/02-autodiff/graphs?autograd-visualizer.formula=x*x*y");
    try {
      await figureDone(page, "autograd-visualizer");
      const figure = page.locator('figure[data-figure="autograd-visualizer"]');
      const leaf = (name: string) => figure.locator(`[data-leaf="${name}"]`);
      const valueOf = async (name: string) => Number(await leaf(name).getAttribute("aria-valuenow"));
      const row = async (name: string) =>
        figure
          .locator("tbody tr", {hasText: new RegExp(`^${name}`)})
          .locator("td")
          .allTextContents();
      await figure.getByLabel("Check by finite differences").check();

      /** The row of x after a move: its gradient back, forward, by differences. */
      const followed = async () => {
        const [x, y] = [await valueOf("x"), await valueOf("y")];
        await expect
          .poll(async () => (await row("x")).slice(2, 5).map(Number))
          .toEqual([expect.closeTo(2 * x * y, 6), expect.closeTo(2 * x * y, 6), expect.closeTo(2 * x * y, 5)]);
        await expect.poll(() => figure.locator("g.node.now, g.node").last().textContent()).toContain("out");
      };
      expect(await valueOf("x")).toBe(2);
      await leaf("x").focus();
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => valueOf("x")).toBe(2.1);
      await followed();
      await expect.poll(() => leaf("x").evaluate((node) => node === document.activeElement)).toBe(true);
      await page.keyboard.press("Shift+ArrowUp");
      await expect.poll(() => valueOf("x")).toBe(3.1);
      await followed();
      expect(page.url()).toContain("autograd-visualizer.leaves=");

      const box = (await leaf("y").boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const before = await valueOf("y");
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 25, y, {steps: 5});
      await page.mouse.up();
      await expect.poll(() => valueOf("y")).toBeCloseTo(before + 0.5, 10);
      await followed();
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });

  it("draws a shared node once, with both of its edges", async () => {
    const {page, close} = await open("stages/02-autodiff/graphs?autograd-visualizer.formula=x*x");
    try {
      await figureDone(page, "autograd-visualizer");
      const figure = page.locator('figure[data-figure="autograd-visualizer"]');
      expect(await figure.locator('[data-leaf="x"]').count()).toBe(1);
      expect(await figure.locator("g.node").count()).toBe(2);
      expect(await figure.locator("text.slope:not(.number)").count()).toBe(2);
    } finally {
      await close();
    }
  });
});
