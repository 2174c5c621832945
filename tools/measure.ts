/**
 * `npm run measure`: opens the pages of the built site at six widths and keeps the height of each slot as it stands when
 * nothing was touched. Names, such as `stages/01-markov/sampling`, measure those pages alone. Build again afterwards.
 */
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {chromium, type Page} from "playwright-core";
import {browserFlags, chromiumPath} from "./chromium.js";
import {pagesOf} from "./finish.js";
import {heightsOf, slotsOf, widths, type Heights, type SlotHeights} from "./heights.js";
import {root} from "./root.js";
import {serve} from "./serve.js";
import {fillSlots} from "./slots.js";
import {builtBase} from "./site.js";

const heightsNow = (page: Page): Promise<readonly {readonly slot: number; readonly body: number | undefined}[]> =>
  page.$$eval(".slot", (slots) =>
    slots.map((slot) => {
      const body = slot.querySelector(".fig-body");
      return {
        slot: Math.floor(slot.getBoundingClientRect().height),
        body: body === null ? undefined : Math.floor(body.getBoundingClientRect().height)
      };
    })
  );

async function measure(page: Page, url: string, keys: readonly string[]): Promise<Record<string, SlotHeights>> {
  const all: (readonly {readonly slot: number; readonly body: number | undefined}[])[] = [];
  for (const width of widths) {
    await page.setViewportSize({width, height: 900});
    await page.goto(url, {waitUntil: "networkidle"});
    await page.addStyleTag({content: ".slot, .slot .fig-body {min-height: 0 !important}"});
    await fillSlots(page);
    if ((await page.locator(".observablehq--error").count()) > 0) throw new Error(`${url}: a cell failed`);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
    all.push(await heightsNow(page));
  }
  if (all.some((heights) => heights.length !== keys.length))
    throw new Error(`${url} has ${all[0]?.length} slots, and its source has ${keys.length}: build first`);
  return Object.fromEntries(
    keys.map((key, i) => {
      const bodies = all.map((heights) => heights[i]?.body);
      const slot = all.map((heights) => heights[i]?.slot ?? 0);
      return [key, bodies.some((body) => body === undefined) ? {slot} : {slot, body: bodies as number[]}];
    })
  );
}

function keep(path: string, heights: Record<string, SlotHeights>): void {
  const {file, name} = heightsOf(path);
  const target = join(root, file);
  const before = existsSync(target) ? (JSON.parse(readFileSync(target, "utf8")) as Heights) : {};
  const after = Object.entries({...before, [name]: heights}).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(
    target,
    `${JSON.stringify(Object.fromEntries(after), null, 1).replace(/\[\s+([\d,\s]+?)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, " ")}]`)}\n`
  );
}

const asked = process.argv.slice(2);
const server = await serve(builtBase());
const browser = await chromium.launch({executablePath: chromiumPath(), args: [...browserFlags]});
const paths = pagesOf(join(root, "dist")).map((file) => `/${file.replace(/\.html$/, "")}`);
const waiting = paths.filter((path) => asked.length === 0 || asked.some((name) => path.endsWith(name)));
const work = async (): Promise<void> => {
  const context = await browser.newContext({reducedMotion: "reduce"});
  const page = await context.newPage();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const source = join(root, "src", `${path}.md`);
    const keys = existsSync(source) ? slotsOf(readFileSync(source, "utf8")) : [];
    if (keys.length === 0) continue;
    keep(path, await measure(page, `${server.url}${path.slice(1).replace(/index$/, "")}`, keys));
    console.log(path);
  }
};
await Promise.all([work(), work()]);
await browser.close();
await server.close();
