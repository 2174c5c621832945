import {Bench} from "tinybench";
import type {Measure, Row} from "./suite.js";

export const ROUNDS = 7;
const WARM_MS = 500; // code begins in a slow tier, on both sides
const TURN_MS = 60; // of each side in each round

/** Milliseconds of a call, in one turn of one side. */
interface Turn {
  readonly median: number;
  readonly best: number;
  /** Nine tenths of the calls are at least as fast. */
  readonly p90: number;
}

let consumed: unknown; // what was computed is looked at, so that nothing may leave it out

/** One turn: tinybench calls a task again and again for a while, and knows the times of its calls. */
async function turn(call: () => unknown, milliseconds: number, settle: () => void): Promise<Turn> {
  const bench = new Bench({time: milliseconds, iterations: 1, warmup: false, retainSamples: true, throws: true});
  const task = async (): Promise<void> => {
    consumed = await call();
  };
  // a promise is waited for only where there is one: waiting costs more than a short call
  const first = call();
  const waits = first instanceof Promise;
  if (waits) await first; // or it would still be at work while the next one is timed
  // said, for tinybench would find it out by a call of its own
  bench.add("call", waits ? task : () => void (consumed = call()), {async: waits});
  settle();
  await bench.run();
  const {result} = bench.tasks[0]!;
  if (result === undefined || !("latency" in result)) throw new Error("a task was timed without a result");
  const samples = [...(result.latency.samples ?? [])].sort((a, b) => a - b);
  const at = (share: number): number =>
    samples[Math.min(samples.length - 1, Math.floor(share * samples.length))] ?? NaN;
  return {median: at(0.5), best: samples[0] ?? NaN, p90: at(0.9)};
}

/** Calls that are too short for the clock, many in one. */
async function long(call: () => unknown): Promise<{readonly call: () => unknown; readonly times: number}> {
  const began = performance.now();
  let calls = 0;
  let waits = false;
  while (performance.now() - began < WARM_MS) {
    consumed = call();
    waits = consumed instanceof Promise;
    if (waits) await consumed;
    calls++;
  }
  const each = (performance.now() - began) / calls;
  const times = waits ? 1 : Math.max(1, Math.ceil(0.5 / each));
  const many = () => {
    for (let i = 1; i < times; i++) consumed = call();
    return call();
  };
  return {call: times === 1 ? call : many, times};
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;

/**
 * Times ours and the peer's by turns, so that whatever else the machine does falls on both. Before each turn, `settle` may
 * sweep up what the other left. The medians over rounds of the median call are reported, and the best calls of all.
 */
export async function timed(measure: Measure, settle: () => void): Promise<Row> {
  const {ours, theirs, suite, workload, unit, per, peer, rounds = ROUNDS, steps = 1} = measure;
  const [mine, other] = [await long(ours), await long(theirs)];
  const turns: {readonly ours: Turn; readonly theirs: Turn}[] = [];
  for (let round = 0; round < rounds; round++)
    turns.push({ours: await turn(mine.call, TURN_MS, settle), theirs: await turn(other.call, TURN_MS, settle)});
  const ms = (side: "ours" | "theirs", of: (list: readonly number[]) => number, field: keyof Turn): number =>
    of(turns.map((turn) => turn[side][field])) / (side === "ours" ? mine.times * steps : other.times);
  const least = (list: readonly number[]): number => Math.min(...list);
  const shown = (time: number): number => (per === undefined ? time : (1000 * per) / time);
  const row = (of: (list: readonly number[]) => number, field: keyof Turn) => {
    const [a, b] = [ms("ours", of, field), ms("theirs", of, field)];
    return {ours: shown(a), theirs: shown(b), ratio: b / a};
  };
  const middle = row(median, "median");
  return {
    suite,
    workload,
    unit: per === undefined ? `ms for ${unit}` : unit,
    ours: middle.ours,
    peer,
    theirs: middle.theirs,
    ratio: middle.ratio,
    best: row(least, "best"),
    slow: row(median, "p90")
  };
}
