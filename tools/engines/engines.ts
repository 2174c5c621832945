/**
 * `npm run engines`: the hashes of bits.ts in Node and in each browser's engine, on the page and in a worker, and a sweep
 * of all built pages: no figure may fail, and no cell, and notebooks must do what they do. What is found is kept in
 * src/dashboards/engines.json. Then WebKit must let go of pages that were left, and live through sixty in one session. It
 * needs a build, and takes a few minutes; it is no part of `npm test`. `npm run engines -- notebooks` tries notebooks alone,
 * and keeps nothing.
 */
import type {EngineResult} from "../../src/dashboards/engineTable.js";
import {writeFileSync} from "node:fs";
import {createServer, type Server} from "node:http";
import {join} from "node:path";
import {build} from "esbuild";
import {format, resolveConfig} from "prettier";
import {pagesOf} from "../finish.js";
import {root} from "../root.js";
import {serve} from "../serve.js";
import {builtBase} from "../site.js";
import {bits} from "./bits.js";
import {engines, ensureEngines} from "./enginePages.js";
import {leftPages} from "./leftPages.js";
import {longSession} from "./longSession.js";
import {notebookFaults} from "./notebooks.js";
import {openWebKit} from "./webdriver.js";

/** A page that computes the hashes by itself and in a worker. */
async function bitsServer(): Promise<{readonly url: string; readonly server: Server}> {
  const entry = 'import {bits} from "./bits.ts"; globalThis.bits = bits;';
  const {outputFiles} = await build({
    stdin: {contents: entry, resolveDir: join(root, "tools/engines"), loader: "ts"},
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false
  });
  const script = outputFiles[0]?.text ?? "";
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    "/": ["text/html", '<!doctype html><meta charset="utf-8"><title>bits</title><script src="bits.js"></script>'],
    "/bits.js": ["text/javascript", script],
    "/worker.js": ["text/javascript", `${script}\npostMessage(bits());`]
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ""] ?? ["text/plain", ""];
    response.writeHead(body === "" ? 404 : 200, {"content-type": type}).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`, server};
}

const ON_PAGE = "bits()";
const IN_WORKER = 'new Promise((done) => { new Worker("worker.js").onmessage = ({data}) => done(data); })';

/** Names of hashes that differ from those of Node. */
const differing = (here: Readonly<Record<string, string>>, there: unknown): readonly string[] =>
  Object.keys(here).filter((name) => (there as Readonly<Record<string, string>>)[name] !== here[name]);

// scrolls through the page so that each figure starts, and says which figures or cells fail
const FAULTS = `(async () => {
  for (const figure of document.querySelectorAll("figure[data-figure]")) {
    figure.scrollIntoView();
    for (let i = 0; i < 300; i++) {
      const drawn = figure.querySelector(".fig-body")?.childElementCount !== 0;
      if (figure.dataset.status !== "running" && drawn) break;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  const failed = [...document.querySelectorAll('figure[data-status="error"]')].map((figure) => figure.id);
  const cells = [...document.querySelectorAll(".observablehq--error")].map((cell) => cell.textContent);
  return [...failed, ...cells, ...(document.documentElement.scrollWidth > innerWidth ? ["scrolls sideways"] : [])];
})()`;

interface Result extends EngineResult {
  readonly engine: string;
}

async function tryEngine(
  name: keyof typeof engines,
  here: Readonly<Record<string, string>>,
  bitsUrl: string,
  site: string
): Promise<Result> {
  const first = await engines[name]();
  await first.open(bitsUrl);
  const onPage = differing(here, await first.evaluate(ON_PAGE));
  const inWorker = differing(here, await first.evaluate(IN_WORKER));
  for (const [where, names] of [
    ["on the page", onPage],
    ["in a worker", inWorker]
  ] as const)
    if (names.length > 0) console.log(`  ${name} differs ${where}: ${names.join(", ")}`);
  const faults: string[] = [];
  const paths = pagesOf(join(root, "dist")).map((file) => file.replace(/(?:^|(?<=\/))index\.html$|\.html$/, ""));
  for (const path of paths.filter((path) => path !== "404")) {
    await first.open(new URL(path, site).href);
    await first.evaluate("new Promise((done) => setTimeout(done, 700))");
    const found = (await first.evaluate(FAULTS)) as readonly string[];
    faults.push(...found.map((fault) => `/${path}: ${fault}`));
  }
  faults.push(...(await notebookFaults(first, site)).map((fault) => `a notebook: ${fault}`));
  await first.close();
  const hashes = Object.keys(here).length;
  return {
    engine: name,
    version: first.version,
    hashes,
    equalOnPage: hashes - onPage.length,
    equalInWorker: hashes - inWorker.length,
    pages: paths.length,
    faults
  };
}

/** Pages with workers, with tensors, with many formulas, and with none of these. */
const LONG = [
  "",
  "playground/markov",
  "playground/autodiff",
  "stages/01-markov/perplexity",
  "stages/01-markov/sampling",
  "stages/01-markov/trade-offs",
  "stages/02-autodiff/tensors",
  "stages/02-autodiff/fast",
  "dashboards/ngrams",
  "glossary"
];

const names = ["Chromium", "Firefox", "WebKit"] as const;

/** Notebooks alone, in each engine. */
async function tryNotebooks(site: string): Promise<boolean> {
  let well = true;
  for (const name of names) {
    const page = await engines[name]();
    const faults = await notebookFaults(page, site);
    await page.close();
    console.log([`${page.version}: notebooks have ${faults.length} faults`, ...faults].join("\n  "));
    well &&= faults.length === 0;
  }
  return well;
}

ensureEngines();
if (process.argv.includes("notebooks")) {
  const site = await serve(builtBase());
  const well = await tryNotebooks(site.url);
  await site.close();
  process.exit(well ? 0 : 1);
}
const here = bits();
const {url, server} = await bitsServer();
const site = await serve(builtBase());
const results: Result[] = [];
for (const name of names) {
  const began = performance.now();
  const result = await tryEngine(name, here, url, site.url);
  results.push(result);
  console.log(
    `${result.version}: ${result.equalOnPage} of ${result.hashes} hashes equal on the page, ${result.equalInWorker} in a worker; ${result.pages} pages, ${result.faults.length} faults, ${((performance.now() - began) / 1000).toFixed(0)} s`
  );
  for (const fault of result.faults) console.log(`  ${fault}`);
}
server.close();
const addresses = LONG.map((path) => new URL(path, site.url).href);
const guest = await openWebKit();
const left = await leftPages(guest, new URL("glossary", site.url).href, addresses, FAULTS);
await guest.close();
console.log(`WebKit: of ${left.opened} documents and figures that were left, ${left.held} are held`);
const visitor = await openWebKit();
const {pages, residentMiB, threads} = await longSession(visitor, addresses, FAULTS, 6);
await visitor.close();
console.log(
  `WebKit, ${pages} pages in one session, after each ${LONG.length}: ${residentMiB.join(", ")} MiB, ${threads.join(", ")} threads`
);
const [before = 0] = threads;
const workersLeft = threads.some((now) => now > before + LONG.length / 2); // each page that leaves one adds one
await site.close();
const kept = join(root, "src/dashboards/engines.json");
// as the formatter has it, which `npm test` checks
const options = {...(await resolveConfig(kept)), filepath: kept};
writeFileSync(kept, await format(JSON.stringify({node: process.version, results}), options));
const failed = results.some(
  ({hashes, equalOnPage, equalInWorker, faults}) => equalOnPage < hashes || equalInWorker < hashes || faults.length > 0
);
process.exitCode = failed || left.held > 0 || workersLeft ? 1 : 0;
