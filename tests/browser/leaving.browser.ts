/** Who leaves a page leaves nothing at work: its workers end with it, and a page that comes back makes its own anew. */
import type {Page} from "playwright-core";
import {describe, expect, inject, it} from "vitest";
import {figureDone, figuresDone, open} from "./open.js";

// pages whose figures work in workers, and others between them
const ROUND = [
  "playground/autodiff",
  "stages/01-markov/smoothing",
  "stages/01-markov/trade-offs",
  "dashboards/ngrams",
  "playground/markov",
  "stages/02-autodiff/tensors",
  "stages/01-markov/perplexity",
  "stages/01-markov/sampling"
];

/** What a browser tells a page that it keeps for a way back. Chromium without windows keeps none, so it is told here. */
const tell = (page: Page, type: "pagehide" | "pageshow"): Promise<void> =>
  page.evaluate((type) => void dispatchEvent(new PageTransitionEvent(type, {persisted: true})), type);

const workers = (page: Page): number => page.workers().length;

/** Moves a figure's scrubber to a step, as a reader does who lets go of it there. */
const scrubTo = (page: Page, name: string, step: number): Promise<void> =>
  page.locator(`figure[data-figure="${name}"] input.scrub`).evaluate((scrub: HTMLInputElement, step) => {
    scrub.value = String(step);
    for (const type of ["input", "change"]) scrub.dispatchEvent(new Event(type, {bubbles: true}));
  }, step);

/** What a figure says of what it has drawn. */
const words = (page: Page, name: string): Promise<string> =>
  page.locator(`#${name}-words`).evaluate((node) => node.textContent ?? "");

describe("a page that is left", () => {
  it("has no worker any more, page after page in one tab, and the last computes again on the way back", async () => {
    const {page, problems, close} = await open(ROUND[0] ?? "");
    try {
      const [first = "", ...others] = ROUND;
      await figuresDone(page);
      expect(workers(page), `at work on /${first}`).toBeGreaterThan(0);
      for (const path of others) {
        await page.goto("about:blank");
        await expect.poll(() => workers(page), {message: `before /${path}`}).toBe(0);
        await page.goto(new URL(path, inject("site")).href);
        expect([...(await figuresDone(page)).values()], path).not.toContain("error");
      }
      await page.goBack(); // to nothing
      await expect.poll(() => workers(page), {message: "in front of the last page"}).toBe(0);
      await page.goBack();
      expect([...(await figuresDone(page)).values()], `back on ${ROUND.at(-2)}`).not.toContain("error");
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });

  it.each([
    ["playground/autodiff", "mlp-surface"],
    ["stages/01-markov/trade-offs", "counting-live"]
  ])("keeps no worker where the browser keeps /%s, whose %s computes when it comes back", async (path, name) => {
    const {page, problems, close} = await open(path);
    try {
      await figureDone(page, name);
      expect(workers(page)).toBeGreaterThan(0);
      await tell(page, "pagehide");
      await expect.poll(() => workers(page)).toBe(0);
      await tell(page, "pageshow");
      const before = await words(page, name);
      await scrubTo(page, name, 7);
      await expect.poll(() => words(page, name)).not.toBe(before);
      expect(await figureDone(page, name)).toBe("done");
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });

  it("is left in the middle of work, and goes on with it when it comes back", async () => {
    const {page, problems, close} = await open("playground/autodiff");
    try {
      const name = "same-bits";
      const figure = page.locator(`figure[data-figure="${name}"]`);
      await figureDone(page, name);
      await figure.locator("input[type=range]").first().press("ArrowRight");
      await expect.poll(() => figure.getAttribute("data-status")).toBe("running");
      const before = await words(page, name);
      await tell(page, "pagehide");
      await expect.poll(() => workers(page)).toBe(0);
      await tell(page, "pageshow");
      await expect.poll(() => words(page, name), {timeout: 60_000}).not.toBe(before);
      expect(await figureDone(page, name)).toBe("done");
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});
