import type {Command} from "commander";
import {UsageError} from "../exit.js";
import {MODELS, modelFields, modelNamed, type ModelName} from "../models/modelFields.js";
import {runFields, type RunSettings} from "../runs/runSettings.js";
import {addFieldFlags, flagValues} from "../settings/fieldFlags.js";
import {flagOf} from "../settings/flagOf.js";
import {readSettings, settle} from "../settings/settle.js";
import type {Terminal} from "../terminal.js";
import {commandOf, wholeOf} from "./command.js";

type Options = Readonly<Record<string, unknown>> & {
  readonly config?: string;
  readonly name?: string;
  readonly runs: string;
  readonly resume?: string;
  readonly field?: string;
  readonly stream?: boolean;
  readonly streamEnd: string;
  readonly license: string;
  readonly threads: string;
  readonly fast?: boolean;
  readonly layerMetrics?: boolean;
  readonly json?: boolean;
};

const EXAMPLE = `
llmfp train shakespeare.txt --steps 2000 --context 64 --learning-rate 0.003
llmfp train shakespeare.txt --model bengio --help       the settings of another model
llmfp train --resume shakespeare-transformer-1 --steps 4000
llmfp train stories.parquet --field story --tokens subwords
cat *.txt | llmfp train - --tokens subwords --vocab-size 1024 --name mine --json > metrics.jsonl`;

const FAST = "Fast: products are fused, so the bits are those of this machine, and prove nothing on another.\n";
const NOT_FAST = `--fast: Node ${process.version} has no relaxed SIMD, so nothing is fused, and the bits are the same as everywhere; newer Nodes have it.\n`;

/** Trains a model over a text. Its flags are the settings of the model that is named among the arguments. */
export function trainCommand(model: ModelName, terminal: Terminal, ended: (code: number) => void): Command {
  const command = commandOf(
    "train",
    "Train a model over a text, in a folder of its own that a kill does not spoil",
    EXAMPLE
  )
    .argument("[corpus...]", "files, folders (all .txt, .md, .jsonl and .parquet beneath), or - for stdin")
    .optionsGroup("The run:")
    .option("--model <name>", `what is trained: ${MODELS.join(", ")} (default: transformer)`)
    .option(
      "--config <file>",
      "settings as JSON, by the names of the model’s and the run’s flags in camelCase; flags win over it"
    )
    .option("--name <name>", "of the run (default: made of corpus, model and a number)")
    .option("--runs <dir>", "where runs lie", "runs")
    .option("--resume <name>", "go on with a run from its newest checkpoint, to the same bits")
    .option("--field <name>", "of records, in .jsonl and .parquet, and of stdin if it is named (default: text)")
    .option("--stream", "a text larger than memory: its tokens lie on disk, and are learned from its end")
    .option("--stream-end <n>", "bytes of that end, the last share of which is held out", "20000000")
    .option("--license <text>", "under which the corpus may be used", "unknown")
    .option("--threads <n>", "that compute; the bits are the same with any number", "1")
    .option("--fast", "fuse multiplication and addition: sooner on many machines, and not the same bits on all of them")
    .option("--layer-metrics", "measure each parameter too")
    .option("--json", "measurements to stdout, as lines of JSON");
  addFieldFlags(command, runFields);
  command.optionsGroup(`Settings of the ${model}:`);
  addFieldFlags(command, modelFields[model]);
  return command.action(async (paths: readonly string[], options: Options) => {
    const threads = wholeOf("--threads", options.threads, 1);
    const [{newRun, resumedRun}, {train}, {stopSignals}, {openFast}] = await Promise.all([
      import("../train/plan.js"),
      import("../train/train.js"),
      import("../stopSignals.js"),
      import("llm-first-principles/tensor")
    ]);
    const fast = options.fast === true && (await openFast());
    if (options.fast === true) terminal.say(fast ? FAST : NOT_FAST);
    const runFlags = flagValues(runFields, options);
    const modelFlags = flagValues(modelFields[model], options);
    const common = {threads, json: options.json === true, stop: stopSignals};
    const again = (name: string): string =>
      `llmfp train --resume ${name}${options.runs === "runs" ? "" : ` --runs ${options.runs}`}${fast ? " --fast" : ""}`;
    if (options.resume !== undefined) {
      checkResumed(options, modelFlags);
      settle(runFields, runFlags);
      const settings = runFlags as Partial<RunSettings>; // looked at in the line above
      const plan = await resumedRun({runs: options.runs, name: options.resume, paths, settings, fast});
      return ended(await train(plan, {...common, resume: again(options.resume)}, terminal));
    }
    if (paths.length === 0)
      throw new UsageError("corpus", "there is a text to learn", [], "name a file or a folder, or - for stdin");
    const known = [...Object.keys(runFields), ...Object.keys(modelFields[model]).filter((name) => name !== "corpus")];
    const file = options.config === undefined ? undefined : readSettings(options.config, known);
    const settings = settle(runFields, runFlags, file) as unknown as RunSettings;
    const steps = Math.max(1, settings.steps); // a falling schedule is made for the run, unless it is told otherwise
    const told = "totalSteps" in modelFlags || file?.values["totalSteps"] !== undefined;
    const config = settle(modelFields[model], told ? modelFlags : {...modelFlags, totalSteps: steps}, file);
    const streamEnd = options.stream === true ? wholeOf("--stream-end", options.streamEnd, 1) : undefined;
    const {runs, name, field, license, layerMetrics = false} = options;
    const plan = await newRun({
      runs,
      name,
      paths,
      field,
      streamEnd,
      model,
      config,
      settings,
      layerMetrics,
      license,
      threads,
      fast
    });
    const stem = plan.folder.slice(runs.length).replace(/^[/\\]+/, "");
    return ended(await train(plan, {...common, resume: again(stem)}, terminal));
  });
}

/** Refuses what a run has decided when it began. */
function checkResumed(options: Options, modelFlags: Readonly<Record<string, unknown>>): void {
  const decided = ["model", "config", "name", "field", "stream", "layerMetrics"].filter(
    (name) => options[name] !== undefined
  );
  const [first] = [...decided, ...Object.keys(modelFlags)];
  if (first === undefined) return;
  throw new UsageError(
    flagOf(first),
    "a run goes on under the settings that it began with",
    [],
    "leave it out, or begin a new run; --steps, --every, --save-every, --sample-every and --keep may change"
  );
}

/** The model that arguments name, whose settings are the flags that may be used. @throws UsageError */
export function modelAmong(args: readonly string[]): ModelName {
  const at = args.findIndex((arg) => arg === "--model" || arg.startsWith("--model="));
  if (at < 0) return "transformer";
  const name = args[at]!.includes("=") ? args[at]!.slice("--model=".length) : args[at + 1];
  return modelNamed("--model", name);
}
