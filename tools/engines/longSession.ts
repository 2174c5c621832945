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

interface LongSession {
  readonly pages: number;
  /** Resident MiB of WebKit's web processes after each round. */
  readonly residentMiB: readonly number[];
  /** By how much the second half of the rounds lies above the first, in the mean: what leaks makes it grow. */
  readonly growth: number;
}

/** Garbage that is only not collected yet would look like a leak, so the engine collects all the time. */
export const EAGER: Readonly<Record<string, string>> = {JSC_collectContinuously: "1"};

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

/**
 * Opens the same addresses in one session of WebKit, round after round, goes through each page with the expression
 * `read`, and looks at memory after each round. The first round is not counted: it fills the caches.
 */
export async function longSession(
  page: EnginePage,
  addresses: readonly string[],
  read: string,
  rounds: number
): Promise<LongSession> {
  const residentMiB: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const address of addresses) {
      await page.open(address);
      await page.evaluate("new Promise((done) => setTimeout(done, 700))");
      await page.evaluate(read);
    }
    residentMiB.push(Math.round(residentOf("WebKitWebProcess") / MIB));
  }
  const counted = residentMiB.slice(1);
  const half = Math.floor(counted.length / 2);
  const growth = mean(counted.slice(-half)) / mean(counted.slice(0, half)) - 1;
  return {pages: rounds * addresses.length, residentMiB, growth};
}
