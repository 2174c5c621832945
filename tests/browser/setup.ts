/** One server of dist/ and one browser for all browser tests. */
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {chromium} from "playwright-core";
import type {TestProject} from "vitest/node";
import {browserFlags, chromiumPath} from "../../tools/chromium.js";
import {root} from "../../tools/root.js";
import {serve} from "../../tools/serve.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the built site is served, with a final slash. */
    readonly site: string;
    /** Where the browser listens. */
    readonly browser: string;
  }
}

/** The base path that dist/ was built for: its 404 page alone has addresses from the root. */
function builtBase(): string {
  const page = join(root, "dist/404.html");
  const [, base] = (existsSync(page) && /href="(\/[^"]*)fonts\//.exec(readFileSync(page, "utf8"))) || [];
  if (base === undefined) throw new Error("There is no finished dist/: run npm run build before the browser tests.");
  return base;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await serve(builtBase());
  const browser = await chromium.launchServer({executablePath: chromiumPath(), args: [...browserFlags]});
  project.provide("site", server.url);
  project.provide("browser", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
  };
}
