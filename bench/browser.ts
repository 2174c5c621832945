import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {createServer} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {chromium} from "playwright-core";
import {browserFlags, chromiumPath} from "../tools/chromium.js";
import {installed} from "./peers/load.js";
import type {Row} from "./suite.js";

const PEER = "jax-js 0.1.25";
const folder = fileURLToPath(new URL(".", import.meta.url));

/** The page's program with both libraries in it, and the worker that it may start. */
async function bundled(outfile: string, worker: string): Promise<void> {
  await build({
    entryPoints: [join(folder, "training/workbenchWorker.ts")],
    outfile: worker,
    bundle: true,
    format: "esm",
    target: "esnext",
    logLevel: "error"
  });
  const contents = `
    import * as jax from ${JSON.stringify(`${installed("@jax-js/jax")}/dist/index.js`)};
    import {race} from "./training/page.js";
    globalThis.race = () => race(jax, ${JSON.stringify(PEER)});`;
  await build({
    stdin: {contents, resolveDir: folder},
    outfile,
    bundle: true,
    format: "esm",
    target: "esnext",
    logLevel: "error"
  });
}

/** Serves one page with its scripts, without the headers that would isolate it: nobody gets threads. */
async function serving<T>(scripts: Readonly<Record<string, Buffer>>, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(({url = ""}, response) => {
    const script = scripts[url];
    const type = script === undefined ? "text/html" : "text/javascript";
    response.writeHead(200, {"content-type": `${type}; charset=utf-8`});
    response.end(script ?? '<!doctype html><script type="module" src="/race.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  try {
    return await use(`http://127.0.0.1:${address.port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Steps of training beside jax-js on the main thread of a page in Chromium. */
export async function rows(): Promise<readonly Row[]> {
  const temporary = mkdtempSync(join(tmpdir(), "race-"));
  const [page, worker] = [join(temporary, "race.js"), join(temporary, "worker.js")];
  await bundled(page, worker);
  const scripts = {"/race.js": readFileSync(page), "/worker.js": readFileSync(worker)};
  rmSync(temporary, {recursive: true});
  const browser = await chromium.launch({executablePath: chromiumPath(), args: [...browserFlags]});
  try {
    return await serving(scripts, async (url) => {
      const opened = await browser.newPage();
      await opened.goto(url);
      await opened.waitForFunction("globalThis.race !== undefined");
      return opened.evaluate<readonly Row[]>("globalThis.race()");
    });
  } finally {
    await browser.close();
  }
}
