/**
 * `npm test`: every check, on two cores. Ends with `N passed, N failed`. Arguments name phases, to run only those; `--all` tries
 * all pages deeply, and not only one of each kind and what is being edited.
 */
import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {run, type Finished} from "./run.js";

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Seconds of each page that a browser tried, by its address. */
  readonly pages?: ReadonlyMap<string, number>;
}

interface Phase {
  readonly name: string;
  readonly work: () => Promise<Done>;
  /** How many cores it keeps busy: those of one run beside each other. */
  readonly cores: 1 | 2;
  /** The phase without whose success this one cannot begin. */
  readonly needs?: string;
}

type Done = Count & {readonly output: string};

const one = ({code, output}: Finished) => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: 0,
  output
});

/** A check that counts as one: commands that must all exit 0. */
const check = (name: string, ...commands: readonly (readonly [file: string, ...args: string[]])[]): Phase => ({
  name,
  cores: 1,
  work: async () => {
    let output = "";
    for (const [file, ...args] of commands) {
      const done = await run(file, args);
      output += done.output;
      if (done.code !== 0) return one({...done, output});
    }
    return one({code: 0, stdout: "", output});
  }
});

interface Assertion {
  readonly ancestorTitles: readonly string[];
  readonly duration?: number | null;
}

/** A page is meant to cost about three seconds; one that costs this much says that something is wrong with it. */
const PAGE_LIMIT = 60;

/** Tests whose group is called like an address, such as `/stages/01-markov/sampling`, by that address; deep ones are others. */
function secondsOfPages(tests: readonly Assertion[]): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  for (const {ancestorTitles, duration} of tests) {
    const [, page] = /^(\/[\w/-]*)$/.exec(ancestorTitles[0] ?? "") ?? [];
    if (page !== undefined) pages.set(page, (pages.get(page) ?? 0) + (duration ?? 0) / 1000);
  }
  return pages;
}

/** What vitest's JSON report says; a file that could not be loaded counts as one failure. */
function counted(file: string): Count {
  if (!existsSync(file)) return {passed: 0, failed: 1, skipped: 0};
  const report = JSON.parse(readFileSync(file, "utf8")) as {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
    readonly numPendingTests: number;
    readonly testResults: readonly {readonly status: string; readonly assertionResults: readonly Assertion[]}[];
  }; // the format of vitest's json reporter
  const unloaded = report.testResults.filter(
    ({status, assertionResults}) => status === "failed" && assertionResults.length === 0
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests,
    pages: secondsOfPages(report.testResults.flatMap(({assertionResults}) => assertionResults))
  };
}

const suite = (name: string, config: string, rest: Pick<Phase, "cores" | "needs">): Phase => ({
  name,
  ...rest,
  work: async () => {
    const folder = mkdtempSync(join(tmpdir(), "report-"));
    const report = join(folder, "report.json");
    const {code, output} = await run("node_modules/vitest/vitest.mjs", [
      "run",
      `--config=${config}`,
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${report}`
    ]);
    const count = counted(report);
    rmSync(folder, {recursive: true});
    // an error outside of any test fails the run, and must not be lost
    return {...count, failed: code !== 0 && count.failed === 0 ? 1 : count.failed, output};
  }
});

/** The seconds of pages as a table, slowest first, and the pages that are far over what a page may cost. */
function reportPages(pages: ReadonlyMap<string, number>): readonly string[] {
  const all = [...pages].sort(([, a], [, b]) => b - a);
  if (all.length === 0) return [];
  const total = all.reduce((sum, [, seconds]) => sum + seconds, 0);
  console.log(`  seconds of ${all.length} pages, two at a time: ${(total / all.length).toFixed(1)} each`);
  for (const [page, seconds] of all) console.log(`  ${page.padEnd(44)} ${seconds.toFixed(1).padStart(5)}`);
  return all.filter(([, seconds]) => seconds > PAGE_LIMIT).map(([page]) => page);
}

const phases: readonly Phase[] = [
  check("build", ["tools/build.ts"]),
  // the longest of one core comes early, so that no core waits for it
  suite("package", "vitest.package.config.ts", {cores: 1}),
  // the library once more, without the DOM's types, is compiled by `package`
  check("code", ["tools/code.ts"]),
  check("format", ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."]),
  suite("unit", "vitest.config.ts", {cores: 2}),
  suite("browser", "vitest.browser.config.ts", {cores: 2, needs: "build"})
];

// a base path proves that no address assumes the root; the build stays as it was made here
process.env["SITE_BASE"] ??= "/book/";

const everything = process.argv.includes("--all");
if (everything) process.env["ALL_PAGES"] = "1";
const asked = process.argv.slice(2).filter((name) => name !== "--all");
const unknown = asked.filter((name) => !phases.some((phase) => phase.name === name));
if (unknown.length > 0)
  throw new Error(`no phase ${unknown.join(", ")}; there are ${phases.map(({name}) => name).join(", ")}`);

const CORES = 2;
const failures = new Set<string>();
let total: Count = {passed: 0, failed: 0, skipped: 0};

/** Does a phase, and tells what came of it. */
async function perform({name, work, needs}: Phase): Promise<void> {
  const began = performance.now();
  const blocked = needs !== undefined && failures.has(needs);
  const done: Done = blocked
    ? {passed: 0, failed: 1, skipped: 0, output: `not run, for ${needs} failed\n`}
    : await work();
  const slow = everything ? [] : reportPages(done.pages ?? new Map());
  const {passed, skipped} = done;
  const failed = done.failed + slow.length;
  const output = [done.output, ...slow.map((page) => `${page} takes more than ${PAGE_LIMIT} s`)].join("\n");
  total = {passed: total.passed + passed, failed: total.failed + failed, skipped: total.skipped + skipped};
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  console.log(`${name.padEnd(8)} ${counts.padEnd(28)} ${seconds} s`);
  if (failed === 0) return;
  failures.add(name);
  console.log(output);
}

let waiting = phases.filter(({name}) => asked.length === 0 || asked.includes(name));
const busy = new Map<Phase, Promise<void>>();
while (waiting.length + busy.size > 0) {
  const free = CORES - [...busy.keys()].reduce((sum, {cores}) => sum + cores, 0);
  const running = [...busy.keys()].map(({name}) => name);
  // in the order of the list, but that what has room goes before what waits for it
  const next = waiting.find(({cores, needs}) => cores <= free && (needs === undefined || !running.includes(needs)));
  if (next === undefined) {
    await Promise.race(busy.values());
    continue;
  }
  waiting = waiting.filter((phase) => phase !== next);
  busy.set(
    next,
    perform(next).finally(() => busy.delete(next))
  );
}
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
