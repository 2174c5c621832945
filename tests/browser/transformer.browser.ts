import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Locator, Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {hash, timeline} from "../../lib/index.js";
import {readGguf} from "../../lib/interop.js";
import {transformerLm} from "../../lib/stages/06-transformer/index.js";
import {tensor} from "../../lib/tensor.js";
import {transformer} from "../../lib/transformer.js";
import {gptConfig} from "../../src/stages/06-transformer/model/gptSpec.js";
import long from "../../src/stages/06-transformer/model/passingRun.json" with {type: "json"};
import {excerpt} from "../../tools/corpora.js";
import {figureDone, open} from "./open.js";

const bench = (page: Page): Locator => page.locator('figure[data-figure="playground-gpt"]');
const tree = (page: Page): Locator => page.locator('figure[data-figure="playground-tree"]');

const reached = async (here: Locator): Promise<number> =>
  Number(/step (\d+) of/.exec((await here.locator(".bench-status").textContent()) ?? "")?.[1] ?? 0);

const trainedTo = async (here: Locator, step: number): Promise<void> =>
  expect.poll(() => reached(here), {timeout: 120_000, interval: 100}).toBeGreaterThanOrEqual(step);

async function arrived(page: Page): Promise<void> {
  await page.locator("#bench").scrollIntoViewIfNeeded();
  await bench(page).waitFor();
  await figureDone(page, "playground-gpt");
}

describe("the transformer’s playground", () => {
  it("trains 200 steps, writes, is taken away as a file that gives the same, and goes on after a reload", async () => {
    const {page, problems, close} = await open("playground/transformer");
    try {
      await arrived(page);
      const here = bench(page);
      const began = Date.now();
      await here.getByRole("button", {name: "Train"}).click();
      await trainedTo(here, 20);
      console.log(`the first measurement after Train: ${Date.now() - began} ms`);
      await trainedTo(here, 200);
      await here.getByRole("button", {name: "Pause"}).click();
      await expect.poll(() => here.locator(".bench-samples").textContent()).toMatch(/It writes at step \d+:\s+\S/);

      const saving = page.waitForEvent("download");
      await here.getByRole("button", {name: "GGUF"}).click();
      const file = join(mkdtempSync(join(tmpdir(), "model-")), "model.gguf");
      await (await saving).saveAs(file);
      const read = readGguf(new Uint8Array(readFileSync(file)));
      const step = await reached(here);
      const run = timeline(transformerLm, gptConfig({}, excerpt("moby-dick").text, false), {history: false});
      const {params} = run.at(step).state;
      const ids = tensor([[5, 20, 30, 41, 50]], {dtype: "int32"});
      const logits = transformer(read.config).apply(read.params, ids);
      expect(hash(logits)).toBe(hash(run.opened().transformer.apply(params, ids)));

      await page.reload({waitUntil: "networkidle"});
      await arrived(page);
      const again = bench(page);
      await again.getByRole("button", {name: /^Resume your run at step/}).click();
      await trainedTo(again, step);
      await again.getByRole("button", {name: "Go on"}).click();
      await trainedTo(again, step + 20);
      await again.getByRole("button", {name: "Pause"}).click();
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });

  it("writes on where the reader clicks, and branches from there", async () => {
    const {page, problems, close} = await open("playground/transformer");
    try {
      await page.locator("#tree").scrollIntoViewIfNeeded();
      await tree(page).waitFor();
      await figureDone(page, "playground-tree");
      const here = tree(page);
      const text = here.getByLabel("Text");
      const before = await text.inputValue();
      await here.locator(".next-letters button").first().click();
      await expect.poll(() => text.inputValue()).toHaveLength(before.length + 1);
      await figureDone(page, "playground-tree");
      await here.locator(".drawn-texts button").first().click();
      await expect.poll(async () => (await text.inputValue()).length).toBeGreaterThan(before.length + 20);
      await page.goBack();
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});

describe("the workbench of transformers", () => {
  it("promises a time anew when settings change, and says at once why some can’t be run", async () => {
    const {page, problems, close} = await open("stages/06-transformer/");
    try {
      const here = page.locator('figure[data-figure="gpt-bench"]');
      await page.locator("#bench").scrollIntoViewIfNeeded();
      await here.waitFor();
      await figureDone(page, "gpt-bench");
      const status = here.locator(".bench-status");
      await here.hover();
      await expect.poll(() => status.textContent(), {timeout: 30_000}).toMatch(/^about \d+ (s|min) here$/);
      await here.getByLabel("Width", {exact: true}).selectOption("128");
      await expect.poll(() => status.textContent()).toBe("");
      await here.hover();
      await expect.poll(() => status.textContent(), {timeout: 30_000}).toMatch(/^about \d+ (s|min) here$/);
      await here.getByLabel("Heads of keys").selectOption("4");
      await here.getByLabel("Heads", {exact: true}).selectOption("2");
      await here.hover();
      const told = here.locator(".bench-told");
      await expect.poll(() => told.textContent(), {timeout: 30_000}).toMatch(/heads/);
      expect(await status.textContent()).toBe("");
      await here.getByLabel("Heads of keys").selectOption("2");
      await here.hover();
      await expect.poll(() => status.textContent(), {timeout: 30_000}).toMatch(/^about/);
      expect(await told.textContent()).toBe("");
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });

  it("has a long run to scrub, which passes counting, and opens what it is made of", async () => {
    const {page, problems, close} = await open("stages/06-transformer/");
    try {
      const here = page.locator('figure[data-figure="long-run"]');
      await page.locator("#long").scrollIntoViewIfNeeded();
      await here.waitFor();
      await figureDone(page, "long-run");
      const counted = long.value.baselines.at(-1)!.loss;
      const held = async () =>
        Number(await here.locator(".bench-readings tbody tr").first().locator("td").nth(2).textContent());
      expect(await held()).toBeLessThan(counted);
      await here.locator("input.scrub").fill("1000");
      await expect.poll(held).toBeGreaterThan(counted);
      await here.getByLabel("Look into").selectOption("parameter:layers.3.feedForward.down.weight");
      await here.locator("input.scrub").fill("0");
      await expect
        .poll(() => here.locator(".bench-inspection").textContent(), {timeout: 60_000})
        .toContain("[344, 128]");
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});

describe("two cores", () => {
  it("are used when the reader asks for them, on a host that sends no headers, to the same bits", async () => {
    const {page, problems, close} = await open("playground/transformer");
    try {
      await page.locator("[data-cores='1']").waitFor();
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
      await page.getByRole("button", {name: "Use two cores"}).click();
      await page.locator("[data-cores='2']").waitFor({timeout: 30_000});
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      await arrived(page);
      const here = bench(page);
      await here.getByRole("button", {name: "Train"}).click();
      await trainedTo(here, 20);
      expect(page.workers().length).toBeGreaterThanOrEqual(1);
      await here.getByRole("button", {name: "Pause"}).click();
      await here.locator("input.scrub").evaluate((node) => {
        const input = node as HTMLInputElement;
        input.value = "20";
        for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, {bubbles: true}));
      });
      await here.getByRole("button", {name: "Prove it"}).click();
      await expect
        .poll(() => here.locator(".bench-told").textContent(), {timeout: 60_000})
        .toMatch(/They are the same/);
      await page.getByRole("button", {name: "Use one core"}).click();
      await page.locator("[data-cores='1']").waitFor({timeout: 30_000});
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});

describe("fast mode", () => {
  const scrubTo20 = (here: Locator): Promise<void> =>
    here.locator("input.scrub").evaluate((node) => {
      const input = node as HTMLInputElement;
      input.value = "20";
      for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, {bubbles: true}));
    });
  const trained = async (page: Page): Promise<Locator> => {
    await arrived(page);
    const here = bench(page);
    await here.getByRole("button", {name: "Train"}).click();
    await trainedTo(here, 20);
    await here.getByRole("button", {name: "Pause"}).click();
    await scrubTo20(here);
    return here;
  };
  /** The switch stands before the bench, comes when the reader does, and loads the page anew. */
  const choose = async (page: Page, name: string, fast: "yes" | "no"): Promise<void> => {
    const near = () => page.locator("#bench").scrollIntoViewIfNeeded();
    await near();
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", {name}).click()]);
    await near();
    await page.locator(`[data-fast='${fast}']`).waitFor();
  };
  const told = (here: Locator) => here.locator(".bench-told").textContent();
  const status = (here: Locator) => here.locator(".bench-status").textContent();

  it("trains with fused products when the reader asks for them, says so, proves nothing, and goes back", async () => {
    const {page, problems, close} = await open("playground/transformer");
    try {
      await choose(page, "Fast, not the same bits everywhere", "yes");
      const fast = await trained(page);
      await expect.poll(() => status(fast)).toMatch(/fast, not the same bits everywhere/);
      await fast.getByRole("button", {name: "Prove it"}).click();
      await expect.poll(() => told(fast), {timeout: 30_000}).toMatch(/A fast run proves nothing/);
      await choose(page, "Use exact products", "no");
      await arrived(page);
      const again = bench(page);
      await again.getByRole("button", {name: /^Resume/}).click();
      await expect.poll(() => told(again), {timeout: 30_000}).toMatch(/stands at step/);
      await expect.poll(() => status(again), {timeout: 30_000}).toMatch(/fast, not the same bits everywhere/);
      await again.getByRole("button", {name: "Prove it"}).click();
      await expect.poll(() => told(again), {timeout: 30_000}).toMatch(/A fast run proves nothing/);
      await again.getByRole("button", {name: "Begin again"}).click();
      const exact = await trained(page);
      expect(await status(exact)).not.toMatch(/fast/);
      await exact.getByRole("button", {name: "Prove it"}).click();
      await expect.poll(() => told(exact), {timeout: 60_000}).toMatch(/They are the same/);
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });

  it("trains on two cores as well", async () => {
    const {page, problems, close} = await open("playground/transformer");
    try {
      await page.getByRole("button", {name: "Use two cores"}).click();
      await page.locator("[data-cores='2']").waitFor({timeout: 30_000});
      await choose(page, "Fast, not the same bits everywhere", "yes");
      const fast = await trained(page);
      await expect.poll(() => status(fast)).toMatch(/fast, not the same bits everywhere/);
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});
