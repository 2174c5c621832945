/**
 * Notebooks in an engine: cells follow an edit, loops end, exercises and workers run, nothing of the network or of the page
 * is reached, and Stop stops. The reader's hands are events of the page, since drivers differ in what they can press.
 */
import {createServer} from "node:http";
import type {Cell} from "../../src/components/notebook/cell.js";
import {packCells} from "../../src/components/notebook/packed.js";
import type {EnginePage} from "./webdriver.js";

const PATH = "playground/markov";
/** Pages as the book has them: with workers, and with formulas. */
const PAGES = [PATH, "stages/02-autodiff/derivatives"];

/** A server that counts who comes. */
async function stranger(): Promise<{
  readonly address: string;
  readonly visits: () => number;
  readonly close: () => void;
}> {
  let visits = 0;
  const server = createServer((_, response) => {
    visits++;
    response.writeHead(200, {"access-control-allow-origin": "*"}).end("got it");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return {address: `127.0.0.1:${port}/leak`, visits: () => visits, close: () => void server.close()};
}

/** An expression that waits until another is true, and gives it; or what `seen` shows by then. */
const waits = (condition: string, seen: string, seconds = 20): string => `(async () => {
  for (let i = 0; i < ${seconds * 20}; i++) {
    try { if (${condition}) return true; } catch {}
    await new Promise((done) => setTimeout(done, 50));
  }
  try { return String(${seen}).slice(0, 300); } catch (error) { return String(error); }
})()`;

const OUTPUTS = `[...document.querySelectorAll(".cell")].map((cell) => cell.querySelector(".out").textContent + "|" + cell.querySelector(".said").textContent)`;

/** What a cell shows, with what is wrong with it. */
const shows = (index: number, fits: RegExp, seconds?: number): string =>
  waits(`${fits}.test(${OUTPUTS}[${index}])`, `${OUTPUTS}[${index}]`, seconds);

/** Writes a cell and runs it, as the reader does: with Shift and Enter. */
const write = (index: number, code: string): string => `(() => {
  const area = document.querySelectorAll(".cell")[${index}].querySelector("textarea");
  area.focus();
  area.value = ${JSON.stringify(code)};
  area.dispatchEvent(new Event("input", {bubbles: true}));
  area.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", shiftKey: true, bubbles: true, cancelable: true}));
  return true;
})()`;

const press = (name: string): string =>
  `[...document.querySelectorAll(".notebook-bar button")].find((one) => one.textContent === ${JSON.stringify(name)}).click()`;

/** What a cell may not do, as code that throws where it can't. */
const forbidden = (address: string): Readonly<Record<string, string>> => ({
  fetches: `await fetch("http://${address}")`,
  "opens a socket": `await new Promise((ok, no) => { const s = new WebSocket("ws://${address}"); s.onopen = ok; s.onerror = () => no(new Error("refused")); })`,
  "loads an image": `await new Promise((ok, no) => { const i = new Image(); i.onload = ok; i.onerror = () => no(new Error("refused")); i.src = "http://${address}"; })`,
  "imports a script": `await (0, eval)("import('http://${address}.js')")`,
  "fetches in a worker": `const w = new Worker(URL.createObjectURL(new Blob(["fetch('http://${address}').then(() => postMessage('got it'), (e) => postMessage(String(e)))"]))); await new Promise((ok, no) => (w.onmessage = ({data}) => no(new Error(data))))`,
  "writes into the page": 'parent.document.title = "changed"',
  "moves the page": `top.location.href = "http://${address}"`,
  "reads what the site keeps": 'localStorage.getItem("x")',
  "finds a peer connection":
    'if (typeof RTCPeerConnection === "undefined" && typeof WebTransport === "undefined") throw new Error("refused")'
});

/** What is wrong with notebooks in an engine, a line each; nothing if all is well. */
export async function notebookFaults(page: EnginePage, site: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const expect = async (what: string, found: Promise<unknown>): Promise<void> => {
    const value = await found.catch((error: unknown) => String(error));
    if (value !== true) faults.push(`${what}: ${String(value)}`);
  };
  const inside = (expression: string) => page.inFrame("iframe.notebook-frame", expression);
  const ready = async (css: string) => {
    const there = `document.querySelector("iframe.notebook-frame") !== null`;
    await expect("the notebook opens", page.evaluate(waits(there, "document.body.textContent")));
    await expect(
      `its cells come (${css})`,
      inside(waits(`document.querySelector(${JSON.stringify(css)}) !== null`, "document.body.textContent"))
    );
  };
  const open = async (codes: readonly string[]) => {
    const cells = codes.map((value, i): Cell => ({id: i + 1, mode: "js", value, pinned: true}));
    await page.open("about:blank");
    await page.open(`${new URL(PATH, site).href}#notebook=${await packCells(cells)}`);
    await ready(".at-rest .cell");
    await page.evaluate(press("Run all"));
    await ready(".cells:not(.at-rest) .cell");
  };

  for (const path of PAGES) {
    await page.open("about:blank");
    await page.open(new URL(path, site).href);
    await page.evaluate(waits('document.querySelector("[data-notebook]") !== null', "document.title"));
    await page.evaluate('document.querySelector("[data-notebook]").click()');
    await ready(".cell");
    const errors = `[...document.querySelectorAll(".observablehq--error, .said:not(:empty)")].map((one) => one.textContent)`;
    const still = 'document.querySelector("observablehq-loading, .fig[data-status=running]") === null';
    await expect(
      `/${path} settles`,
      inside(waits(`document.querySelectorAll(".cell").length > 10 && ${still}`, OUTPUTS))
    );
    await expect(`/${path} has no error`, inside(waits(`${errors}.length === 0`, errors, 1)));
  }

  await open([
    "const a = 1",
    "a * 10",
    "const r = view(Inputs.range([0, 9], {step: 1, value: a}))",
    "Plot.dotX([1, 2, a]).plot().querySelectorAll('circle').length",
    "while (a === 2) {}",
    "new Promise((done) => setTimeout(done, 50, 'later ' + a))",
    "r * 100"
  ]);
  await expect("a value reaches its cell", inside(shows(1, /^10\b/)));
  await expect("Inputs come", inside(shows(6, /^100\b/)));
  await expect("Plot comes", inside(shows(3, /^3\b/)));
  await expect("promises are waited for", inside(shows(5, /later 1/)));
  await inside(write(0, "const a = 5"));
  await expect("an edit reaches what depends on it", inside(shows(1, /^50\b/)));
  await expect("an edit reaches a promise", inside(shows(5, /later 5/)));
  await inside(write(0, "const a = 2"));
  await expect("a loop that never ends is stopped", inside(shows(4, /stopped: it ran 3 seconds/, 40)));
  await inside(write(0, "const a = 7"));
  await expect("the other cells live on", inside(shows(1, /^70\b/)));

  await page.evaluate("new Promise((done) => setTimeout(done, 1000))"); // an edit is kept after a pause
  await page.open("about:blank");
  await page.open(`${new URL(PATH, site).href}#notebook`);
  await ready(".cell");
  await expect("edits are kept", inside(shows(1, /^70\b/)));

  const other = await stranger();
  const attempts = Object.entries(forbidden(other.address));
  await open(["const title = 1", ...attempts.map(([, code]) => code)]);
  const url = await page.evaluate("location.href");
  for (const [i, [what]] of attempts.entries())
    await expect(`a cell that ${what} is refused`, inside(shows(i + 1, /Error|refused/i)));
  await expect(
    "the page stays what it was",
    page.evaluate(
      `document.title !== "changed" && location.href.split("#")[0] === ${JSON.stringify(String(url).split("#")[0])}`
    )
  );
  if (other.visits() > 0) faults.push(`another server was reached ${other.visits()} times`);
  other.close();

  await open([
    "globalThis.turns = 0; setInterval(() => (document.title = String(++globalThis.turns)), 20)",
    'import {proveIt} from "/stages/01-markov/figures/proveIt.js"',
    "proveIt()",
    'import {write} from "/components/exercise/write.js"',
    'import {exercises} from "/stages/00-prelude/exercises/logarithms.js"',
    'write(exercises, "logarithms-log-sum-exp")'
  ]);
  const proved = ".proof-worker";
  await expect(
    "a worker computes what the page does",
    inside(
      waits(
        `document.querySelector("[data-figure]").textContent.includes("yes, bit for bit")`,
        `document.querySelector("[data-figure]").textContent + document.querySelectorAll("${proved}").length`
      )
    )
  );
  await expect("an exercise comes", inside(waits(`document.querySelector(".exercise-body.write") !== null`, OUTPUTS)));
  const verdict = `document.querySelector(".exercise-body .verdict").textContent`;
  await inside(`(() => {
    const body = document.querySelector(".exercise-body.write");
    const area = body.querySelector("textarea");
    area.value = body.querySelector(".solution pre").textContent;
    area.dispatchEvent(new Event("input", {bubbles: true}));
    body.querySelector("button.primary").click();
    return true;
  })()`);
  await expect("its code is run and judged", inside(waits(`/^Right/.test(${verdict})`, verdict)));
  await expect("it runs until", inside(waits("Number(document.title) > 3", "document.title")));
  await page.evaluate(press("Stop"));
  await ready(".at-rest .cell");
  await expect(
    "Stop stops all",
    inside(
      `new Promise((done) => setTimeout(() => done(globalThis.turns === undefined && ${OUTPUTS}.every((one) => one === "|")), 300))`
    )
  );
  return faults;
}
