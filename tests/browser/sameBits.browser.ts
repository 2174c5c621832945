import {describe, expect, it} from "vitest";
import {hash, markov, timeline} from "../../lib/index.js";
import {figuresDone, open} from "./open.js";

/** What the figure prove-it shows on the page, and for its worker. */
async function proofs(path: string) {
  const {page, problems, close} = await open(path);
  try {
    await figuresDone(page);
    const figure = page.locator('figure[data-figure="prove-it"]');
    const text = await figure.locator("input[type=text]").inputValue();
    const [order, step] = await figure.locator("input[type=range]").evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).valueAsNumber)); // prettier-ignore
    return {
      text,
      order: order ?? NaN,
      step: step ?? NaN,
      page: await figure.locator(".proof-page").textContent(),
      worker: await figure.locator(".proof-worker").textContent(),
      problems
    };
  } finally {
    await close();
  }
}

describe("the same config", () => {
  it.each(["", "?prove-it.order=2&prove-it.step=7", "?prove-it.text=The+sea+the+sea+the+open+sea+🐳+the+blue"])(
    "has the same bits in Node, on the page and in a worker: /playground/markov%s",
    async (query) => {
      const shown = await proofs(`playground/markov${query}`);
      const {state, metrics} = timeline(markov, {corpus: shown.text, order: shown.order, batchSize: 16}).at(shown.step);
      const here = hash([hash(state), metrics.validationBitsPerCharacter]);
      expect(shown.page).toBe(here);
      expect(shown.worker).toBe(here);
      expect(shown.problems).toEqual([]);
    }
  );
});
