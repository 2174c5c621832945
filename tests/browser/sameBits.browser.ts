import {describe, expect, it} from "vitest";
import {hash, timeline} from "../../lib/index.js";
import {markov} from "../../lib/stages/01-markov/index.js";
import {tensorMlp, type TensorMlpConfig} from "../../lib/stages/02-autodiff/tensors.js";
import * as t from "../../lib/tensor.js";
import {figureDone, figuresDone, open} from "./open.js";

/** What the figure prove-it shows on the page, and for its worker. */
async function proofs(path: string) {
  const {page, problems, close} = await open(path);
  try {
    await figuresDone(page);
    const figure = page.locator('figure[data-figure="prove-it"]');
    const text = await figure.locator("input[type=text]").inputValue();
    const [order, step] = await figure
      .locator("input[type=range]")
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).valueAsNumber));
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

  it.each<readonly [string, TensorMlpConfig]>([
    ["", {dataset: "twoMoons", hidden: [16, 16], seed: 1}],
    ["?same-bits.dataset=spirals&same-bits.width=28&same-bits.seed=7", {dataset: "spirals", hidden: [28, 28], seed: 7}]
  ])("has the same bits after each 50 of 1,000 steps on tensors: /playground/autodiff%s", async (query, config) => {
    const {page, problems, close} = await open(`playground/autodiff${query}`);
    try {
      await figureDone(page, "same-bits");
      const run = timeline(tensorMlp, config, {memory: {snapshots: 1}});
      const here = Array.from({length: 20}, (_, i) => hash(run.at(50 * (i + 1)).state));
      const shown = (place: string) =>
        page
          .locator(`figure[data-figure="same-bits"] .${place}`)
          .evaluateAll((codes) => codes.map((code) => (code as HTMLElement).dataset["hash"]));
      expect(new Set(here).size).toBe(20);
      expect(await shown("on-page")).toEqual(here);
      expect(await shown("in-worker")).toEqual(here);
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});

describe("a step that is compiled where it is made", () => {
  /** As text, for a page has the library under another name: some of the parameters after a step. */
  const program = `({adam, optimizerStep, randomNormal, key}) => {
    const optimizer = adam({learningRate: 0.01, weightDecay: 0.1});
    const [params, grads] = [1, 2].map((seed) => ({x: randomNormal(key(seed), [40003])}));
    const [moved] = optimizerStep(optimizer, params, grads, optimizer.init(params));
    return Array.from(moved.x.data).filter((_, i) => i % 997 === 0);
  }`;

  it("is allowed by the site’s policy, and has the bits that it has in Node", async () => {
    const {page, problems, close} = await open("playground/optimization");
    try {
      const there = await page.evaluate<readonly number[]>(`(async () => {
        const {href} = document.querySelector('link[rel=modulepreload][href*="/lib/tensor."]');
        return (${program})(await import(href));
      })()`);
      const here = new Function(`return ${program}`)() as (face: typeof t) => readonly number[];
      expect(there).toEqual(here(t));
      expect(there).toHaveLength(41);
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});
