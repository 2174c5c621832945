import {chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {NEVER} from "rxjs";
import {afterAll, describe, expect, it} from "vitest";
import {disk} from "../../cli/files/disk.js";
import {lock} from "../../cli/files/lock.js";
import {modelFields} from "../../cli/models/modelFields.js";
import {newRun} from "../../cli/train/plan.js";
import {train} from "../../cli/train/train.js";
import {valueOf} from "../../cli/settings/fieldFlags.js";
import {settle} from "../../cli/settings/settle.js";
import {llmfp, SMALL, stateOf, workplace} from "./command.js";

const {folder, corpus, runs} = workplace();
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const train_ = (...more: readonly string[]) => llmfp("train", corpus, "--runs", runs, ...SMALL, ...more);

describe("a wrong use", () => {
  it.each([
    [["--learning-rat", "1"], "Did you mean --learning-rate?"],
    [["--learning-rate", "abc"], "--learning-rate: must be a number at least 0"],
    [["--learning-rate", "0x10"], '"0x10"'],
    [["--steps", "８"], "--steps: must be a whole number"],
    [["--steps", "1e99"], "--steps: must be a whole number"],
    [["--seed", "-1"], "--seed: must be a whole number"],
    [["--optimizer", "adamv"], "did you mean adamw?"],
    [["--model", "bengoi"], "did you mean bengio?"],
    [["--threads", "0"], "--threads: must be a whole number of at least 1"],
    [["--name", "../x"], "--name: a name has letters"],
    [["--heads", "3"], "heads"]
  ])("%j is refused with what to do", async (flags, message) => {
    const {code, out, err} = await train_(...flags);
    expect([1, 2]).toContain(code);
    expect(out).toBe("");
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it("of a run that is not there says so", async () => {
    const {code, err} = await llmfp("train", "--resume", "nothing", "--runs", runs);
    expect(code).toBe(1);
    expect(err).toContain("a run has a config.json");
  });

  it("has a code of its own, and one for what could not be done", async () => {
    expect((await train_("--learning-rate", "abc")).code).toBe(2);
    expect((await llmfp("trian")).code).toBe(2);
    expect((await llmfp("train", join(folder, "none.txt"))).code).toBe(1);
    expect((await llmfp("train", "--help")).code).toBe(0);
  });

  it("shows where an error comes from by --debug alone", async () => {
    expect((await llmfp("train", join(folder, "none.txt"), "--debug")).err).toMatch(/^\s+at /m);
  });
});

describe("settings", () => {
  it("come from flags, then from the file, then from the fields", () => {
    const read = {path: "x.json", values: {width: 32, heads: 8}};
    expect(settle(modelFields.transformer, {width: 16}, read)).toMatchObject({width: 16, heads: 8, layers: 2});
  });

  it("of a file are named by it", async () => {
    const unknown = file("unknown.json", '{"learningRat": 1}');
    expect((await train_("--config", unknown)).err).toContain("did you mean learningRate?");
    const wrong = file("wrong.json", '{"dropout": 2}');
    expect((await train_("--config", wrong)).err).toContain(`${wrong}: dropout: must be a number`);
    expect((await train_("--config", file("no.json", "{"))).err).toContain("a file of settings is JSON");
  });

  it.each([
    ["whole", "12", 12],
    ["real", "1e-3", 1e-3],
    ["real", "", ""],
    ["real", "8abc", "8abc"],
    ["real", "NaN", "NaN"]
  ] as const)("of kind %s read %j as %j", (kind, text, value) => {
    expect(valueOf({kind, label: "", about: "", default: 0}, text)).toBe(value);
  });

  it("of sizes are lists", () => {
    expect(valueOf({kind: "sizes", label: "", about: "", default: []}, "64,32")).toEqual([64, 32]);
  });
});

describe("a run", () => {
  it("whose numbers leave what is finite says step, operation and what is kept", async () => {
    const flags = ["--learning-rate", "100", "--optimizer", "sgd", "--clip", "Infinity", "--activation", "relu"];
    const {code, err} = await llmfp(
      ...["train", corpus, "--runs", runs, "--name", "nan", "--model", "bengio", "--save-every", "1", "--scored", "50"],
      ...flags
    );
    expect(code).toBe(1);
    expect(err).toMatch(/a number was not finite any more at step \d+/);
    expect(err).toMatch(/operation +\w+/);
    const kept = Number(/kept +the checkpoint of step (\d+)/.exec(err)?.[1]);
    expect(stateOf(runs, "nan", kept)).toMatch(/^[0-9a-f]+$/);
  });

  it("keeps a setting that JSON has no number for", async () => {
    await train_("--name", "infinite", "--steps", "2", "--clip", "Infinity");
    expect((await llmfp("train", "--resume", "infinite", "--runs", runs, "--steps", "4")).code).toBe(0);
  });

  it("is refused its settings when it goes on, and steps that it has passed", async () => {
    await train_("--name", "settled", "--steps", "4");
    const resume = (...more: readonly string[]) => llmfp("train", "--resume", "settled", "--runs", runs, ...more);
    expect((await resume("--width", "16")).err).toContain("--width: a run goes on under the settings");
    expect((await resume("--steps", "2")).err).toContain("give --steps of more than 4");
  });

  it("is one process’s at a time; a lock whose process has ended is taken over", async () => {
    await train_("--name", "locked", "--steps", "2");
    const resume = () => llmfp("train", "--resume", "locked", "--runs", runs, "--steps", "3");
    const unlock = lock(join(runs, "locked"));
    expect((await resume()).err).toContain(`held by  process ${process.pid}`);
    unlock();
    file("runs/locked/lock", JSON.stringify({pid: 2 ** 22 + 1, began: ""}));
    expect((await resume()).code).toBe(0);
    file("runs/locked/lock", JSON.stringify({pid: process.pid, began: "another beginning"}));
    expect((await resume()).code).toBe(process.platform === "linux" ? 0 : 1);
  });

  it("on a disk that is full says so, and keeps what was saved before", async () => {
    let writes = 0;
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {code: "ENOSPC", syscall: "write"});
    const filling: typeof disk = {
      ...disk,
      write: (opened, bytes, offset) => {
        if (bytes.length > 5000 && ++writes > 1) throw full; // of checkpoints, the second
        return disk.write(opened, bytes, offset);
      }
    };
    const small = {width: 8, layers: 1, heads: 2, context: 8, batchSize: 2, scored: 50};
    const plan = await newRun({
      ...{
        runs,
        name: "full",
        paths: [corpus],
        model: "transformer",
        layerMetrics: false,
        license: "unknown",
        threads: 1
      },
      config: settle(modelFields.transformer, small),
      settings: {steps: 40, every: 10, saveEvery: 10, sampleEvery: 0, sampleLength: 1, keep: 3}
    });
    const silent = {out: () => undefined, say: () => undefined, live: false, columns: () => 80};
    const running = train(plan, {threads: 1, json: false, resume: "again", stop: NEVER, disk: filling}, silent);
    await expect(running).rejects.toThrow(/the disk is full \(ENOSPC\)\n.*the checkpoint of step 10\n.*go on by again/);
    expect((await llmfp("train", "--resume", "full", "--runs", runs)).code).toBe(0);
    await llmfp(...["train", corpus, "--runs", runs, "--name", "roomy", "--steps", "40", ...SMALL]);
    expect(stateOf(runs, "full", 40)).toBe(stateOf(runs, "roomy", 40));
  });

  it("has no folder where a file is, or where nobody may write", async () => {
    const {code, err} = await llmfp("train", corpus, "--runs", join(corpus, "runs"), ...SMALL);
    expect(code).toBe(1);
    expect(err).toMatch(/a part of the path is a file|something of this name/);
    const closed = join(folder, "closed");
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    if (process.getuid?.() === 0) return; // may write everywhere
    expect((await llmfp("train", corpus, "--runs", join(closed, "runs"), ...SMALL)).err).toContain("may not do that");
  });

  it("reads only what is text", async () => {
    writeFileSync(join(folder, "bytes.txt"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect((await llmfp("train", join(folder, "bytes.txt"), "--runs", runs)).err).toContain("a text is plain text");
    expect(readFileSync(corpus, "utf8").length).toBeGreaterThan(5000);
  });
});
