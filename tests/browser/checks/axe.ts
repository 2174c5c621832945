import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Page} from "playwright-core";
import {root} from "../../../tools/root.js";

const axeSource = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Violations of level serious or above, each with the elements that have it. */
export async function violations(page: Page): Promise<readonly string[]> {
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
