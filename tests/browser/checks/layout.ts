import type {Page} from "playwright-core";

/** The widths that every page is laid out at: two phones, a tablet, two laptops, a large screen. */
export const WIDTHS = [1440, 1280, 1024, 768, 390, 360] as const;

/** Elements that stand out of the page to the right, if it scrolls sideways. */
const sideways = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const out = [...document.querySelectorAll("main *, header *, footer *")].filter(
      (node) => node.getBoundingClientRect().right > innerWidth + 1
    );
    return out.length === 0
      ? ["the page is too wide"]
      : out.slice(0, 5).map((node) => `${node.tagName}.${node.getAttribute("class") ?? ""} stands out to the right`);
  });

/** The contents of the page, if they stand out of the window: what is fixed makes nothing scroll. */
const contentsOutside = (page: Page): Promise<readonly string[]> =>
  page.$$eval("#observablehq-toc", (nodes) =>
    nodes
      .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth)
      .map((node) => `the contents end at ${Math.round(node.getBoundingClientRect().right)}`)
  );

/** Listings that are set too small to read. */
const smallCode = (page: Page): Promise<readonly string[]> =>
  page.$$eval("main pre, main textarea", (nodes) =>
    nodes
      .filter((node) => node.checkVisibility() && parseFloat(getComputedStyle(node).fontSize) < 13)
      .map((node) => `code of ${getComputedStyle(node).fontSize}: ${(node.textContent ?? "").slice(0, 30)}`)
  );

/** Empty room of more than 40 pixels between a figure's drawing and what follows, or under an unanswered exercise. */
const gaps = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const LARGEST = 40;
    /** The lowest edge of what is seen in an element: of its boxes that have no boxes, and of its texts. */
    const lowest = (node: Element): number => {
      let low = -Infinity;
      const walk = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let at: Node | null = walk.nextNode(); at !== null; at = walk.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(at);
        const leaf =
          at instanceof Element && (at.childElementCount === 0 || at.matches("svg, canvas, button, textarea"));
        const box =
          at instanceof Text
            ? range.getBoundingClientRect()
            : leaf
              ? (at as Element).getBoundingClientRect()
              : undefined;
        if (box !== undefined && box.height > 0 && box.width > 0) low = Math.max(low, box.bottom);
      }
      return low;
    };
    const found: string[] = [];
    const judge = (what: string, gap: number) => {
      if (gap > LARGEST && gap < Infinity) found.push(`${what}: ${Math.round(gap)} pixels of nothing`);
    };
    for (const figure of document.querySelectorAll<HTMLElement>("figure[data-figure]")) {
      const body = figure.querySelector(".fig-body");
      // in one that waits for the reader stands an offer, over its body
      if (body !== null && figure.dataset["status"] !== "stale")
        judge(`figure ${figure.id}`, body.getBoundingClientRect().bottom - lowest(body));
      const slot = figure.closest(".figure-slot");
      if (slot !== null)
        judge(`slot of ${figure.id}`, slot.getBoundingClientRect().bottom - figure.getBoundingClientRect().bottom);
    }
    for (const exercise of document.querySelectorAll<HTMLElement>("[data-exercise]")) {
      const box = exercise.parentElement?.closest("div[style], .exercise-slot");
      if (box instanceof HTMLElement && box.querySelectorAll("[data-exercise]").length === 1)
        judge(`exercise ${exercise.id}`, box.getBoundingClientRect().bottom - lowest(exercise));
    }
    return found;
  });

/** All that is wrong with how a page is laid out at the width that it has now. */
export async function layoutFaults(page: Page): Promise<readonly string[]> {
  const width = page.viewportSize()?.width ?? 0;
  const faults = [
    ...(await sideways(page)),
    ...(await contentsOutside(page)),
    ...(await smallCode(page)),
    ...(await gaps(page))
  ];
  return faults.map((fault) => `${width}: ${fault}`);
}
