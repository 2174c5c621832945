/**
 * Many pages one after another in one session of a browser, which must live through them. Resident memory is told and not
 * judged, for it is WebKit's own: it grows beside documents that are let go, and a bare page of 3,000 paths and texts keeps 330 MiB
 * of it after it was left. Threads are judged: a worker that stays is one more.
 */
import {readdirSync, readFileSync} from "node:fs";
import type {EnginePage} from "./webdriver.js";

interface Looked {
  readonly residentMiB: number;
  readonly threads: number;
}

/** Resident memory and threads of all processes with a name (the kernel keeps its first 15 letters), as Linux counts them. */
function look(name: string): Looked {
  const comm = name.slice(0, 15);
  let [kib, threads] = [0, 0];
  for (const pid of readdirSync("/proc").filter((pid) => /^\d+$/.test(pid)))
    try {
      if (readFileSync(`/proc/${pid}/comm`, "utf8").trim() !== comm) continue;
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      kib += Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
      threads += Number(/^Threads:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    } catch {
      // it ended while it was looked at
    }
  return {residentMiB: Math.round(kib / 1024), threads};
}

interface LongSession {
  readonly pages: number;
  /** Resident MiB of WebKit's web processes after each round. */
  readonly residentMiB: readonly number[];
  /** Their threads after each round. */
  readonly threads: readonly number[];
}

/** Opens the same addresses in one session of WebKit, round after round, goes through each page with the expression `read`, and looks after each round. */
export async function longSession(
  page: EnginePage,
  addresses: readonly string[],
  read: string,
  rounds: number
): Promise<LongSession> {
  const seen: Looked[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const address of addresses) {
      await page.open(address);
      await page.evaluate("new Promise((done) => setTimeout(done, 700))");
      await page.evaluate(read);
    }
    seen.push(look("WebKitWebProcess"));
  }
  return {
    pages: rounds * addresses.length,
    residentMiB: seen.map(({residentMiB}) => residentMiB),
    threads: seen.map(({threads}) => threads)
  };
}
