import {spawnSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync, rmSync, statSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {exportedRun} from "../../cli/export/exportModel.js";
import {momentsOf} from "../../cli/export/torchMoments.js";
import {isTorchs, torchSettings, type Training} from "../../cli/export/torchSettings.js";
import {readGguf, readHuggingFace, toHuggingFaceWeights} from "../../lib/interop.js";
import {SCHEDULES} from "../../lib/lm/lmConfig.js";
import {rateOf} from "../../lib/lm/rateOf.js";
import {settled} from "../../lib/core/fields.js";
import {transformerLmFields} from "../../lib/stages/06-transformer/transformerLmConfig.js";
import {readSafetensors, type Tensor} from "../../lib/tensor.js";
import {llmfp, SMALL, workplace} from "./command.js";

const {folder, runs, train} = workplace();
afterAll(() => rmSync(folder, {recursive: true, force: true}));
const out = join(folder, "whale-torch");
const read = (name: string): Uint8Array => readFileSync(join(out, name));
const text = (name: string): string => readFileSync(join(out, name), "utf8");
const torch = (name: string, to: string, ...flags: readonly string[]) =>
  llmfp("export", name, "--runs", runs, "--to", "torch", "--out", to, ...flags);

const FEW = [...SMALL, "--kv-heads", "1", "--sample-every", "0", "--every", "20", "--steps", "20"];
const opened = (name: string) => exportedRun(name, {kind: "run", folder: join(runs, name)}, {});

beforeAll(async () => {
  await train("whale", ...FEW, "--schedule", "cosine", "--warmup", "5", "--total-steps", "60", "--clip", "0.5");
  const {err} = await torch("whale", out, "--ids");
  expect(err).toBe("");
});

/** A file’s tensors as numbers of 32 bits. */
const tensorsOf = (name: string) => {
  const {tensors} = readSafetensors(read(name));
  return new Map(
    Array.from(tensors, ([at, {shape, bytes}]) => {
      const numbers = bytes.slice().buffer;
      return [at, {shape, floats: new Float32Array(numbers), ids: new Int32Array(numbers)}] as const;
    })
  );
};

const bits = (x: Tensor): readonly number[] => Array.from(new Uint32Array(Float32Array.from(x.data).buffer));

describe("llmfp export --to torch", () => {
  it("writes the files of both, what trains, and what it is told, and says how many bytes", async () => {
    const files = readdirSync(out, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
    const paths = files.map(({name, parentPath}) => join(parentPath, name));
    expect(paths.map((path) => path.slice(out.length + 1)).sort()).toEqual([
      "README.md",
      "config.json",
      "fsdp.yaml",
      "model.gguf",
      "model.safetensors",
      "requirements.txt",
      "tokenizer.json",
      "tokenizer_config.json",
      "train.py",
      "training/optimizer.safetensors",
      "training/settings.json",
      "training/tokens.safetensors"
    ]);
    const again = `${out}-again`;
    const {bytes} = JSON.parse((await torch("whale", again, "--ids", "--json")).out) as {readonly bytes: number};
    const sizes = paths.map((path) => statSync(path.replace(out, again)).size);
    expect(bytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
  });

  it("has the run’s weights to the bit, and its ids, in both forms", () => {
    const {model, opened: stage} = opened("whale");
    const files = ["config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"];
    const directory = readHuggingFace(new Map(files.map((name) => [name, read(name)])));
    for (const {config, params, tokenizer} of [directory, readGguf(read("model.gguf"))]) {
      const ours = toHuggingFaceWeights(model.config, model.params);
      const theirs = toHuggingFaceWeights(config, params);
      expect(Object.keys(theirs)).toEqual(Object.keys(ours));
      for (const [name, x] of Object.entries(ours)) expect(bits(theirs[name]!), name).toEqual(bits(x));
      expect(tokenizer!.encode("the whale saw")).toEqual(stage.tokenizer.encode("the whale saw"));
    }
  });

  it("has the optimizer’s moments under the weights’ names, and laid out as they are", () => {
    const {state, model} = opened("whale");
    const moments = momentsOf(state.optimizer, "adamw")!;
    const kept = tensorsOf("training/optimizer.safetensors");
    const weights = tensorsOf("model.safetensors");
    expect(kept.size).toBe(2 * weights.size + 1);
    expect(Array.from(kept.get("step")!.floats)).toEqual([20]);
    for (const [part, params] of [
      ["exp_avg", moments.m],
      ["exp_avg_sq", moments.v]
    ] as const)
      for (const [name, x] of Object.entries(toHuggingFaceWeights(model.config, params))) {
        const {shape, floats} = kept.get(`${name}.${part}`)!;
        expect(shape, name).toEqual(weights.get(name)!.shape);
        expect(Array.from(floats), name).toEqual(Array.from(x.data));
      }
    // a matrix of ours is [inputs, outputs]: number (i, j) stands at (j, i) there
    const {weight} = moments.m.layers[0]!.feedForward!.up;
    const [inputs = 0, outputs = 0] = weight.shape;
    const {shape, floats} = kept.get("model.layers.0.mlp.up_proj.weight.exp_avg")!;
    expect(shape).toEqual([outputs, inputs]);
    expect(inputs).not.toBe(outputs);
    expect(floats[2 * inputs + 1]).toBe(weight.data[outputs + 2]);
    expect(floats[2 * inputs + 1]).not.toBe(0);
  });

  it("has the settings and the ids of the run", () => {
    expect(JSON.parse(text("training/settings.json"))).toMatchObject({
      step: 20,
      optimizer: {class: "AdamW", lr: 0.003, weight_decay: 0, betas: [0.9, 0.999], eps: 1e-8},
      schedule: {kind: "cosine", learning_rate: 0.003, warmup: 5, total_steps: 60},
      clip: 0.5,
      batch_size: 2,
      context: 8,
      documents: null
    });
    const {opened: stage} = opened("whale");
    const ids = tensorsOf("training/tokens.safetensors");
    expect(Array.from(ids.get("train")!.ids)).toEqual(Array.from(stage.train));
    expect(Array.from(ids.get("held")!.ids)).toEqual(Array.from(stage.held.subarray(0, 50)));
    expect(text("fsdp.yaml")).toContain("fsdp_transformer_layer_cls_to_wrap: LlamaDecoderLayer\n");
  });

  it("says what it could not take along", async () => {
    await train("lion", ...FEW, "--optimizer", "lion", "--window", "4", "--dropout", "0.1");
    await torch("lion", join(folder, "lion-torch"));
    const at = (name: string) => join(folder, "lion-torch", name);
    expect(
      ["model.gguf", "training/optimizer.safetensors", "training/tokens.safetensors"].filter((name) =>
        existsSync(at(name))
      )
    ).toEqual([]);
    const readme = readFileSync(at("README.md"), "utf8");
    expect(readme).toContain("The run’s optimizer, lion, has no counterpart");
    expect(readme).toContain("There is no model.gguf, since");
    expect(readme).toContain("drops 0.1 of what each part adds");
    expect(readme).toContain("python train.py --judge --text corpus.txt");
    expect(readFileSync(at("fsdp.yaml"), "utf8")).toContain("MistralDecoderLayer");
    expect(isTorchs("muon")).toBe(false);
  });

  it("refuses what is no run of a transformer, and flags of other forms", async () => {
    expect((await torch(out, join(folder, "x"))).err).toContain("transformers reads the folder as it is");
    expect((await torch("whale", join(folder, "x"), "--dtype", "f16")).err).toContain("--dtype: it is for other forms");
    expect((await torch("whale", out)).err).toContain("a folder of its own");
    await train("bigram", "--model", "bigram", "--steps", "1");
    expect((await torch("bigram", join(folder, "x"))).err).toContain("--model transformer");
  });
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;

describe("what a folder for PyTorch says to type", () => {
  /** The commands of its README. */
  const commands = (): readonly string[] =>
    [...text("README.md").matchAll(/```sh\n(.*?)\n```/gs)].flatMap(([, block = ""]) => block.split("\n"));

  it.skipIf(process.platform === "win32")("is read by a shell, and names files that are there", () => {
    expect(commands().length).toBeGreaterThan(10);
    for (const command of commands()) {
      expect(spawnSync("bash", ["-n"], {input: command, encoding: "utf8"}).stderr, command).toBe("");
      for (const [file] of command.matchAll(/\b[\w-]+\.(py|yaml|gguf)\b/g))
        expect(existsSync(join(out, file)), file).toBe(true);
    }
    const flags = new Set(text("train.py").match(/--[a-z-]+(?=")/g));
    const used = commands().flatMap((command) => command.split("train.py")[1]?.match(/--[a-z-]+/g) ?? []);
    expect(used.filter((flag) => !flags.has(flag))).toEqual([]);
    expect(used).toContain("--judge");
  });

  it.skipIf(!hasPython)("is a program of Python, whose schedules are the library’s", () => {
    const cases = SCHEDULES.flatMap((schedule) =>
      [0, 7].map((warmup) => ({
        ...settled("config", transformerLmFields, {corpus: "x"}),
        schedule,
        warmup,
        totalSteps: 53
      }))
    );
    const steps = Array.from({length: 80}, (_, step) => step);
    const settings = cases.map((config) =>
      torchSettings(config as unknown as Training, {step: 0, documents: undefined})
    );
    const program =
      "import json, sys; sys.dont_write_bytecode = True; import train; " +
      "print(json.dumps([[train.rate_at(each['schedule'], step) for step in range(80)] for each in json.load(sys.stdin)]))";
    const {stdout, stderr} = spawnSync("python3", ["-c", program], {
      cwd: out,
      input: JSON.stringify(settings),
      encoding: "utf8"
    });
    expect(stderr).toBe("");
    const theirs = JSON.parse(stdout) as readonly (readonly number[])[];
    cases.forEach((config, i) =>
      steps.map(rateOf(config)).forEach((rate, step) => {
        expect(Math.abs(theirs[i]![step]! - rate), `${config.schedule} ${config.warmup} ${step}`).toBeLessThan(1e-12);
      })
    );
  });
});
