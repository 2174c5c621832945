import {existsSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {modelFields} from "../../cli/models/modelFields.js";
import {savedSteps} from "../../cli/runs/checkpoints.js";
import {ranked, summaryCsv, type Outcome} from "../../cli/sweep/summary.js";
import {flagsOf, grid, random, variedOf} from "../../cli/sweep/vary.js";
import {ended, llmfp, SMALL, started, stateOf, workplace} from "./command.js";

const {folder, corpus, runs} = workplace();
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 50));
}

const fields = {...modelFields.transformer, ...modelFields.bengio};
const varied = (...given: readonly string[]) => given.map((one) => variedOf(fields, one));

describe("what is varied", () => {
  it("is a list of values, in all combinations", () => {
    expect(grid(varied("learning-rate=0.1,1e-3", "--width=8,16"))).toEqual([
      {learningRate: 0.1, width: 8},
      {learningRate: 0.1, width: 16},
      {learningRate: 0.001, width: 8},
      {learningRate: 0.001, width: 16}
    ]);
    expect(grid(varied("hidden=64,32|128", "tied=true,false")).map(flagsOf)).toEqual([
      ["--hidden", "64,32", "--tied"],
      ["--hidden", "64,32", "--no-tied"],
      ["--hidden", "128", "--tied"],
      ["--hidden", "128", "--no-tied"]
    ]);
  });

  it("is a range that is drawn from, rates by their logarithms, and the same by a seed", () => {
    const ranges = varied("learning-rate=0.0001..0.01", "layers=1..4", "optimizer=adamw,sgd", "dropout=0..0.5");
    const drawn = random(ranges, 400, 3);
    expect(random(ranges, 400, 3)).toEqual(drawn);
    expect(random(ranges, 2, 3)).toEqual(drawn.slice(0, 2));
    expect(random(ranges, 400, 4)).not.toEqual(drawn);
    const all = (name: string) => drawn.map((trial) => trial[name]);
    expect([...new Set(all("layers"))].sort()).toEqual([1, 2, 3, 4]);
    expect(new Set(all("optimizer"))).toEqual(new Set(["adamw", "sgd"]));
    const rates = all("learningRate").map(Number);
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(0.0001);
    expect(Math.max(...rates)).toBeLessThanOrEqual(0.01);
    expect(rates.filter((rate) => rate < 0.001).length / 400).toBeCloseTo(0.5, 1);
    expect(all("dropout").filter((x) => Number(x) < 0.25).length / 400).toBeCloseTo(0.5, 1);
  });

  it.each([
    ["lerning-rate=1", "there is no such setting"],
    ["corpus=a", "there is no such setting"],
    ["constructor=1", "there is no such setting"],
    ["width=", "a setting has values"],
    ["width=16..8", "a range goes from a number to a greater one"],
    ["tied=yes", "a switch is true or false"]
  ])("is not %s", (given, message) => {
    expect(() => variedOf(fields, given)).toThrow(message);
  });

  it("is ranked by the least loss, with what measured nothing at the end", () => {
    const outcome = (trial: string, validationLoss: number | null): Outcome => ({
      ...{trial, validationLoss, settings: {hidden: [4, 2]}, done: true, step: 1, bitsPerByte: 1, bestStep: 1},
      seconds: null
    });
    const all = [outcome("a", null), outcome("b", 2), outcome("c", 1)];
    expect(ranked(all).map(({trial}) => trial)).toEqual(["c", "b", "a"]);
    expect(summaryCsv(all).split("\n")[1]).toBe('c,"4,2",1.0000,1.0000,1,,done');
  });
});

describe("llmfp sweep", () => {
  const flags = ["--steps", "1000", "--every", "100", "--save-every", "100", "--sample-every", "0", ...SMALL];

  /** Waits until both trials of a sweep have measured something. */
  async function atWork(name: string): Promise<void> {
    const lines = (trial: string): number => {
      try {
        return readFileSync(join(runs, name, trial, "metrics.jsonl"), "utf8")
          .trimEnd()
          .split("\n").length;
      } catch {
        return 0;
      }
    };
    await until(() => lines("trial-1") >= 2 && lines("trial-2") >= 2);
  }

  it("refuses settings that cannot be before anything is trained, and what belongs to no sweep", async () => {
    const refused = async (...args: readonly string[]) => (await llmfp("sweep", "--runs", runs, ...args)).err;
    expect(await refused(corpus, "--name", "x", "--vary", "dropout=0.1,2")).toContain("--dropout: must be a number");
    expect(await refused(corpus, "--name", "x", "--vary", "width=8..16")).toContain("give --random too");
    expect(await refused(corpus, "--name", "x")).toContain("trials differ in something");
    expect(await refused(corpus, "--vary", "width=8")).toContain("a sweep has a name");
    expect(await refused("-", "--name", "x", "--vary", "width=8")).toContain("files that each trial can read");
    expect(await refused("--resume", "x")).toContain("a sweep has a sweep.json");
    expect(await refused("--resume", "x", "--width", "8")).toContain("goes on as it was planned");
    expect(await refused("--resume", "../x")).toContain("a name has letters");
  });

  it("trains each trial as llmfp train does, saves what runs at Ctrl-C, and goes on with what is not done", async () => {
    const child = started(
      ["sweep", corpus, "--name", "two", "--vary", "width=8,16", "--parallel", "2", ...flags],
      folder
    );
    const over = ended(child);
    await atWork("two");
    child.kill("SIGINT");
    const {code, out} = await over;
    expect(code).toBe(130);
    expect(out).toMatch(/trial-1 +8 .*step \d+/);
    const again = started(["sweep", "--resume", "two", "--json"], folder);
    const {code: good, out: lines} = await ended(again);
    expect(good).toBe(0);
    const outcomes = lines
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Outcome);
    expect(outcomes.map(({done}) => done)).toEqual([true, true]);
    expect(outcomes[0]!.validationLoss).toBeLessThanOrEqual(outcomes[1]!.validationLoss!);
    expect(readFileSync(join(runs, "two/summary.csv"), "utf8").split("\n")).toHaveLength(4);
    await llmfp("train", corpus, "--runs", runs, "--name", "alone", ...flags, "--width", "16");
    expect(stateOf(join(runs, "two"), "trial-2", 1000)).toBe(stateOf(runs, "alone", 1000));
  }, 60_000);

  it("that is killed takes its trials along: each saves the step that it is at, and ends", async () => {
    const long = ["--steps", "1000000", "--every", "100", "--save-every", "1000000", "--sample-every", "0", ...SMALL];
    const vary = ["--vary", "width=8,16", "--parallel", "2"];
    const child = started(["sweep", corpus, "--name", "killed", ...vary, ...long], folder);
    const over = ended(child);
    await atWork("killed");
    const trials = ["trial-1", "trial-2"].map((trial) => join(runs, "killed", trial));
    const pids = trials.map((trial) => (JSON.parse(readFileSync(join(trial, "lock"), "utf8")) as {pid: number}).pid);
    child.kill("SIGKILL");
    await over;
    await until(() => pids.every((pid) => !lives(pid)));
    for (const trial of trials) {
      expect(savedSteps(trial).at(-1)! % 1_000_000, trial).toBeGreaterThan(0);
      expect(existsSync(join(trial, "lock"))).toBe(false);
    }
  }, 60_000);
});
