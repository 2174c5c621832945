/**
 * Speed is a ratio against a named peer on the same work in one run: `npm run bench -- --json FILE --only NAME`.
 *
 * `--keep` writes what was run into bench/kept.json, with the machine and the method, for the dashboard.
 *
 * Ours and the peer's calls alternate, so that whatever else the machine does falls on both; the medians are reported.
 */
import {readFileSync, writeFileSync} from "node:fs";
import {cpus} from "node:os";
import {parseArgs} from "node:util";
import {rows as browser} from "./browser.js";
import {rows as commandLine} from "./commandLine.js";
import {measures as generation} from "./generation.js";
import {measures as fast} from "./fast.js";
import {collect} from "./heap.js";
import {measures as kernels} from "./kernels.js";
import {measures as llamaCpp} from "./llamaCpp.js";
import {measures as math} from "./math.js";
import {measures as ngrams, weights as ngramWeights} from "./ngrams.js";
import {measures as optimizers} from "./optimizers.js";
import {measures as pages} from "./pages.js";
import {measures as recurrent} from "./recurrent.js";
import {measures as scalar} from "./scalar.js";
import type {Measure, Row, Weight} from "./suite.js";
import {ROUNDS, timed} from "./timing.js";
import {measures as tenLines} from "./tenLines.js";
import {measures as threads} from "./threads.js";
import {measures as tokenizers} from "./tokenizers.js";
import {measures as training} from "./training.js";
import {rows as waiting} from "./waiting.js";

const {values} = parseArgs({options: {json: {type: "string"}, only: {type: "string"}, keep: {type: "boolean"}}});

const KEPT = "bench/kept.json";

const isWeight = (one: Measure | Weight): one is Weight => typeof one.ours === "number";
const weighed = (weight: Weight): Row => ({...weight, ratio: weight.theirs / weight.ours});

const suites: Readonly<Record<string, () => Promise<readonly (Measure | Weight | Row)[]>>> = {
  browser,
  commandLine,
  fast,
  generation,
  kernels,
  llamaCpp,
  math: async () => math,
  ngrams: async () => [...ngramWeights(), ...(await ngrams()), ...tenLines],
  optimizers,
  pages,
  recurrent,
  scalar: async () => scalar,
  threads,
  tokenizers,
  training,
  waiting
};

const chosen = Object.entries(suites).filter(([name]) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  console.error(`There is no suite ${values.only}; there are ${Object.keys(suites).join(", ")}.`);
  process.exit(1);
}
const digits = (x: number): string => (x >= 100 ? x.toFixed(0) : x.toPrecision(3));
console.log(
  `${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}; medians of ${ROUNDS} alternating rounds`
);
const rows: Row[] = [];
for (const [, load] of chosen)
  for (const one of await load()) {
    const row = "ratio" in one ? one : isWeight(one) ? weighed(one) : await timed(one, collect);
    rows.push(row);
    console.log(
      [
        row.suite.padEnd(7),
        row.workload.padEnd(38),
        `${digits(row.ours)} vs ${digits(row.theirs)} ${row.unit}`.padEnd(40),
        row.peer.padEnd(24),
        `× ${row.ratio.toFixed(2)}`,
        ...(row.best === undefined ? [] : [`(best × ${row.best.ratio.toFixed(2)})`])
      ].join(" ")
    );
  }
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`);
if (values.keep === true) {
  const method = `Ours and the peer's calls alternate in one process, timed by tinybench; the medians of ${ROUNDS} rounds.`;
  const machine = `${cpus()[0]?.model ?? "An unknown processor"}, ${cpus().length} cores`;
  // of a suite that was not run, what was kept before stays
  const before = JSON.parse(readFileSync(KEPT, "utf8")) as {readonly rows: readonly Row[]};
  const others = before.rows.filter(({suite}) => !chosen.some(([name]) => name === suite));
  const all = [...others, ...rows].sort((a, b) => (a.suite < b.suite ? -1 : a.suite > b.suite ? 1 : 0));
  writeFileSync(KEPT, `${JSON.stringify({machine, node: process.version, method, rows: all}, null, 1)}\n`);
}
