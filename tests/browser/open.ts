/** Opens pages of the built site, and keeps what goes wrong on them. */
import {readdirSync} from "node:fs";
import {join} from "node:path";
import {chromium, type Browser, type BrowserContextOptions, type Page} from "playwright-core";
import {inject} from "vitest";
import {pagesOf} from "../../tools/finish.js";
import {root} from "../../tools/root.js";
import {fillSlots} from "../../tools/slots.js";

export interface Opened {
  readonly page: Page;
  /** What a reader's console would show, what was refused, and what left the origin. */
  readonly problems: readonly string[];
  /** Bytes on the wire until now. */
  readonly bytes: () => number;
  readonly close: () => Promise<void>;
}

/** Addresses of all pages, relative to the site: "" for the first, `stages/01-markov/perplexity`. */
export const pagePaths: readonly string[] =
  readdirSync(join(root, "dist")).length === 0
    ? []
    : pagesOf(join(root, "dist")).map((file) => file.replace(/(?:^|(?<=\/))index\.html$|\.html$/, ""));

let connected: Promise<Browser> | undefined;
const browser = (): Promise<Browser> => (connected ??= chromium.connect(inject("browser")));

const tolerated = /^Failed to load resource: the server responded with a status of 404/; // of the 404 page itself

/** Opens a page, and waits until it has loaded all that it asks for. */
export async function open(path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const site = inject("site");
  const {origin} = new URL(site);
  const context = await (await browser()).newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  const problems: string[] = [];
  let bytes = 0;
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    if (path === "404" && tolerated.test(message.text())) return;
    problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`page error: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !["data:", "blob:"].includes(url.protocol))
      problems.push(`foreign request: ${request.url()}`);
  });
  page.on("response", (response) => {
    // Plot is one file for the whole site, and kept by the browser: a first load does not count it
    if (!/\/plot\.\w+\.js$/.test(response.url())) bytes += Number(response.headers()["content-length"] ?? 0);
    if (response.status() >= 400 && path !== "404") problems.push(`${response.status()}: ${response.url()}`);
  });
  await page.addInitScript(() => {
    const seen = {shift: 0, violations: new Array<string>()};
    Object.assign(globalThis, {seen});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // a LayoutShift, which the DOM's types do not know
        const {value = 0, hadRecentInput = false} = entry as {value?: number; hadRecentInput?: boolean};
        if (!hadRecentInput) seen.shift += value;
      }
    }).observe({type: "layout-shift", buffered: true});
    addEventListener("securitypolicyviolation", (event) =>
      seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`)
    );
  });
  await page.goto(new URL(path === "404" ? "no/such/page" : path, site).href, {waitUntil: "networkidle"});
  return {page, problems, bytes: () => bytes, close: () => context.close()};
}

/** What the page has seen of itself: how far its layout moved, and what its policy refused. */
export const seenBy = (page: Page): Promise<{readonly shift: number; readonly violations: readonly string[]}> =>
  page.evaluate(() => (globalThis as unknown as {seen: {shift: number; violations: string[]}}).seen);

/** Scrolls a figure into view, or to where it comes when the reader is near, waits until it works no more, and returns its state. */
export async function figureDone(page: Page, name: string): Promise<string> {
  const figure = page.locator(`figure[data-figure="${name}"]`);
  if ((await figure.count()) === 0) await fillSlots(page);
  await figure.scrollIntoViewIfNeeded();
  await page.waitForFunction(
    (name) => {
      const figure = document.querySelector<HTMLElement>(`figure[data-figure="${name}"]`);
      const drawn =
        figure?.dataset["status"] === "error" || (figure?.querySelector(".fig-body")?.childElementCount ?? 1) > 0;
      return figure !== null && figure.dataset["status"] !== "running" && drawn;
    },
    name,
    {timeout: 60_000}
  );
  return (await figure.getAttribute("data-status")) ?? "";
}

/** Waits until no figure of the page works any more, wherever it stands: for those that were in view before. */
export const figuresSettled = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll<HTMLElement>("figure[data-figure]")].every(
        ({dataset, firstElementChild}) => dataset["status"] !== "running" && firstElementChild !== null
      ),
    undefined,
    {timeout: 60_000}
  );
};

/** The figures of a page that have come, from top to bottom. */
export const figureNames = (page: Page): Promise<readonly string[]> =>
  page.$$eval("figure[data-figure]", (nodes) => nodes.map((node) => node.getAttribute("data-figure") ?? ""));

/** Waits until no figure of the page works any more, each scrolled into view, and returns the state of each. */
export async function figuresDone(page: Page): Promise<ReadonlyMap<string, string>> {
  const states = new Map<string, string>();
  await fillSlots(page);
  for (const name of await figureNames(page)) states.set(name, await figureDone(page, name));
  return states;
}
