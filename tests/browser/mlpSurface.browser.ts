import type {Locator} from "playwright-core";
import {describe, expect, it} from "vitest";
import {timeline} from "../../lib/index.js";
import {gradientsOf, pointsOf, scalarMlp, type ScalarMlpConfig} from "../../lib/stages/02-autodiff/index.js";
import {figureDone, open} from "./open.js";

const config: ScalarMlpConfig = {
  dataset: "twoMoons",
  samples: 120,
  noise: 0.15,
  hidden: [8],
  activation: "tanh",
  learningRate: 0.1
};

/** What the figure shows, without names that are made anew at each drawing. */
const drawing = (figure: Locator): Promise<string> =>
  figure
    .locator(".fig-body")
    .evaluate((body) => new XMLSerializer().serializeToString(body).replace(/\s(?:id|aria-\w+)="[^"]*"/g, ""));

/** Moves the figure's time as a reader's finger does, and waits until it stands there. */
async function go(figure: Locator, step: number): Promise<void> {
  await figure.locator("input.scrub").evaluate((node, step) => {
    const input = node as HTMLInputElement;
    input.value = String(step);
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, {bubbles: true}));
  }, step);
  await figure.locator(".fig-note", {hasText: `Step ${step} of`}).waitFor({timeout: 60_000});
}

describe("the figure of a network and its surface", () => {
  it("shows two futures from a fork on, goes back to the same picture, and has the library's numbers to the last digit", async () => {
    const {page, problems, close} = await open("playground/autodiff?mlp-surface.time=20f10");
    try {
      const figure = page.locator('figure[data-figure="mlp-surface"]');
      await figureDone(page, "mlp-surface");
      const maps = figure.locator(".mlp-map");
      const pictures = () =>
        maps.evaluateAll((all) =>
          all.map((map) => [...map.querySelectorAll("path")].map((path) => path.getAttribute("d")).join())
        );
      const [first, second, ...others] = await pictures();
      expect(others).toEqual([]);
      expect(second).toBeDefined();
      expect(second).not.toBe(first);

      await go(figure, 10);
      const [atFork, sameAtFork] = await pictures();
      expect(sameAtFork).toBe(atFork);
      const before = await drawing(figure);
      await go(figure, 26);
      expect(await drawing(figure)).not.toBe(before);
      await go(figure, 10);
      expect(await drawing(figure)).toBe(before);

      await figure.getByRole("button", {name: /^Unfork/}).click();
      await expect.poll(() => maps.count()).toBe(1);

      const {params} = timeline(scalarMlp, config).at(10).state;
      const {gradients} = gradientsOf(config)(params, pointsOf(config).train);
      await figure.locator('[data-target="score"]').focus();
      await page.keyboard.press("ArrowLeft"); // to its weight for neuron 1.1
      await page.keyboard.press("ArrowDown"); // for neuron 1.2
      const exact = figure.locator(".mlp-exact dd");
      expect(await exact.allTextContents()).toEqual(
        [params[1]![0]!.weights[1], gradients[1]![0]!.weights[1]].map(String)
      );
      await page.keyboard.press("ArrowLeft"); // to neuron 1.2 itself
      const cells = figure.locator(".mlp-readout tbody td");
      const {weights, bias} = params[0]![1]!;
      const slopes = gradients[0]![1]!;
      const pairs = [
        [weights[0]!, slopes.weights[0]!],
        [weights[1]!, slopes.weights[1]!],
        [bias, slopes.bias]
      ];
      const [weight, slope] = [
        (w: number) => w.toFixed(5).replace("-", "−"),
        (g: number) => g.toPrecision(4).replaceAll("-", "−")
      ];
      expect(await cells.allTextContents()).toEqual(
        pairs.flatMap(([w, g], i) => [["x₁", "x₂", "bias"][i], weight(w!), slope(g!)])
      );
      await page.keyboard.press("Enter");
      await expect.poll(() => page.url()).toContain("mlp-surface.target=1.2");
      const target = figure.locator('[data-target="1.2"]');
      await expect.poll(() => target.evaluate((node) => node === document.activeElement)).toBe(true);
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });

  it("shows a neuron's surface and numbers under the mouse, and its own again when the mouse leaves", async () => {
    const {page, problems, close} = await open("playground/autodiff?mlp-surface.time=5");
    try {
      await figureDone(page, "mlp-surface");
      const figure = page.locator('figure[data-figure="mlp-surface"]');
      const heading = figure.locator(".mlp-heading");
      expect(await heading.textContent()).toBe("The score");
      await figure.locator('[data-target="1.3"]').hover();
      await expect.poll(() => heading.textContent()).toBe("Neuron 3 of layer 1");
      expect(await figure.locator(".mlp-map").textContent()).toContain("Neuron 1.3");
      await figure.locator("figcaption").hover();
      await expect.poll(() => heading.textContent()).toBe("The score");
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});
