import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync
} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {openModel} from "../../cli/models/openModel.js";
import {hash} from "../../lib/index.js";
import {allowRelaxedSimd, knowsRelaxedSimd} from "../relaxedSimd.js";
import {journal, llmfp, SMALL, stateOf, workplace} from "./command.js";

const {folder, corpus, runs} = workplace();
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const OFTEN = ["--every", "10", "--save-every", "20", "--sample-every", "20", "--sample-length", "10"];
const train = (name: string, steps: number, ...more: readonly string[]) =>
  llmfp("train", corpus, "--runs", runs, "--name", name, "--steps", String(steps), ...OFTEN, ...SMALL, ...more);
const resume = (name: string, ...more: readonly string[]) => llmfp("train", "--resume", name, "--runs", runs, ...more);
const json = (name: string, file: string): unknown => JSON.parse(readFileSync(join(runs, name, file), "utf8"));
const checkpoint = (name: string, step: number): string =>
  join(runs, name, `checkpoints/step-${String(step).padStart(7, "0")}.ckpt`);

describe("llmfp train", () => {
  it("keeps what was decided, measured, sampled and saved, the newest checkpoints and the best", async () => {
    const {code, out} = await train("kept", 100, "--license", "CC0-1.0", "--keep", "2");
    expect(code).toBe(0);
    expect(out).toMatch(/kept: 100 steps, held out \d\.\d+ nats a token, \d\.\d+ bits a byte/);
    expect(json("kept", "config.json")).toMatchObject({
      command: "train",
      model: "transformer",
      config: {width: 8, tokens: "characters", totalSteps: 100},
      corpus: {paths: [corpus]},
      steps: 100,
      every: 10
    });
    expect(json("kept", "data.json")).toMatchObject({path: corpus, license: "CC0-1.0"});
    expect(json("kept", "environment.json")).toMatchObject({node: process.version});
    const metrics = journal(join(runs, "kept/metrics.jsonl"));
    expect(metrics.map((entry) => Reflect.get(entry, "step"))).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(Object.keys(metrics[0]!)).not.toContain("layers");
    expect(journal(join(runs, "kept/samples.jsonl")).map((entry) => Reflect.get(entry, "step"))).toEqual([
      20, 40, 60, 80, 100
    ]);
    const saved = metrics.filter((entry) => Number(Reflect.get(entry, "step")) % 20 === 0).slice(1);
    const losses = saved.map((entry) => Number(Reflect.get(entry, "validationLoss")));
    const best = 20 * (losses.indexOf(Math.min(...losses)) + 1);
    expect(json("kept", "checkpoints/best.json")).toEqual({step: best, validationLoss: Math.min(...losses)});
    expect(readdirSync(join(runs, "kept/checkpoints")).filter((name) => name.endsWith(".ckpt"))).toEqual(
      [...new Set([best, 80, 100])].sort((a, b) => a - b).map((step) => checkpoint("", step).split("/").at(-1))
    );
  });

  it("computes the same bits from the same settings, and others from another seed", async () => {
    await train("twin", 100);
    await train("other", 100, "--seed", "2");
    expect(stateOf(runs, "twin", 100)).toBe(stateOf(runs, "kept", 100));
    expect(stateOf(runs, "other", 100)).not.toBe(stateOf(runs, "kept", 100));
  });

  it.skipIf(knowsRelaxedSimd)("says so where fast mode is not to be had, and computes the same bits", async () => {
    const {code, err} = await train("slow", 100, "--fast");
    expect(code).toBe(0);
    expect(err).toContain(`--fast: Node ${process.version} has no relaxed SIMD`);
    expect(json("slow", "environment.json")).toMatchObject({fast: false});
    expect(stateOf(runs, "slow", 100)).toBe(stateOf(runs, "kept", 100));
  });

  it("trains fast where it can, says so, and writes it down for whoever goes on", async () => {
    allowRelaxedSimd(true);
    try {
      const {code, err} = await train("fast", 60, "--fast");
      expect(code).toBe(0);
      expect(err).toContain("Fast: products are fused");
      expect(json("fast", "environment.json")).toMatchObject({fast: true});
      const further = await resume("fast", "--steps", "80", "--fast");
      expect(further.err).toContain("Fast: products are fused");
      expect(further.err).not.toContain("The run");
      await train("fast-twin", 80, "--fast");
      expect(stateOf(runs, "fast", 80)).toBe(stateOf(runs, "fast-twin", 80));
      expect((await resume("fast", "--steps", "100")).err).toContain("The run was fast before");
      expect(json("fast", "environment.json")).toMatchObject({fast: true});
      await train("late", 20);
      expect(json("late", "environment.json")).toMatchObject({fast: false});
      expect((await resume("late", "--steps", "40", "--fast")).err).toContain("The run began without --fast");
      expect(json("late", "environment.json")).toMatchObject({fast: true, node: process.version});
    } finally {
      allowRelaxedSimd(false);
    }
  });

  it("computes the bits of the stage’s own steps, one by one", () => {
    const {config} = json("kept", "config.json") as {readonly config: Readonly<Record<string, unknown>>};
    const {model, step, data} = openModel("transformer", config, readFileSync(corpus, "utf8"));
    let state = model();
    for (let i = 0; i < 100; i++) state = step(state, data(i));
    expect(stateOf(runs, "kept", 100)).toBe(hash(state));
  });

  it.each(["bengio", "recurrent", "bigram"])("trains a %s, and goes on with it to the same bits", async (model) => {
    const flags = ["train", corpus, "--runs", runs, "--model", model, "--scored", "50", "--every", "20"];
    await llmfp(...flags, "--name", `${model}-whole`, "--steps", "40");
    await llmfp(...flags, "--name", `${model}-part`, "--steps", "20");
    expect((await resume(`${model}-part`, "--steps", "40")).code).toBe(0);
    expect(stateOf(runs, `${model}-part`, 40)).toBe(stateOf(runs, `${model}-whole`, 40));
  });

  it("goes on where it ended as if it never had, in journals too", async () => {
    await train("part", 50);
    appendFileSync(join(runs, "part/metrics.jsonl"), '{"step":60,"batchLo'); // as a kill leaves it
    const {err} = await resume("part", "--steps", "100", "--keep", "2");
    expect(err).toContain("from step 50");
    expect(stateOf(runs, "part", 100)).toBe(stateOf(runs, "kept", 100));
    for (const name of ["metrics.jsonl", "samples.jsonl"])
      expect(journal(join(runs, "part", name))).toEqual(journal(join(runs, "kept", name)));
  });

  it("puts a checkpoint aside that does not read, and goes on from the one before", async () => {
    await train("spoiled", 80);
    truncateSync(checkpoint("spoiled", 80), 1000);
    const {err} = await resume("spoiled", "--steps", "100");
    expect(err).toContain("The checkpoint of step 80 cannot be read");
    expect(err).toContain("from step 60");
    expect(stateOf(runs, "spoiled", 100)).toBe(stateOf(runs, "kept", 100));
    expect(existsSync(`${checkpoint("spoiled", 80)}.spoiled`)).toBe(true);
  });

  it("names a run by corpus, model and a free number", async () => {
    const flags = ["train", corpus, "--runs", runs, "--steps", "1", ...SMALL];
    await llmfp(...flags);
    await llmfp(...flags);
    expect(readdirSync(runs)).toEqual(expect.arrayContaining(["whale-transformer-1", "whale-transformer-2"]));
  });

  it("reads folders in the order of names, and a corpus that has moved by its new place", async () => {
    const texts = join(folder, "texts");
    mkdirSync(join(texts, "inner"), {recursive: true});
    writeFileSync(join(texts, "b.md"), "the second text, with no break at its end");
    writeFileSync(join(texts, "a.txt"), "the first text\n");
    writeFileSync(join(texts, "inner/c.txt"), "the third text, and some more of it\n");
    writeFileSync(join(texts, "d.bin"), "not a text of the corpus");
    await llmfp("train", texts, "--runs", runs, "--name", "folder", "--steps", "2", "--sample-every", "0", ...SMALL);
    const {files} = json("folder", "data.json") as {readonly files: readonly {readonly path: string}[]};
    expect(files.map(({path}) => path.slice(texts.length + 1))).toEqual(["a.txt", "b.md", "inner/c.txt"]);
    rmSync(join(texts, "b.md"));
    expect((await resume("folder", "--steps", "3")).err).toContain("the one that it began with");
    writeFileSync(
      join(folder, "all.txt"),
      "the first text\nthe second text, with no break at its end\nthe third text, and some more of it\n"
    );
    expect(
      (await llmfp("train", join(folder, "all.txt"), "--resume", "folder", "--runs", runs, "--steps", "3")).code
    ).toBe(0);
  });

  it("prints measurements as lines of JSON, and nothing else, to stdout", async () => {
    const {out} = await train("lines", 20, "--json");
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    expect(lines.map(({step}) => step)).toEqual([0, 10, 20, 20]);
    expect(lines[1]).toMatchObject({batchLoss: expect.any(Number), tokensPerSecond: expect.any(Number)});
    expect(lines[3]).toEqual({run: join(runs, "lines"), step: 20, ended: true});
  });
});
