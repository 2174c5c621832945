/** `npm test`: every check in order. Ends with `N passed, N failed`. Arguments name phases, to run only those. */
import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {run, type Finished} from "./run.js";

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Phase {
  readonly name: string;
  readonly work: () => Promise<Count & {readonly output: string}>;
  /** The phase without whose success this one cannot begin. */
  readonly needs?: string;
}

const one = ({code, output}: Finished) => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: 0,
  output
});

/** A check that counts as one: commands that must all exit 0. */
const check = (name: string, ...commands: readonly (readonly [file: string, ...args: string[]])[]): Phase => ({
  name,
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

/** What vitest's JSON report says; a file that could not be loaded counts as one failure. */
function counted(file: string): Count {
  if (!existsSync(file)) return {passed: 0, failed: 1, skipped: 0};
  const report = JSON.parse(readFileSync(file, "utf8")) as {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
    readonly numPendingTests: number;
    readonly testResults: readonly {readonly status: string; readonly assertionResults: readonly unknown[]}[];
  }; // the format of vitest's json reporter
  const unloaded = report.testResults.filter(
    ({status, assertionResults}) => status === "failed" && assertionResults.length === 0
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests
  };
}

const suite = (name: string, config: string, needs?: string): Phase => ({
  name,
  ...(needs === undefined ? {} : {needs}),
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

const tsc = "node_modules/typescript/bin/tsc";
const phases: readonly Phase[] = [
  check("format", ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."]),
  check("lint", ["node_modules/eslint/bin/eslint.js", "--max-warnings", "0"]),
  check("types", [tsc, "--noEmit"], [tsc, "--noEmit", "-p", "tsconfig.lib.json"]),
  suite("unit", "vitest.config.ts"),
  check("build", ["tools/build.ts"]),
  suite("browser", "vitest.browser.config.ts", "build"),
  suite("package", "vitest.package.config.ts")
];

// a base path proves that no address assumes the root; the build stays as it was made here
process.env["SITE_BASE"] ??= "/book/";

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !phases.some((phase) => phase.name === name));
if (unknown.length > 0)
  throw new Error(`no phase ${unknown.join(", ")}; there are ${phases.map(({name}) => name).join(", ")}`);

const failures = new Set<string>();
let total: Count = {passed: 0, failed: 0, skipped: 0};
for (const {name, work, needs} of phases.filter(({name}) => asked.length === 0 || asked.includes(name))) {
  const began = performance.now();
  const blocked = needs !== undefined && failures.has(needs);
  const {passed, failed, skipped, output} = blocked
    ? {passed: 0, failed: 1, skipped: 0, output: `not run, for ${needs} failed\n`}
    : await work();
  total = {passed: total.passed + passed, failed: total.failed + failed, skipped: total.skipped + skipped};
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  console.log(`${name.padEnd(8)} ${counts.padEnd(28)} ${seconds} s`);
  if (failed === 0) continue;
  failures.add(name);
  console.log(output);
}
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
