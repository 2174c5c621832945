import {describe, expect, it} from "vitest";
import {drawnText} from "../../cli/bench/benchModel.js";
import {rateOf, timed} from "../../cli/bench/rate.js";
import {llmfp, SMALL} from "./command.js";

describe("llmfp bench", () => {
  it("says how fast training and writing are, by which method, and on which machine", async () => {
    const {code, out} = await llmfp("bench", "--seconds", "0", "--json", ...SMALL);
    expect(code).toBe(0);
    const bench = JSON.parse(out) as Readonly<Record<"training" | "writing" | "batched", ReturnType<typeof rateOf>>>;
    for (const {low, median, high, rounds} of [bench.training, bench.writing, bench.batched]) {
      expect(low).toBeGreaterThan(0);
      expect(median).toBeGreaterThanOrEqual(low);
      expect(high).toBeGreaterThanOrEqual(median);
      expect(rounds).toBe(5);
    }
    expect(bench).toMatchObject({model: "transformer", config: {width: 8}, tokensPerStep: 16});
    expect(bench).toMatchObject({
      machine: {node: process.version, threads: 1},
      method: expect.stringMatching(/median/)
    });
  }, 60_000);

  it("refuses settings that cannot be", async () => {
    expect((await llmfp("bench", "--width", "0")).err).toContain("--width: must be");
  });

  it("takes the median and the quartiles of rounds, in whatever order they come", () => {
    expect(rateOf([5, 1, 4, 2, 3])).toEqual({low: 2, median: 3, high: 4, rounds: 5});
    expect(rateOf([7])).toEqual({low: 7, median: 7, high: 7, rounds: 1});
    expect(rateOf([1, 2]).median).toBe(1.5);
  });

  it("times rounds of some 0.2 s, for as long as it is told, after warming up", () => {
    let now = 0;
    const asked: number[] = [];
    const work = (pieces: number): number => {
      asked.push(pieces);
      now += 30 * pieces; // milliseconds
      return 6 * pieces;
    };
    expect(timed(work, 2, () => now)).toEqual({low: 200, median: 200, high: 200, rounds: 17});
    expect(asked.slice(0, 5)).toEqual([1, 1, 2, 4, 4]);
  });

  it("has a text of drawn words, the same each time, of which few are frequent", () => {
    const text = drawnText(5000);
    expect(drawnText(5000)).toBe(text);
    expect(text.length).toBeGreaterThanOrEqual(5000);
    const counts = new Map<string, number>();
    for (const word of text.split(/[^a-z]+/)) counts.set(word, 1 + (counts.get(word) ?? 0));
    expect(Math.max(...counts.values())).toBeGreaterThan(20);
    expect(counts.size).toBeGreaterThan(100);
  });
});
