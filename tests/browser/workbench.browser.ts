import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Locator, Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {hash, timeline} from "../../lib/index.js";
import {bengio} from "../../lib/stages/03-neural-lm/index.js";
import {inspectSafetensors, loadCheckpoint} from "../../lib/tensor.js";
import {excerpt} from "../../tools/corpora.js";
import {figureDone, open} from "./open.js";

const path = "stages/03-neural-lm/";
const name = "bengio-bench";
const config = {
  corpus: excerpt("names").text,
  documents: true,
  context: 8,
  width: 16,
  hidden: [128],
  learningRate: 0.003
};

const status = (bench: Locator): Promise<string> =>
  bench
    .locator(".bench-status")
    .textContent()
    .then((text) => text ?? "");

/** How far the run is, as the bench says. */
const reached = async (bench: Locator): Promise<number> => Number(/step (\d+) of/.exec(await status(bench))?.[1] ?? 0);

const trainedTo = async (bench: Locator, step: number): Promise<void> =>
  expect.poll(() => reached(bench), {timeout: 60_000, interval: 50}).toBeGreaterThanOrEqual(step);

async function scrub(bench: Locator, step: number): Promise<void> {
  await bench.locator("input.scrub").evaluate((node, step) => {
    const input = node as HTMLInputElement;
    input.value = String(step);
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, {bubbles: true}));
  }, step);
}

/** The first row of the measurements. */
const readings = (bench: Locator, row = 0): Promise<readonly string[]> =>
  bench.locator(`.bench-readings tbody tr`).nth(row).locator("th, td").allTextContents();

async function proven(bench: Locator): Promise<readonly string[]> {
  await bench.getByRole("button", {name: "Prove it"}).click();
  await expect.poll(() => bench.locator(".bench-told").textContent(), {timeout: 60_000}).toMatch(/They are/);
  const told = (await bench.locator(".bench-told").textContent()) ?? "";
  return told.match(/[0-9a-f]{32}/g) ?? [];
}

/** The figure comes when the reader comes near its place. */
async function arrived(page: Page): Promise<void> {
  await page.locator("#bench").scrollIntoViewIfNeeded();
  await page.locator(`figure[data-figure="${name}"]`).waitFor();
  await figureDone(page, name);
}

const bench = (page: Page): Locator => page.locator(`figure[data-figure="${name}"]`);

describe("the workbench", () => {
  it("trains, pauses, scrubs, forks, looks inside, proves, saves, and goes on after a reload", async () => {
    const {page, problems, close} = await open(path);
    try {
      await arrived(page);
      const here = bench(page);
      // a kept run lies there before anything trains
      expect(await readings(here)).toContain("2000");
      await here.hover();
      await expect.poll(() => status(here), {timeout: 30_000}).toMatch(/^about \d+ s here$/);

      await page.evaluate(() => {
        const longest = {milliseconds: 0};
        Object.assign(globalThis, {longest});
        new PerformanceObserver((list) => {
          for (const {duration} of list.getEntries()) longest.milliseconds = Math.max(longest.milliseconds, duration);
        }).observe({type: "longtask"});
      });
      await here.getByRole("button", {name: "Train"}).click();
      await trainedTo(here, 200);
      await here.getByRole("button", {name: "Pause"}).click();
      const paused = await reached(here);
      await page.waitForTimeout(400);
      expect(await reached(here)).toBeLessThanOrEqual(paused + 20);
      const longest = await page.evaluate(
        () => (globalThis as unknown as {longest: {milliseconds: number}}).longest.milliseconds
      );
      console.log(`longest task of the page while training: ${longest} ms`);

      await scrub(here, 100);
      await expect.poll(async () => (await readings(here))[1]).toBe("100");
      const run = timeline(bengio, config, {history: false});
      const {metrics, state} = run.at(100);
      expect(Number((await readings(here))[3])).toBeCloseTo(metrics.validationLoss, 3);
      const [worker, own] = await proven(here);
      expect(worker).toBe(hash(state));
      expect(own).toBe(hash(state));

      await here.getByRole("button", {name: "Fork here…"}).click();
      await here.locator(".bench-fork select").first().selectOption("sgd");
      await here.getByRole("button", {name: "Begin this future"}).click();
      await here.getByRole("button", {name: "Go on"}).click();
      await expect.poll(async () => Number((await readings(here, 1))[1]), {timeout: 60_000}).toBeGreaterThan(200);
      await here.getByRole("button", {name: "Pause"}).click();
      await scrub(here, 160);
      await expect.poll(async () => (await readings(here, 1))[1]).toBe("160");
      const other = run.fork(100, {optimizer: "sgd"});
      expect(Number((await readings(here, 1))[3])).toBeCloseTo(other.at(160).metrics.validationLoss, 3);
      expect(await here.locator(".bench-forks").textContent()).toContain("sgd from 100");

      const inside = here.getByLabel("Look into");
      await inside.selectOption("gradient:layers.0.weight");
      await expect.poll(() => here.locator(".bench-inspection").textContent()).toContain("[128, 128]");
      expect(page.url()).toContain("gradient%3Alayers.0.weight");
      await inside.selectOption("activation:hidden.0");
      await expect.poll(() => here.locator(".bench-inspection").textContent()).toContain("[64, 128]");

      const saving = page.waitForEvent("download");
      await here.getByRole("button", {name: "Save"}).click();
      const file = join(mkdtempSync(join(tmpdir(), "run-")), "run.safetensors");
      await (await saving).saveAs(file);
      const bytes = new Uint8Array(readFileSync(file));
      expect(inspectSafetensors(bytes)).toContain("state.params.layers.0.weight");
      const saved = loadCheckpoint(bytes) as {readonly step: number; readonly state: unknown};
      expect(hash(saved.state)).toBe(hash(run.at(saved.step).state));

      await page.reload({waitUntil: "networkidle"});
      await arrived(page);
      const again = bench(page);
      await again.getByRole("button", {name: /^Resume your run at step/}).click();
      await expect.poll(() => again.locator(".bench-told").textContent()).toMatch(/stands at step/);
      await trainedTo(again, 200);
      const from = await reached(again);
      await again.getByRole("button", {name: "Go on"}).click();
      await trainedTo(again, from + 40);
      await again.getByRole("button", {name: "Pause"}).click();
      await scrub(again, from + 20);
      await expect.poll(async () => (await readings(again))[1]).toBe(String(from + 20));
      expect((await proven(again))[0]).toBe(hash(run.at(from + 20).state));
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });

  it("refuses a file that is none of its own, and keeps what stands", async () => {
    const {page, problems, close} = await open(path);
    try {
      await arrived(page);
      const here = bench(page);
      await here.locator('input[type="file"][accept=".safetensors"]').setInputFiles({
        name: "x.safetensors",
        mimeType: "application/octet-stream",
        buffer: Buffer.from([1, 2, 3])
      });
      await expect.poll(() => here.locator(".bench-told").textContent()).toMatch(/bytes|header|file/);
      expect(await readings(here)).toContain("2000");
      expect(problems).toEqual([]);
    } finally {
      await close();
    }
  });
});
