import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {open} from "./open.js";

/** How many blocks are open, of those that fold: proofs, listings, algebra, and answers, which no depth opens. */
const opened = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() =>
    ["details.proof", "figure.source > details", "details.fold[data-depth]", "details.fold:not([data-depth])"].map(
      (kind) => document.querySelectorAll(`${kind}[open]`).length
    )
  );
const read = (page: Page, name: string): Promise<void> =>
  page.getByRole("group", {name: "Depth of reading"}).getByRole("button", {name}).click();

describe("the depth of reading", () => {
  it("folds and unfolds what is marked, by its own switch and by keyboard", async () => {
    const {page, problems, close} = await open("stages/02-autodiff/modes");
    try {
      const [proofs = 0, listings = 0] = await opened(page);
      expect(Math.min(proofs, listings)).toBeGreaterThan(0);
      await read(page, "the idea");
      expect(await opened(page)).toEqual([0, 0, 0, 0]);
      await page.locator(".proof > summary").first().press("Enter");
      expect(await opened(page)).toEqual([1, 0, 0, 0]);
      await page.getByRole("button", {name: "in full"}).press("Enter");
      expect(await opened(page)).toEqual([proofs, listings, 0, 0]);
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });

  it("is kept from page to page; a link to a folded formula opens its proof", async () => {
    const {page, problems, close} = await open("stages/02-autodiff/derivatives");
    try {
      await read(page, "every proof");
      expect((await opened(page))[2]).toBeGreaterThan(0);
      await read(page, "the idea");
      await page.reload();
      expect((await opened(page)).slice(0, 3)).toEqual([0, 0, 0]);
      expect(await page.getByRole("button", {name: "the idea"}).getAttribute("aria-pressed")).toBe("true");
      await page.goto(`${page.url().split("#")[0]}#eq-cauchy-schwarz`);
      await page.waitForFunction(() => document.querySelector("details.proof")?.hasAttribute("open"));
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});
