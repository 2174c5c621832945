import {spawnSync} from "node:child_process";
import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, describe, expect, it} from "vitest";
import {exportedRun} from "../../cli/export/exportModel.js";
import {writeSafetensors, type StoredTensor, type Tensor} from "../../lib/tensor.js";
import {readHuggingFace, toHuggingFaceWeights} from "../../lib/interop.js";
import {llmfp, SMALL, workplace} from "../cli/command.js";

const stubs = fileURLToPath(new URL("torch", import.meta.url));
const python = ["python3", "/usr/bin/python3"].find((name) => spawnSync(name, ["-c", "import torch"]).status === 0);
if (python === undefined) console.log("No Python here has PyTorch: its part is left out.");

const {folder, runs, train} = workplace();
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** What a program of Python says, where `transformers`, `accelerate` and `safetensors` are those of tests/interop/torch. */
function said(...args: readonly string[]): string {
  const {status, stdout, stderr} = spawnSync(python!, args, {
    cwd: folder,
    encoding: "utf8",
    env: {...process.env, PYTHONPATH: stubs, PYTHONDONTWRITEBYTECODE: "1"}
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}

const stored = (x: Tensor): StoredTensor => ({
  dtype: "I32",
  shape: x.shape,
  bytes: new Uint8Array(Int32Array.from(x.data).buffer)
});

const opened = (name: string, step: number) => exportedRun(name, {kind: "run", folder: join(runs, name)}, {step});

/** How far the weights of a folder are from those of a run. */
function apart(directory: string, name: string, step: number): number {
  const files = ["config.json", "model.safetensors"].map(
    (file) => [file, readFileSync(join(directory, file))] as const
  );
  const {config, params} = readHuggingFace(new Map<string, Uint8Array>(files));
  const theirs = toHuggingFaceWeights(config, params);
  const {model} = opened(name, step);
  const ours = Object.entries(toHuggingFaceWeights(config, model.params));
  return Math.max(...ours.flatMap(([at, x]) => Array.from(x.data, (n, i) => Math.abs(n - theirs[at]!.data[i]!))));
}

const CASES = {
  "AdamW that decays, under a schedule": ["--optimizer", "adamw", "--weight-decay", "0.1", "--schedule", "cosine"],
  "Adam, with an unembedding of its own": ["--optimizer", "adam", "--no-tied", "--weight-decay", "0.01"],
  "AdamW over documents": ["--documents"]
} as const;

describe.skipIf(python === undefined)("PyTorch, with a Llama under the names of transformers", () => {
  it.each(Object.entries(CASES))("does the steps that the run does: %s", async (title, flags) => {
    const name = title.replace(/[^A-Za-z]+/g, "-");
    const few = [...SMALL, "--kv-heads", "1", "--sample-every", "0", "--every", "20", "--total-steps", "60"];
    await train(name, "--steps", "20", ...few, ...flags);
    const out = join(folder, `${name}-torch`);
    const {err} = await llmfp("export", name, "--runs", runs, "--to", "torch", "--ids", "--out", out);
    expect(err).toBe("");
    const {opened: stage, state} = opened(name, 20);
    const judged = Number(/held out ([\d.]+) nats/.exec(said(join(out, "train.py"), "--judge"))![1]);
    const held = stage.parts.held(0, 50);
    expect(Math.abs(judged - Math.log(stage.informationOf(state.params, held).perplexity))).toBeLessThan(2e-6);
    const tensors = new Map<string, StoredTensor>();
    for (let step = 20; step < 30; step++) {
      const batch = stage.data(step);
      if (!("inputs" in batch) || !("targets" in batch)) throw new Error("a batch of sequences");
      tensors.set(`${step}.inputs`, stored(batch.inputs as Tensor));
      tensors.set(`${step}.targets`, stored(batch.targets));
    }
    const batches = join(folder, "batches.safetensors");
    writeFileSync(batches, writeSafetensors({tensors}));
    await llmfp("train", "--resume", name, "--runs", runs, "--steps", "30");
    const moved = apart(out, name, 30);
    const trained = (...more: readonly string[]): number => {
      const into = join(folder, `${name}-trained`);
      said(join(stubs, "sameBatches.py"), out, batches, "--steps", "10", "--out", into, ...more);
      return apart(into, name, 30);
    };
    const [difference, forgetful] = [trained(), trained("--fresh")];
    console.log(
      `${title}: ten steps move weights by ${moved.toExponential(1)}; PyTorch’s are ${difference.toExponential(1)} from ours, without moments ${forgetful.toExponential(1)}`
    );
    expect(difference).toBeLessThan(moved / 1000);
    expect(forgetful).toBeGreaterThan(30 * difference);
    expect(said(join(out, "train.py"), "--steps", "3", "--every", "1", "--out", join(folder, "drawn"))).toMatch(
      /^(step \d+: batch [\d.]+, held out [\d.]+ nats a token\n){3}/
    );
  });
});
