import {chromium} from "playwright-core";
import {browserFlags, chromiumPath} from "/work/main/tools/chromium.js";
import {serve} from "/work/main/tools/serve.js";
const [path, figure, widths = "1280,390", scheme = "light", press = ""] = process.argv.slice(2);
const server = await serve();
const browser = await chromium.launch({executablePath: chromiumPath(), args: [...browserFlags]});
for (const width of widths.split(",").map(Number)) {
  const page = await browser.newPage({viewport: {width, height: 900}, colorScheme: scheme as "light"});
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) console.log(m.type(), m.text()); });
  page.on("pageerror", (e) => console.log(e.message));
  await page.goto(new URL(path!.slice(1), server.url).href, {waitUntil: "networkidle"});
  for (let y = 0; y < (await page.evaluate(() => document.documentElement.scrollHeight)); y += 450) {
    await page.evaluate((y) => scrollTo(0, y), y);
    await page.waitForTimeout(120);
  }
  const node = page.locator(figure!).first();
  await node.scrollIntoViewIfNeeded();
  await page.waitForTimeout(800);
  if (press !== "") {
    await node.getByRole("button", {name: press}).first().click();
    await page.waitForTimeout(1500);
    const run = node.getByRole("button", {name: /Run it/});
    if (await run.count()) await run.first().click();
    const t = Date.now();
    await page.waitForFunction((f) => document.querySelector(f)?.getAttribute("data-status") === "done", figure!, {timeout: 400000}).catch(() => console.log("late"));
    console.log("took", Date.now() - t);
    await page.waitForTimeout(500);
  }
  await node.screenshot({path: `/tmp/fig-${width}-${scheme}.png`});
  await page.close();
}
await browser.close();
server.close?.();
process.exit(0);
