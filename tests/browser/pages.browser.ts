/**
 * Every page, loaded once: quiet, still, light, accessible, laid out at six widths. What costs more, such as moving each
 * control of each figure, is in deep.browser.ts.
 */
import type {Page} from "playwright-core";
import {describe, expect as always, it} from "vitest";
import {violations} from "./checks/axe.js";
import {WIDTHS, layoutFaults} from "./checks/layout.js";
import {figuresDone, figuresSettled, open, pagePaths, seenBy} from "./open.js";
import {sampled} from "./sample.js";

const cellErrors = (page: Page): Promise<readonly string[]> =>
  page.$$eval(".observablehq--error", (nodes) => nodes.map((node) => node.textContent ?? ""));

const names = {"data-figure": new Map<string, string>(), "data-exercise": new Map<string, string>()};
const twice: string[] = [];

async function collectNames(page: Page, path: string): Promise<void> {
  for (const [attribute, seen] of Object.entries(names)) {
    const found = await page.$$eval(
      `[${attribute}]`,
      (nodes, attribute) => nodes.map((node) => node.getAttribute(attribute) ?? ""),
      attribute
    );
    for (const name of found) {
      const before = seen.get(name);
      if (before !== undefined) twice.push(`${attribute}="${name}" on /${before} and /${path}`);
      seen.set(name, path);
    }
  }
}

async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({width, height: 900});
  // a resize reaches the figures by their observers, which run before the frame after next
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await figuresSettled(page);
}

/** The pages of the reference are of one make: the first, the longest, and one that has all kinds of entries. */
const [reference, others] = [true, false].map((is) => pagePaths.filter((path) => path.startsWith("api/") === is));
const tried = [...others!, ...sampled(reference!, ["api/", "api/core", "api/nn"])];

describe.concurrent.each(tried.map((path) => [path]))("/%s", (path) => {
  it("is quiet, still, light, accessible, and laid out at six widths", async ({expect}) => {
    const {page, problems, bytes, close} = await open(path, {reducedMotion: "reduce"});
    try {
      const weight = bytes();
      const states = await figuresDone(page);
      const {shift} = await seenBy(page);
      expect.soft([...states].filter(([, state]) => state === "error")).toEqual([]);
      expect.soft(await cellErrors(page)).toEqual([]);
      expect.soft(shift, "the layout moved").toBeLessThanOrEqual(0.02);
      expect.soft(weight, "bytes of a first load").toBeLessThanOrEqual(300_000);
      expect.soft((await violations(page)).join("\n"), "light").toBe("");
      const faults: string[] = [];
      for (const width of WIDTHS) {
        if (width === 390) await page.emulateMedia({colorScheme: "dark"});
        await resize(page, width);
        faults.push(...(await layoutFaults(page)));
      }
      expect.soft(faults.join("\n")).toBe("");
      expect.soft((await seenBy(page)).violations).toEqual([]);
      expect.soft(problems).toEqual([]);
      await collectNames(page, path);
    } finally {
      await close();
    }
  });
});

describe("the site", () => {
  it("gives each figure and each exercise a name of its own", () => {
    always(twice).toEqual([]);
  });
});
