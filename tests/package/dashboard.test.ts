/** A dashboard as somebody makes one: written by the packed command line, installed, built without a network, opened, and alive. */
import {spawn} from "node:child_process";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {chromium, type Browser, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {browserFlags, chromiumPath} from "../../tools/chromium.js";
import {command} from "./command.js";
import {strangersProject} from "./strangersProject.js";

const project = strangersProject("dashboard");
const dash = join(project, "dash");
const llmfp = (...args: string[]): string => command("npx", ["--no-install", "llmfp", ...args], project);
const SMALL = ["--layers", "1", "--heads", "2", "--context", "8", "--batch-size", "2", "--scored", "50"];
const OFTEN = ["--every", "10", "--sample-every", "20", "--sample-length", "10"];
const observable = join(dash, "node_modules/@observablehq/framework/dist/bin/observable.js");

let browser: Browser;

beforeAll(async () => {
  writeFileSync(join(project, "whale.txt"), "the whale and the sea, and a gull. ".repeat(60));
  llmfp("train", "whale.txt", "--name", "narrow", "--steps", "40", "--width", "8", ...SMALL, ...OFTEN);
  llmfp("train", "whale.txt", "--name", "wide", "--steps", "40", "--width", "16", ...SMALL, ...OFTEN);
  llmfp("export", "narrow", "--to", "tensorboard", "--out", "runs/logged");
  llmfp("new", "dashboard", "dash");
  command("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], dash);
  browser = await chromium.launch({executablePath: chromiumPath(), args: [...browserFlags]});
});
afterAll(() => browser.close());

/** A page whose errors and requests to elsewhere are collected. */
async function watched(): Promise<{readonly page: Page; readonly wrong: string[]}> {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("request", (request) => {
    const {hostname} = new URL(request.url());
    if (!/^(dash\.test|127\.0\.0\.1|localhost|)$/.test(hostname)) wrong.push(request.url());
  });
  return {page, wrong};
}

const curvesOn = (page: Page): Promise<readonly (string | null)[]> =>
  page.locator("svg [aria-label=line] path").evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));

describe("a dashboard", () => {
  it("is in TypeScript whose types are right", () => {
    expect(command("npm", ["run", "--silent", "types"], dash)).toBe("");
  });

  it("builds without a network, and its pages show the runs, ask for nothing elsewhere, and fit a phone", async () => {
    const blocked = join(project, "blocked.mjs");
    const names = '["lookup", "resolve"]';
    writeFileSync(
      blocked,
      `import dns from "node:dns";\nfor (const name of ${names}) dns[name] = () => process.exit(9);\n`
    );
    command(process.execPath, ["--import", blocked, observable, "build"], dash);
    const {page, wrong} = await watched();
    await page.route("http://dash.test/**", (route) => {
      const file = join(dash, "dist", decodeURIComponent(new URL(route.request().url()).pathname));
      return route.fulfill({
        path: existsSync(file) && !file.endsWith("/") ? file : `${file.replace(/\/$/, "/index")}.html`
      });
    });
    await page.setViewportSize({width: 390, height: 800});
    const open = async (name: string): Promise<string> => {
      await page.goto(`http://dash.test/${name}`, {waitUntil: "networkidle"});
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      return page.locator("main").innerText();
    };
    expect(await open("")).toMatch(/wide\s+transformer\s+40 of 40\s+\d\.\d{4}/);
    await expect.poll(() => curvesOn(page)).toHaveLength(9);
    const [raw] = await curvesOn(page);
    await page.locator("input[type=range]").fill("0.9");
    await expect.poll(() => curvesOn(page)).toHaveLength(12); // what was measured stays, faint, behind what is smooth
    expect(await curvesOn(page)).toContain(raw);
    await page.getByLabel("narrow").uncheck();
    await expect.poll(() => curvesOn(page)).toHaveLength(8);
    expect(await open("settings")).toMatch(/width\s+—\s+8\s+16/);
    await page.getByLabel("logged").uncheck();
    await expect.poll(() => page.locator("main").innerText()).toMatch(/width\s+8\s+16/);
    expect(await page.locator("main").innerText()).not.toContain("learningRate");
    expect(await open("samples")).toMatch(/narrow[\s\S]*step 40/);
    expect(await open("throughput")).toMatch(/wide\s+[\d,]+\s+16\s/);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it("shows the curve move while a run goes on", async () => {
    const preview = spawn(process.execPath, [observable, "preview", "--no-open"], {cwd: dash});
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let said = "";
        preview.stdout.on("data", (chunk: Buffer) => {
          said += chunk.toString();
          const [, found] = /(http:\/\/[\d.:]+\/)/.exec(said) ?? [];
          if (found !== undefined) resolve(found);
        });
        preview.on("exit", () => reject(new Error(said)));
      });
      const {page, wrong} = await watched();
      await page.goto(url, {waitUntil: "load"});
      await expect.poll(() => curvesOn(page), {timeout: 20_000}).toHaveLength(9);
      const before = await curvesOn(page);
      llmfp("train", "--resume", "wide", "--steps", "80");
      await expect.poll(() => page.locator("main").innerText(), {timeout: 20_000}).toContain("80 of 80");
      expect(await curvesOn(page)).not.toEqual(before);
      expect(wrong).toEqual([]);
      await page.close();
    } finally {
      preview.kill();
    }
  });

  it("has a smaller sister that is one file, and asks for nothing", async () => {
    expect(llmfp("report", "-o", "pages/report.html")).toMatch(/report\.html: 3 runs, \d+/);
    const {page, wrong} = await watched();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.setViewportSize({width: 390, height: 800});
    const address = pathToFileURL(join(project, "pages/report.html")).href;
    await page.goto(address);
    await expect.poll(() => curvesOn(page)).toHaveLength(14);
    await page.getByLabel("narrow").uncheck();
    await expect.poll(() => curvesOn(page)).toHaveLength(9);
    expect(await page.locator("main").innerText()).toMatch(/wide\s+transformer\s+\d+ of \d+\s+\d\.\d{4}/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(asked).toEqual([address]);
    expect(wrong).toEqual([]);
    await page.close();
    expect(() => llmfp("report", "whale.txt")).toThrow("there is no run here");
  });

  it("is written into no folder that has something in it", () => {
    expect(() => llmfp("new", "dashboard", "dash")).toThrow("a project goes into a folder of its own");
    expect(readFileSync(join(dash, "package.json"), "utf8")).toContain('"name": "dash"');
  });
});
