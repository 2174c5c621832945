import type {Measure, Row} from "./suite.js";

export const ROUNDS = 7;
const WARM_MS = 500; // code begins in a slow tier, on both sides
const LEAST_MS = 50; // a shorter call is repeated, so that the clock's grain does not matter

let consumed: unknown; // what was computed is looked at, so that nothing may leave it out

async function time(call: () => unknown, times: number): Promise<number> {
  const began = performance.now();
  for (let i = 0; i < times; i++) {
    consumed = call();
    if (consumed instanceof Promise) await consumed;
  }
  return (performance.now() - began) / times;
}

/** Calls until the compilers have done their work, and returns how many calls fill a turn. */
async function repeats(call: () => unknown): Promise<number> {
  const began = performance.now();
  let last = await time(call, 1);
  while (performance.now() - began < WARM_MS) last = await time(call, 1);
  return Math.max(1, Math.ceil(LEAST_MS / Math.max(0.001, last)));
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;

/** Times ours and the peer's by turns. Before each turn, `settle` may sweep up what the other left. */
export async function timed(measure: Measure, settle: () => void): Promise<Row> {
  const {ours, theirs, suite, workload, unit, per, peer, rounds = ROUNDS, steps = 1} = measure;
  const [timesOurs, timesTheirs] = [await repeats(ours), await repeats(theirs)];
  const [mine, other]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    settle();
    mine.push((await time(ours, timesOurs)) / steps);
    settle();
    other.push(await time(theirs, timesTheirs));
  }
  const [a, b] = [median(mine), median(other)];
  const [c, d] = [Math.min(...mine), Math.min(...other)];
  const shown = (ms: number) => (per === undefined ? ms : (1000 * per) / ms);
  const best = {ours: shown(c), theirs: shown(d), ratio: d / c};
  return {
    suite,
    workload,
    unit: per === undefined ? `ms for ${unit}` : unit,
    ours: shown(a),
    peer,
    theirs: shown(b),
    ratio: b / a,
    best
  };
}
