/** A page of the book opened as a notebook. */
import {chromium, type Browser, type Frame, type FrameLocator, type Locator, type Page} from "playwright-core";
import {inject} from "vitest";
import type {Cell} from "../../src/components/notebook/cell.js";
import {packCells} from "../../src/components/notebook/packed.js";
import {browserFlags, chromiumPath} from "../../tools/chromium.js";

const launched = new Map<boolean, Promise<Browser>>();
function browser(ownProcess: boolean): Promise<Browser> {
  const known = launched.get(ownProcess);
  if (known !== undefined) return known;
  const flags = ownProcess ? ["--site-per-process"] : ["--disable-features=IsolateSandboxedIframes"];
  const one = chromium.launch({executablePath: chromiumPath(), args: [...browserFlags, ...flags]});
  launched.set(ownProcess, one);
  return one;
}

export const closeBrowser = async (): Promise<void> => {
  for (const one of launched.values()) await (await one).close();
};

interface Settings {
  readonly width?: number;
  readonly height?: number;
  /** Whether a sandboxed frame has a process of its own, as on desktops; phones and other browsers share one. */
  readonly ownProcess?: boolean;
  /** Where the site is served, if not the built one. */
  readonly site?: string;
}

export interface NotebookPage {
  readonly page: Page;
  readonly frame: FrameLocator;
  /** What went wrong: the console's errors, what was refused, what left the origin. */
  readonly problems: string[];
  readonly cell: (index: number) => Locator;
  /** What a cell shows, without its code. */
  readonly output: (index: number) => Promise<string>;
  /** Waits until a cell shows what fits, and returns it. */
  readonly shows: (index: number, fits: RegExp) => Promise<string>;
  /** Writes a cell's code and runs it. */
  readonly write: (index: number, code: string) => Promise<void>;
  readonly button: (name: string) => Locator;
  readonly status: () => Promise<string>;
  readonly inFrame: () => Frame;
  /** Opens a notebook of these cells of JavaScript from an address, and runs it unless told otherwise. */
  readonly open: (codes: readonly (string | Omit<Cell, "id">)[], run?: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function notebookPage(path: string, settings: Settings = {}): Promise<NotebookPage> {
  const {width = 1280, height = 900, ownProcess = true, site = inject("site")} = settings;
  const context = await (await browser(ownProcess)).newContext({viewport: {width, height}, acceptDownloads: true});
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => {
    const {origin, protocol} = new URL(request.url());
    if (origin !== new URL(site).origin && !["data:", "blob:"].includes(protocol)) problems.push(request.url());
  });
  const frame = page.frameLocator("iframe.notebook-frame");
  const cell = (index: number) => frame.locator(".cell").nth(index);
  const button = (name: string) => page.locator(".notebook-head").getByText(name, {exact: true});
  const opened = async () => {
    await frame.locator(".cell").first().waitFor();
  };
  const here = new URL(path, site).href;
  await page.goto(here, {waitUntil: "load"});
  return {
    page,
    frame,
    problems,
    cell,
    button,
    output: (index) => cell(index).locator(".out").innerText(),
    shows: async (index, fits) => {
      const text = async () => (await cell(index).locator(".out, .said").allInnerTexts()).join("\n").trim();
      const end = Date.now() + 15_000;
      let now = await text();
      while (!fits.test(now) && Date.now() < end) {
        await page.waitForTimeout(30);
        now = await text();
      }
      if (!fits.test(now)) throw new Error(`cell ${index} does not show ${fits}, but ${now}`);
      return now;
    },
    write: async (index, code) => {
      await cell(index).locator("textarea").fill(code);
      await cell(index).locator("textarea").press("Shift+Enter");
    },
    status: () => page.locator(".notebook-said").innerText(),
    inFrame: () => {
      const found = page.frames().find((one) => one.parentFrame() === page.mainFrame());
      if (found === undefined) throw new Error("there is no frame");
      return found;
    },
    open: async (codes, run = true) => {
      const cells = codes.map((code, i): Cell => {
        if (typeof code === "string") return {id: i + 1, mode: "js", value: code, pinned: true};
        return {id: i + 1, ...code};
      });
      await page.goto("about:blank");
      await page.goto(`${here}#notebook=${await packCells(cells)}`, {waitUntil: "load"});
      await opened();
      if (!run) return;
      await button("Run all").click();
      await frame.locator(".cells:not(.at-rest)").waitFor();
      await opened();
    },
    close: () => context.close()
  };
}
