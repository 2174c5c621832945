import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {bytesOf} from "../../lib/reactive/timeline/bytesOf.js";
import {memoryOf, snapshots, type Memory} from "../../lib/reactive/timeline/snapshots.js";
import {timeline, type Timeline} from "../../lib/reactive/timeline.js";
import {folded} from "./drift.js";
import {altered, drift, type DriftConfig, type DriftState} from "./fixtures/stages.js";

type Run = Timeline<DriftConfig, DriftState, number>;

const config: fc.Arbitrary<DriftConfig> = fc.record({
  rate: fc.constantFrom(0, 0.1, 0.5, 1.5),
  seed: fc.nat(99),
  steps: fc.oneof(fc.constant(Infinity), fc.nat(120))
});
const change: fc.Arbitrary<Partial<DriftConfig>> = fc.constantFrom(
  {},
  {rate: 0.3},
  {rate: 0.9, seed: 5},
  {steps: 40},
  {steps: Infinity}
);
const memory: fc.Arbitrary<Memory<DriftState>> = fc.oneof(
  fc.record({snapshots: fc.integer({min: 1, max: 9})}),
  fc.record({bytes: fc.integer({min: 1, max: 500}), sizeOf: fc.constant(({age}: DriftState) => 1 + (age % 50))}),
  fc.constant({})
);
const step = fc.nat(150);
const questions = fc.array(step, {minLength: 1, maxLength: 12});
const forks = fc.array(fc.record({step, change}), {maxLength: 4});

interface Fork {
  readonly step: number;
  readonly change: Partial<DriftConfig>;
}

/** What a fork of forks must be: the frame, and the config of the run that it belongs to. */
function owned(
  config: DriftConfig,
  path: readonly Fork[],
  n: number
): {frame: ReturnType<typeof folded>; owner: DriftConfig} {
  const last = path.at(-1);
  if (last === undefined) return {frame: folded(config, n), owner: config};
  const before = owned(config, path.slice(0, -1), Math.min(n, last.step));
  if (n < last.step && !drift(before.owner).done!(before.frame.state)) return before;
  const owner = path.reduce((changed, {change}) => ({...changed, ...change}), config);
  return {frame: folded(owner, n, before.frame.step, before.frame.state), owner};
}
const expected = (config: DriftConfig, path: readonly Fork[], n: number) => owned(config, path, n).frame;

const forked = (run: Run, path: readonly Fork[]): Run =>
  path.reduce((run: Run, {step, change}) => run.fork(step, change), run);

describe("a timeline", () => {
  it("that is taken up from a known state answers as the run from its start does, forks included", () =>
    fc.assert(
      fc.property(config, memory, questions, step, forks, (config, memory, questions, from, path) => {
        const origin = timeline(drift, config).at(from);
        const again = forked(timeline(drift, config, {memory, origin}), path);
        const whole = forked(timeline(drift, config, {memory}), path);
        for (const n of questions) expect(again.at(n)).toEqual(whole.at(n));
      })
    ));

  it("that is taken up computes nothing before its origin, until it is asked", () => {
    const config: DriftConfig = {rate: 0.5, seed: 1, steps: Infinity};
    const origin = timeline(drift, config).at(100);
    const again = timeline(drift, config, {origin});
    expect(again.known(120)).toBe(100);
    expect(again.at(120)).toEqual(folded(config, 120));
    expect(again.history(120)).toHaveLength(21);
    expect(again.at(7)).toEqual(folded(config, 7));
    expect(() => timeline(drift, config, {origin: {...origin, step: -1}})).toThrow(/whole number/);
  });

  it("at n is the fold of n steps, in whatever order one asks and however little it remembers", () =>
    fc.assert(
      fc.property(config, memory, questions, (config, memory, questions) => {
        const {at} = timeline(drift, config, {memory});
        for (const n of questions) expect(at(n)).toEqual(folded(config, n));
      })
    ));

  it("forked with nothing changed equals the original everywhere", () =>
    fc.assert(
      fc.property(config, step, questions, fc.boolean(), (config, k, questions, original) => {
        const run = timeline(drift, config);
        const twin = run.fork(k, {});
        for (const n of questions) {
          if (original) run.at(n);
          expect(twin.at(n)).toEqual(run.at(n));
          expect(twin.history(n)).toEqual(run.history(n));
        }
      })
    ));

  it("and its forks, and the forks of those, are folds under the configs of their time", () =>
    fc.assert(
      fc.property(config, memory, forks, questions, (config, memory, path, questions) => {
        const run = forked(timeline(drift, config, {memory}), path);
        for (const n of questions) expect(run.at(n)).toEqual(expected(config, path, n));
      }),
      {numRuns: 300}
    ));

  it("answers the same whoever was asked before: the original, its forks, in any order", () =>
    fc.assert(
      fc.property(
        config,
        forks,
        fc.array(fc.record({who: fc.nat(4), n: step}), {maxLength: 20}),
        (config, path, questions) => {
          const runs = path.reduce((runs, {step, change}) => [...runs, runs.at(-1)!.fork(step, change)], [
            timeline(drift, config, {memory: {snapshots: 3}})
          ] as Run[]);
          for (const {who, n} of questions) {
            const i = who % runs.length;
            expect(runs[i]!.at(n)).toEqual(expected(config, path.slice(0, i), n));
          }
        }
      )
    ));

  it("has as its history what was measured on the way, from any step to any step", () =>
    fc.assert(
      fc.property(config, forks, step, step, (config, path, n, from) => {
        const run = forked(timeline(drift, config), path);
        const {step: last} = run.at(n);
        const all = Array.from({length: last + 1}, (_, i) => run.at(i).metrics);
        expect(run.history(last)).toEqual(all);
        expect(run.history(last, from)).toEqual(all.slice(from));
      })
    ));

  it("has the same history whatever was asked before, as far as it has been", () =>
    fc.assert(
      fc.property(config, forks, questions, step, (config, path, questions, n) => {
        const asked = forked(timeline(drift, config), path);
        for (const n of questions) asked.at(n);
        const fresh = forked(timeline(drift, config), path);
        fresh.at(150);
        const history = asked.history(n);
        expect(history).toEqual(fresh.history(n).slice(0, history.length));
        expect(history.length).toBeGreaterThan(Math.min(n, asked.at(Math.max(...questions)).step - 1));
      })
    ));

  it("has in the history of a fork no step that the fork would measure anew", () => {
    const run = timeline(drift, {rate: 0.1, seed: 1, steps: 10});
    run.at(50);
    const fork = run.fork(20, {seed: 5, steps: 30});
    const before = fork.history(30);
    fork.at(30);
    expect(before).toEqual(fork.history(30).slice(0, 10));
  });

  it("knows how far it has to go", () => {
    const run = timeline(drift, {rate: 0.1, seed: 1});
    expect(run.known(50)).toBe(0);
    run.at(50);
    expect([run.known(50), run.known(70), run.known(49), run.fork(60, {}).known(99)]).toEqual([50, 50, 49, 50]);
  });

  it("computes nothing before it is asked", () => {
    const silent = timeline((): ReturnType<typeof drift> => expect.fail("opened"), {rate: 1, seed: 1});
    expect(silent.fork(1000000000, {rate: 2}).history(5)).toEqual([]);
  });

  it("once done stays as it is: no step, no metrics more", () => {
    const run = timeline(drift, {rate: 0.1, seed: 1, steps: 10});
    expect(run.at(1000)).toEqual(run.at(10));
    expect(run.at(1000).step).toBe(10);
    expect(run.history(1000)).toHaveLength(11);
  });

  it.each([-1, 0.5, NaN, Infinity])("refuses step %s", (n) => {
    const run = timeline(drift, {rate: 0.1, seed: 1});
    expect(() => run.at(n)).toThrow(ConfigError);
    expect(() => run.fork(n, {})).toThrow(ConfigError);
  });
});

/** Counts the steps that a run takes. */
function counted(memory: Memory<DriftState>) {
  let steps = 0;
  const stage = altered(drift, ({step}) => ({step: (state, batch) => (steps++, step(state, batch))}));
  return {
    run: timeline(stage, {rate: 0.1, seed: 1}, {memory}),
    taken: (work: () => unknown) => ((steps = 0), work(), steps)
  };
}

describe("its memory", () => {
  it("makes playing cost one step a frame", () => {
    const {run, taken} = counted({snapshots: 2});
    run.at(1000);
    expect([taken(() => run.at(1001)), taken(() => run.at(1002)), taken(() => run.at(1002))]).toEqual([1, 1, 0]);
  });

  it("keeps a jump back to at most twice the steps so far, divided by the snapshots", () => {
    const {run, taken} = counted({snapshots: 16});
    run.at(4000);
    for (let n = 0; n < 4000; n += 97) {
      run.at(4000);
      expect(taken(() => run.at(n))).toBeLessThanOrEqual(Math.ceil((2 * 4001) / 16));
    }
  });

  it("is shared by forks: they do not repeat their past", () => {
    const {run, taken} = counted({snapshots: 16});
    run.at(500);
    expect(taken(() => run.fork(500, {rate: 0.2}).at(510))).toBe(10);
    expect(taken(() => run.fork(500, {rate: 0.2}).fork(510, {}).at(500))).toBe(0);
  });

  it("never holds more snapshots, nor more bytes, than it is given", () =>
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 20}),
        fc.integer({min: 30, max: 400}),
        fc.integer({min: 1, max: 400}),
        (most, bytes, n) => {
          const sizeOf = (size: number): number => size;
          const kept = snapshots({step: 0, state: 20}, memoryOf({snapshots: most, bytes, sizeOf}));
          let held: number[] = [];
          for (let step = 1; step <= n; step++) {
            kept.offer(step, 10 + (step % 7));
            held = [...new Set(Array.from({length: step + 1}, (_, i) => kept.nearest(i).step))];
            expect(held.length).toBeLessThanOrEqual(most);
            const size = held.reduce((sum, i) => sum + kept.nearest(i).state, 0);
            expect(size).toBeLessThanOrEqual(bytes);
          }
          expect(held).toHaveLength(kept.count());
        }
      ),
      {numRuns: 30}
    ));

  it.each([{snapshots: 0}, {snapshots: 1.5}, {bytes: 0}, {bytes: NaN}])("refuses %j", (memory) => {
    expect(() => timeline(drift, {rate: 0.1, seed: 1}, {memory})).toThrow(ConfigError);
  });

  it("counts what a state holds, once, however deep it lies", () => {
    const weights = new Float32Array(1000);
    expect(bytesOf({weights, again: [weights, {weights}]})).toBeGreaterThanOrEqual(4000);
    expect(bytesOf({weights, again: [weights, {weights}]})).toBeLessThan(4200);
    expect(bytesOf(new Map([["key", new Set([weights])]]))).toBeGreaterThan(4000);
    let deep: unknown = null;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(bytesOf(deep)).toBeGreaterThan(800_000);
  });

  it("does not overflow with ten thousand forks of forks", () => {
    let run = timeline(drift, {rate: 0.1, seed: 1}, {memory: {snapshots: 1}});
    for (let i = 1; i <= 10_000; i++) run = run.fork(i, {});
    expect(run.at(10_001)).toEqual(folded({rate: 0.1, seed: 1}, 10_001));
    expect(run.history(10_001)).toHaveLength(10_002);
  });
});
