/** `npm run look -- /path …`: pictures of built pages at 1280 and 390 pixels, light and dark, into shots/. */
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {chromium} from "playwright-core";
import {browserFlags, chromiumPath} from "./chromium.js";
import {root} from "./root.js";
import {serve} from "./serve.js";

const paths = process.argv.slice(2).filter((argument) => argument.startsWith("/"));
const only = process.argv.slice(2).filter((argument) => !argument.startsWith("/"));
const shots = join(root, "shots");
mkdirSync(shots, {recursive: true});
const server = await serve();
const browser = await chromium.launch({executablePath: chromiumPath(), args: [...browserFlags]});

for (const path of paths.length > 0 ? paths : ["/"]) {
  for (const [width, height] of [
    [1280, 900],
    [390, 844]
  ] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      const name = `${path.replace(/^\/|\/$/g, "").replaceAll("/", "-") || "home"}-${width}-${colorScheme}`;
      if (only.length > 0 && !only.some((part) => name.includes(part))) continue;
      const page = await browser.newPage({viewport: {width, height}, colorScheme});
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) console.log(`${name}: ${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => console.log(`${name}: ${error.stack ?? error.message}`));
      await page.goto(new URL(path.slice(1), server.url).href, {waitUntil: "networkidle"});
      // figures and demonstrations work when they are seen
      for (let y = 0; y < (await page.evaluate(() => document.documentElement.scrollHeight)); y += height / 2) {
        await page.evaluate((y) => scrollTo(0, y), y);
        await page.waitForTimeout(100);
        await page.waitForFunction(() => document.querySelector('figure[data-status="running"]') === null);
      }
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForTimeout(500);
      await page.screenshot({path: join(shots, `${name}.png`), fullPage: true});
      console.log(`shots/${name}.png`);
      await page.close();
    }
  }
}
await browser.close();
await server.close();
