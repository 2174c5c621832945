/**
 * Speed is a ratio against a named peer on the same work in one run: `npm run bench -- --json FILE --only NAME`.
 *
 * `--keep` writes bench/kept.json, with the machine and the method, for the dashboard.
 *
 * Ours and the peer's calls alternate, so that whatever else the machine does falls on both; the medians are reported.
 */
import {writeFileSync} from "node:fs";
import {cpus} from "node:os";
import {parseArgs} from "node:util";
import {measures as kernels} from "./kernels.js";
import {measures as math} from "./math.js";
import {measures as ngrams, weights as ngramWeights} from "./ngrams.js";
import type {Measure, Row, Weight} from "./suite.js";

const {values} = parseArgs({options: {json: {type: "string"}, only: {type: "string"}, keep: {type: "boolean"}}});

const ROUNDS = 7;
const LEAST_MS = 20; // a shorter call is repeated, so that the clock's grain does not matter

let consumed: unknown;
const time = async (call: () => unknown, times: number): Promise<number> => {
  const began = performance.now();
  for (let i = 0; i < times; i++) {
    consumed = call();
    if (consumed instanceof Promise) await consumed;
  }
  return (performance.now() - began) / times;
};
const repeats = async (call: () => unknown): Promise<number> => {
  await time(call, 1);
  return Math.max(1, Math.ceil(LEAST_MS / Math.max(0.001, await time(call, 1))));
};
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;

async function timed({ours, theirs, suite, workload, unit, per, peer}: Measure): Promise<Row> {
  const [timesOurs, timesTheirs] = [await repeats(ours), await repeats(theirs)];
  const [mine, other]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    mine.push(await time(ours, timesOurs));
    other.push(await time(theirs, timesTheirs));
  }
  const [a, b] = [median(mine), median(other)];
  const [c, d] = [Math.min(...mine), Math.min(...other)];
  const shown = (ms: number) => (per === undefined ? ms : (1000 * per) / ms);
  const best = {ours: shown(c), theirs: shown(d), ratio: d / c};
  return {suite, workload, unit: per === undefined ? `ms for ${unit}` : unit, ours: shown(a), peer, theirs: shown(b), ratio: b / a, best}; // prettier-ignore
}

const weighed = (weight: Weight): Row => ({...weight, ratio: weight.theirs / weight.ours});

const suites: Readonly<Record<string, () => Promise<readonly (Measure | Weight)[]>>> = {
  kernels,
  math: async () => math,
  ngrams: async () => [...ngramWeights(), ...(await ngrams())]
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
    const row = typeof one.ours === "number" ? weighed(one as Weight) : await timed(one as Measure);
    rows.push(row);
    console.log([row.suite.padEnd(7), row.workload.padEnd(38), `${digits(row.ours)} vs ${digits(row.theirs)} ${row.unit}`.padEnd(40), row.peer.padEnd(24), `× ${row.ratio.toFixed(2)}`, ...(row.best === undefined ? [] : [`(best × ${row.best.ratio.toFixed(2)})`])].join(" ")); // prettier-ignore
  }
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`);
if (values.keep === true) {
  const method = `Ours and the peer's calls alternate in one process; the medians of ${ROUNDS} rounds.`;
  const machine = `${cpus()[0]?.model ?? "An unknown processor"}, ${cpus().length} cores`;
  writeFileSync("bench/kept.json", `${JSON.stringify({machine, node: process.version, method, rows}, null, 1)}\n`);
}
void consumed;
