/** One server of dist/ and one browser for all browser tests. */
import {chromium} from "playwright-core";
import type {TestProject} from "vitest/node";
import {browserFlags, chromiumPath} from "../../tools/chromium.js";
import {serve} from "../../tools/serve.js";
import {builtBase} from "../../tools/site.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the built site is served, with a final slash. */
    readonly site: string;
    /** Where the browser listens. */
    readonly browser: string;
  }
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
