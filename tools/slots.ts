/** Goes through a page as a reader does, since some of its slots are filled only when one comes near. */
import type {Page} from "playwright-core";

/** How long what comes when the reader is near may take to come, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Goes from slot to slot, and waits until each holds what it is for and no figure works.
 *
 * @throws Error which slots of the page stay empty, counted from 0.
 */
export async function fillSlots(page: Page): Promise<void> {
  const empty: number[] = [];
  for (const [index, slot] of (await page.locator(".slot").all()).entries()) {
    await slot.scrollIntoViewIfNeeded();
    // no name is given to a function here: the compiler's helper for names does not exist in the page
    const filled = await slot.evaluate(async (node: HTMLElement, patience) => {
      const until = performance.now() + patience;
      while (performance.now() < until) {
        const figure = node.querySelector<HTMLElement>("figure[data-figure]");
        const drawn =
          figure === null
            ? node.querySelector("observablehq-loading") === null && node.offsetHeight > 0
            : figure.dataset["status"] === "error" || // says why, and may have nothing to draw
              (figure.dataset["status"] !== "running" && figure.querySelector(".fig-body")?.childElementCount !== 0);
        // a cell that failed has its error where its figure would be, and gets no other
        if (drawn || node.querySelector(".observablehq--error") !== null) return true;
        node.scrollIntoView({block: "nearest"}); // what fills above it may have moved it away again
        await new Promise((done) => setTimeout(done, 50));
      }
      return false;
    }, PATIENCE);
    if (!filled) empty.push(index);
  }
  if (empty.length > 0) throw new Error(`${page.url()}: slots ${empty.join(", ")} stay empty`);
}
