import {availableParallelism} from "node:os";
import {join} from "node:path";
import type {Command} from "commander";
import {share, tap, lastValueFrom} from "rxjs";
import {EXIT, UsageError} from "../exit.js";
import {MODELS, modelFields, type ModelName} from "../models/modelFields.js";
import {runFields, type RunSettings} from "../runs/runSettings.js";
import {addFieldFlags, flagValues} from "../settings/fieldFlags.js";
import {settle} from "../settings/settle.js";
import {jsonLine, type Terminal} from "../terminal.js";
import type {SweepPlan} from "../sweep/sweepPlan.js";
import {commandOf, wholeOf} from "./command.js";

type Options = Readonly<Record<string, unknown>> & {
  readonly vary?: readonly string[];
  readonly random?: string;
  readonly drawSeed: string;
  readonly name?: string;
  readonly runs: string;
  readonly resume?: string;
  readonly field?: string;
  readonly license: string;
  readonly parallel: string;
  readonly json?: boolean;
};

const EXAMPLE = `
llmfp sweep shakespeare.txt --name rates --vary learning-rate=0.001,0.003,0.01 --vary width=32,64 --steps 500
llmfp sweep shakespeare.txt --name drawn --vary learning-rate=0.0001..0.01 --vary layers=1..4 --random 20
llmfp sweep --resume rates
llmfp report runs/rates                                 the curves of all trials`;

const several = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** A new sweep, every one of whose trials has settings that can be. */
async function planned(paths: readonly string[], model: ModelName, options: Options) {
  const [{grid, random, variedOf}, {newSweep}] = await Promise.all([
    import("../sweep/vary.js"),
    import("../sweep/sweepPlan.js")
  ]);
  if (paths.length === 0 || paths.includes("-"))
    throw new UsageError(
      "corpus",
      "there is a text to learn, in files that each trial can read",
      [],
      "name a file or a folder"
    );
  if (options.name === undefined)
    throw new UsageError("--name", "a sweep has a name, which its folder is called by", [], "such as --name rates");
  const fields = {...modelFields[model], ...runFields};
  const varied = (options.vary ?? []).map((given) => variedOf(fields, given));
  if (varied.length === 0)
    throw new UsageError("--vary", "trials differ in something", [], "such as --vary learning-rate=0.001,0.003");
  const trials =
    options.random === undefined
      ? grid(varied)
      : random(varied, wholeOf("--random", options.random, 1), wholeOf("--draw-seed", options.drawSeed, 0));
  const settings = {...flagValues(runFields, options), ...flagValues(modelFields[model], options)};
  const {steps} = settle(runFields, flagValues(runFields, options)) as unknown as RunSettings;
  for (const trial of trials) {
    const all = {...settings, ...trial};
    const of = (known: object) => Object.fromEntries(Object.entries(all).filter(([name]) => name in known));
    settle(runFields, of(runFields));
    settle(modelFields[model], of(modelFields[model]));
  }
  return newSweep(
    options.runs,
    options.name,
    {
      model,
      corpus: paths,
      license: options.license,
      ...(options.field !== undefined && {field: options.field}),
      steps,
      settings
    },
    trials
  );
}

async function run(folder: string, plan: SweepPlan, options: Options, terminal: Terminal): Promise<number> {
  const [{runTrials}, {outcomeOf, ranked, summaryCsv, summaryTable}, {writeWhole}, {stopSignals}] = await Promise.all([
    import("../sweep/runTrials.js"),
    import("../sweep/summary.js"),
    import("../files/writeWhole.js"),
    import("../stopSignals.js")
  ]);
  const outcomes = () => plan.trials.map((trial) => outcomeOf(folder, plan, trial));
  const many = plan.trials.length;
  let code: number = EXIT.good;
  const stop = stopSignals.pipe(
    tap((signal) => void (code = signal.code)),
    share()
  );
  let ended = outcomes().filter(({done}) => done).length;
  terminal.say(`Sweeping ${folder}: ${many} trials${ended > 0 ? `, of which ${ended} are done` : ""}\n`);
  const trials = runTrials(folder, plan, wholeOf("--parallel", options.parallel, 1), stop).pipe(
    tap(({outcome, said}) => {
      const {trial, settings, done, validationLoss} = outcome;
      const held = validationLoss === null ? "nothing measured" : `held out ${validationLoss.toFixed(4)}`;
      const own = Object.entries(settings).map(([name, value]) => `${name} ${String(value)}`);
      if (done) ended++;
      terminal.say(`${ended}/${many}  ${trial}  ${own.join(", ")}: ${held}${done ? "" : ", not done"}\n`);
      if (!done && code === EXIT.good) terminal.say(`${said.trimEnd().replace(/^/gm, "  ")}\n`);
    })
  );
  await lastValueFrom(trials, {defaultValue: undefined});
  const all = outcomes();
  writeWhole(join(folder, "summary.csv"), summaryCsv(all));
  if (options.json === true) for (const outcome of ranked(all)) terminal.out(jsonLine(outcome));
  else terminal.out(summaryTable(all));
  if (code !== EXIT.good) return code;
  return all.every(({done}) => done) ? EXIT.good : EXIT.failed;
}

/** Trains many runs that differ in some settings. Its flags are the settings of the model that is named among the arguments. */
export function sweepCommand(model: ModelName, terminal: Terminal, ended: (code: number) => void): Command {
  const command = commandOf("sweep", "Train runs that differ in some settings, on all cores, and rank them", EXAMPLE)
    .argument("[corpus...]", "files or folders (all .txt, .md, .jsonl and .parquet beneath)")
    .optionsGroup("The sweep:")
    .option(
      "--vary <setting=values>",
      "values between commas (of sizes between |), or a range a..b; several times",
      several
    )
    .option("--random <n>", "trials that are drawn (default: all combinations)")
    .option("--draw-seed <n>", "what decides what is drawn", "1")
    .option("--name <name>", "of the sweep, whose runs lie in its folder")
    .option("--runs <dir>", "where runs lie", "runs")
    .option("--resume <name>", "go on with what is not done of a sweep")
    .option("--parallel <n>", "trials at once", String(availableParallelism()))
    .option("--model <name>", `what is trained: ${MODELS.join(", ")} (default: transformer)`)
    .option("--field <name>", "of records, in .jsonl and .parquet (default: text)")
    .option("--license <text>", "under which the corpus may be used", "unknown")
    .option("--json", "a line of JSON for each trial, the best first")
    .optionsGroup("What all trials have in common:");
  addFieldFlags(command, runFields);
  addFieldFlags(command, modelFields[model]);
  return command.action(async (paths: readonly string[], options: Options) => {
    if (options.resume === undefined) {
      const {folder, plan} = await planned(paths, model, options);
      return ended(await run(folder, plan, options, terminal));
    }
    const {readSweep} = await import("../sweep/sweepPlan.js");
    const told = [
      ...paths,
      ...Object.keys(flagValues({...modelFields[model], ...runFields}, options)),
      ...(options.vary ?? [])
    ];
    if (told.length > 0)
      throw new UsageError(
        "--resume",
        "a sweep goes on as it was planned",
        [{name: "given", value: told[0]!}],
        "leave it out"
      );
    const {folder, plan} = readSweep(options.runs, options.resume);
    ended(await run(folder, plan, options, terminal));
  });
}
