/** `npm start`, in a copy of the project whose sources can be changed: pages follow their sources, and open as notebooks. */
import {spawn, type ChildProcess} from "node:child_process";
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join, relative} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {root} from "../../tools/root.js";
import {closeBrowser, notebookPage} from "./notebookPage.js";
import {otherServer} from "./otherServer.js";

const copy = mkdtempSync(join(tmpdir(), "live-"));
const left = new Set(["node_modules", ".git", "dist", "build", "shots", "tests/interop/node_modules"]);
const PATH = "playground/markov";
const source = join(copy, `src/${PATH}.md`);

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });

let child: ChildProcess;
let site: string;

beforeAll(async () => {
  cpSync(root, copy, {recursive: true, filter: (file) => !left.has(relative(root, file))});
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const port = await freePort();
  site = `http://127.0.0.1:${port}/`;
  child = spawn(process.execPath, ["--import", "tsx", "tools/start.ts", "--port", String(port)], {
    cwd: copy,
    stdio: ["ignore", "pipe", "inherit"]
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.setEncoding("utf8").on("data", (said: string) => said.includes(site) && resolve());
    child.on("exit", (code) => reject(new Error(`npm start ended with ${code}`)));
  });
}, 120_000);
afterAll(async () => {
  child.removeAllListeners("exit");
  const ended = new Promise((resolve) => child.on("exit", resolve));
  child.kill("SIGKILL"); // what it watches is about to go
  await Promise.all([ended, closeBrowser()]);
  rmSync(copy, {recursive: true, force: true});
});

/** Changes the source of the page. */
const rewrite = (from: string, to: string): void => {
  const text = readFileSync(source, "utf8");
  if (!text.includes(from)) throw new Error(`${source} has no “${from}”`);
  writeFileSync(source, text.replace(from, to));
};

describe("npm start", () => {
  it("opens a page as a notebook, with the library, Plot, Inputs, formulas and workers, and without a network", async () => {
    const other = await otherServer();
    const {open, shows, write, frame, problems, close} = await notebookPage(PATH, {site});
    try {
      await open([
        "const r = view(Inputs.range([0, 10], {step: 1, value: 3, label: 'r'}))",
        "Plot.plot({marks: [Plot.dotX([1, 2, r])]})",
        'import {entropy} from "/lib/index.js"',
        "entropy([0.5, 0.5]) * r",
        {mode: "tex", value: "x = ${r}", pinned: true},
        {mode: "ts", value: "const t: number = r + 1;", pinned: true},
        "t * 10",
        'FileAttachment("/lib/corpora/opening.txt").text().then((text) => text.length > 1000)',
        'import {proveIt} from "/stages/01-markov/figures/proveIt.js"; display(typeof proveIt)'
      ]);
      await shows(3, /2\.07/);
      await shows(6, /40/);
      await shows(7, /true/);
      await shows(8, /function/);
      await frame.locator(".katex").waitFor();
      await expect.poll(() => frame.locator("svg circle").count()).toBe(3);
      await write(0, "const r = 5");
      await shows(3, /3\.46/);
      expect(problems).toEqual([]);
      await write(1, `await fetch("http://${other.address}")`);
      await shows(1, /Error/);
      await write(2, `location.href = "http://${other.address}"; 1`);
      await expect.poll(() => problems.join("\n")).toMatch(/frame-src 'self'/);
      expect(other.visits()).toBe(0);
    } finally {
      other.close();
      await close();
    }
  });

  it("trains in a worker within a notebook", async () => {
    const {page, frame, problems, close} = await notebookPage(PATH, {site, height: 6000});
    await page.getByText("Edit this page").click();
    await frame.locator("[data-figure=prove-it]").getByText("yes, bit for bit").waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it("changes a page in place when its source changes, and opens its notebook anew", async () => {
    const {page, frame, shows, write, problems, close} = await notebookPage(PATH, {site});
    const watched = page.waitForEvent("console", (message) => message.text().includes("welcome"));
    await page.reload();
    await watched;
    await page.waitForTimeout(1000); // Framework watches the files when it has said so
    await page.evaluate(() => Object.assign(globalThis, {stays: true}));
    rewrite("A run is decided by its config alone", "A run is wholly decided by its config");
    await page.getByText("A run is wholly decided by its config").waitFor();
    expect(await page.evaluate(() => "stays" in globalThis)).toBe(true);
    expect(await page.locator(".lede + .edit-page").count()).toBe(1);
    await page.getByText("Edit this page").click();
    await shows(11, /945 tokens/);
    await write(6, "const batchSize = 7;\nconst config = {corpus, tokenizer, order, smoothing: {method}, batchSize};");
    await shows(11, /7 tokens/);
    rewrite("A run is wholly decided by its config", "A run is decided by what its config says");
    await expect.poll(() => page.evaluate(() => "stays" in globalThis).catch(() => true)).toBe(false);
    await shows(11, /7 tokens/); // what the reader has changed stays
    await page.locator(".notebook-head").getByText("As the book has it", {exact: true}).click();
    await frame.getByText("A run is decided by what its config says").waitFor();
    await shows(11, /945 tokens/);
    expect(problems).toEqual([]);
    await close();
  });
});
