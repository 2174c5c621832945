/**
 * Whether pages that were left are let go. Resident memory does not say it: WebKit keeps what it once took, and takes more
 * as it compiles. So a page is opened in a frame of another one, gone through, and left, and weak references tell which
 * documents and figures are still held when garbage has been collected.
 */
import type {EnginePage} from "./webdriver.js";

const opened = (address: string, read: string): string => `(async () => {
  const frame = document.createElement("iframe");
  frame.style.cssText = "position: fixed; inset: 0; width: 100vw; height: 100vh";
  frame.src = ${JSON.stringify(address)};
  const loaded = new Promise((done) => (frame.onload = done));
  document.body.append(frame);
  await loaded;
  await new Promise((done) => setTimeout(done, 1000));
  const inside = frame.contentDocument;
  await (async (document) => ${read})(inside);
  const parts = [inside, ...inside.querySelectorAll("figure[data-figure]")];
  (globalThis.left ??= []).push(...parts.map((part) => new WeakRef(part)));
  frame.remove();
  return parts.length;
})()`;

const HELD = "globalThis.left.filter((part) => part.deref() !== undefined).length";
const PATIENCE = 20;

interface Left {
  /** Documents and figures that were opened. */
  readonly opened: number;
  /** How many of them are held yet: none, if all is well. */
  readonly held: number;
}

/** Opens addresses in a frame of the page `host`, one after another, goes through each with the expression `read`, and leaves it. */
export async function leftPages(
  page: EnginePage,
  host: string,
  addresses: readonly string[],
  read: string
): Promise<Left> {
  await page.open(host);
  let all = 0;
  for (const address of addresses) all += Number(await page.evaluate(opened(address, read)));
  let held = all;
  for (let second = 0; second < PATIENCE && held > 0; second++) {
    await page.evaluate("new Promise((done) => setTimeout(done, 1000))");
    held = Number(await page.evaluate(HELD));
  }
  return {opened: all, held};
}
