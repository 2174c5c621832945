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

/** The page's program with both libraries in it. */
async function bundled(outfile: string): Promise<void> {
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

/** Serves one page with one script, without the headers that would isolate it: nobody gets threads. */
async function serving<T>(script: Buffer, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(({url}, response) => {
    const isScript = url === "/race.js";
    response.writeHead(200, {"content-type": isScript ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8"});
    response.end(isScript ? script : '<!doctype html><script type="module" src="/race.js"></script>');
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
  const outfile = join(temporary, "race.js");
  await bundled(outfile);
  const script = readFileSync(outfile);
  rmSync(temporary, {recursive: true});
  const browser = await chromium.launch({executablePath: chromiumPath(), args: [...browserFlags]});
  try {
    return await serving(script, async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      await page.waitForFunction("globalThis.race !== undefined");
      return page.evaluate<readonly Row[]>("globalThis.race()");
    });
  } finally {
    await browser.close();
  }
}
