/** Many pages one after another in one session of a browser: what a left page keeps is seen as memory that grows. */
import {readdirSync, readFileSync} from "node:fs";
import type {EnginePage} from "./webdriver.js";

const MIB = 2 ** 20;

/** Resident bytes of all processes with a name (the kernel keeps its first 15 letters), as Linux counts them. */
function residentOf(name: string): number {
  const comm = name.slice(0, 15);
  return readdirSync("/proc")
    .filter((pid) => /^\d+$/.test(pid))
    .map((pid) => {
      try {
        if (readFileSync(`/proc/${pid}/comm`, "utf8").trim() !== comm) return 0;
        return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
      } catch {
        return 0; // it ended while it was looked at
      }
    })
    .reduce((a, b) => a + b, 0);
}

export interface LongSession {
  readonly pages: number;
  /** Resident MiB of the web process after each round of pages. */
  readonly residentMiB: readonly number[];
}

/**
 * Opens so many pages in turns in one session, scrolls through each with `read`, and looks at the memory of the web
 * process after each round of `round` pages. Rounds are the same pages, so growth from round to round is what leaks.
 */
export async function longSession(
  page: EnginePage,
  addresses: readonly string[],
  read: string,
  {pages = 60, round = 10}: {readonly pages?: number; readonly round?: number} = {}
): Promise<LongSession> {
  const residentMiB: number[] = [];
  for (let i = 0; i < pages; i++) {
    await page.open(addresses[i % round % addresses.length] ?? "");
    await page.evaluate("new Promise((done) => setTimeout(done, 700))");
    await page.evaluate(read);
    if ((i + 1) % round === 0) residentMiB.push(Math.round(residentOf("WebKitWebProcess") / MIB));
  }
  return {pages, residentMiB};
}
