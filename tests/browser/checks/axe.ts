import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Frame, Page} from "playwright-core";
import {root} from "../../../tools/root.js";

const axeSource = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
/** Rules of every kind, for a page that was not judged yet. */
const ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Rules whose verdict depends on colors and width, for a page that passed the others. */
export const OF_SIGHT = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];
/** Violations of level serious or above, each with the elements that have it. */
export async function violations(page: Page | Frame, rules: readonly string[] = ALL): Promise<readonly string[]> {
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
    // pictures of formulas are hidden from whoever reads by ear, have the color of their text, and are thousands of boxes:
    // an empty box of their size stands for each in the meantime
    const pictures = [...document.querySelectorAll<HTMLElement>(".katex-html")].map((picture) => {
      const {width, height} = picture.getBoundingClientRect();
      const box = document.createElement("span");
      box.ariaHidden = "true";
      box.style.cssText = `display: inline-block; width: ${width}px; height: ${height}px`;
      return {picture, box};
    });
    // and axe has no rule for the parts of what is read in their place: its text stands for it
    const spoken = [...document.querySelectorAll<HTMLElement>(".katex-mathml > math")].map((math) => ({
      math,
      text: document.createTextNode(math.textContent ?? "")
    }));
    for (const {picture, box} of pictures) picture.replaceWith(box);
    for (const {math, text} of spoken) math.replaceWith(text);
    const {violations} = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
    for (const {picture, box} of pictures) box.replaceWith(picture);
    for (const {math, text} of spoken) text.replaceWith(math);
    return violations
      .filter(({impact}) => ["serious", "critical"].includes(impact))
      .map(
        ({id, nodes}) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({html}) => html.slice(0, 160))
            .join(" | ")}`
      );
  }, rules);
}
