import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {describe, expect as always, it} from "vitest";
import {root} from "../../tools/root.js";
import {figuresDone, open, pagePaths, seenBy} from "./open.js";

const axeSource = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Violations of level serious or above, each with the elements that have it. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (rules) => {
    interface Violation {
      readonly id: string;
      readonly impact: string;
      readonly nodes: readonly {readonly html: string}[];
    }
    // axe arrives as a global of the page
    const {axe} = globalThis as unknown as {
      axe: {run: (node: Document, options: object) => Promise<{violations: readonly Violation[]}>};
    };
    const {violations} = await axe.run(document, {runOnly: rules});
    return violations
      .filter(({impact}) => ["serious", "critical"].includes(impact))
      .map(
        ({id, nodes}) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({html}) => html.slice(0, 160))
            .join(" | ")}`
      );
  }, RULES);
}

const cellErrors = (page: Page): Promise<readonly string[]> =>
  page.$$eval(".observablehq--error", (nodes) => nodes.map((node) => node.textContent ?? ""));

/** Elements that stand out of the page to the right, if it scrolls sideways. */
const sideways = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const out = [...document.querySelectorAll("main *, header *, footer *")].filter(
      (node) => node.getBoundingClientRect().right > innerWidth + 1
    );
    return out.length === 0
      ? ["the page"]
      : out.slice(0, 5).map((node) => `${node.tagName}.${node.getAttribute("class") ?? ""}`);
  });

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

describe.concurrent.each(pagePaths.map((path) => [path]))("/%s", (path) => {
  it("is light on a wide screen: quiet, still, accessible, nothing foreign, at most 300 kB", async ({expect}) => {
    const {page, problems, bytes, close} = await open(path);
    try {
      await page.waitForTimeout(500);
      const {shift} = await seenBy(page);
      const weight = bytes();
      const states = await figuresDone(page);
      expect.soft([...states].filter(([, state]) => state === "error")).toEqual([]);
      expect.soft(await cellErrors(page)).toEqual([]);
      expect.soft(await violations(page)).toEqual([]);
      expect.soft((await seenBy(page)).violations).toEqual([]);
      expect.soft(problems).toEqual([]);
      expect.soft(shift).toBeLessThanOrEqual(0.02);
      expect.soft(weight).toBeLessThanOrEqual(300_000);
      await collectNames(page, path);
    } finally {
      await close();
    }
  });

  it("is dark on a phone: quiet, still, accessible, and never wider than 360 pixels", async ({expect}) => {
    const {page, problems, close} = await open(path, {
      viewport: {width: 390, height: 844},
      colorScheme: "dark",
      reducedMotion: "reduce"
    });
    try {
      await page.waitForTimeout(500);
      const {shift} = await seenBy(page);
      const states = await figuresDone(page);
      expect.soft([...states].filter(([, state]) => state === "error")).toEqual([]);
      expect.soft(await violations(page)).toEqual([]);
      expect.soft(shift).toBeLessThanOrEqual(0.02);
      await page.setViewportSize({width: 360, height: 740});
      await figuresDone(page);
      expect.soft(await sideways(page)).toEqual([]);
      expect.soft((await seenBy(page)).violations).toEqual([]);
      expect.soft(problems).toEqual([]);
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
