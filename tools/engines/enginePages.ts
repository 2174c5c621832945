/** The browsers whose engines are tried, each with one page, however it is driven. */
import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {chromium} from "playwright-core";
import puppeteer from "puppeteer-core";
import {browserFlags, chromiumPath} from "../chromium.js";
import {openWebKit, type EnginePage} from "./webdriver.js";

const NEEDED = ["firefox-esr", "WebKitWebDriver", "Xvfb"];
const PACKAGES = ["firefox-esr", "webkit2gtk-driver", "xvfb", "xauth", "fonts-dejavu-core"];

const isThere = (program: string): boolean => existsSync(`/usr/bin/${program}`);

/** Installs the engines where Debian can, and says what to do where it can't. */
export function ensureEngines(): void {
  if (NEEDED.every(isThere)) return;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    execFileSync("apt-get", ["update", "-qq"], {stdio: "inherit"});
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...PACKAGES], {stdio: "inherit"});
  }
  const missing = NEEDED.filter((program) => !isThere(program));
  if (missing.length > 0)
    throw new Error(
      `Not installed: ${missing.join(", ")}.\n  On Debian: sudo apt-get install --no-install-recommends ${PACKAGES.join(" ")}`
    );
}

async function openChromium(): Promise<EnginePage> {
  const browser = await chromium.launch({executablePath: chromiumPath(), args: [...browserFlags]});
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  return {
    version: `Chromium ${browser.version()}`,
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    inFrame: async (selector, expression) => {
      const frame = await (await page.waitForSelector(selector)).contentFrame();
      return frame?.evaluate(expression);
    },
    close: () => browser.close()
  };
}

async function openFirefox(): Promise<EnginePage> {
  const browser = await puppeteer.launch({browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true});
  const page = await browser.newPage();
  await page.setViewport({width: 1280, height: 900});
  return {
    version: (await browser.version()).replace("firefox/", "Firefox "),
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    inFrame: async (selector, expression) => {
      const frame = await (await page.waitForSelector(selector))?.contentFrame();
      return frame?.evaluate(expression);
    },
    close: () => browser.close()
  };
}

/** Each opens a page of its own browser. */
export const engines = {Chromium: openChromium, Firefox: openFirefox, WebKit: openWebKit} as const;
