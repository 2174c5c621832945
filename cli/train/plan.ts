import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import type {Origin} from "llm-first-principles";
import {UsageError} from "../exit.js";
import {readCorpus} from "../files/corpus.js";
import {largeText} from "../files/largeText.js";
import {cutFrom, readEntries} from "../files/journal.js";
import {lock} from "../files/lock.js";
import {writeWhole} from "../files/writeWhole.js";
import type {ModelName} from "../models/modelFields.js";
import type {State} from "../models/openModel.js";
import {findBest, newestState, putAside} from "../runs/checkpoints.js";
import {environment} from "../runs/environment.js";
import {checkRunName, makeRunFolder, partsOf, sweep} from "../runs/folders.js";
import {readRunConfig, type RunConfig} from "../runs/runConfig.js";
import {corpusOf, movedCorpus} from "../runs/runCorpus.js";
import type {RunSettings} from "../runs/runSettings.js";
import {settingsText} from "../runs/settingsJson.js";
import {version} from "../version.js";

/** A run that is ready to be computed. */
export interface Plan {
  readonly folder: string;
  readonly config: RunConfig;
  readonly text: string;
  readonly origin?: Origin<State>;
  /** Seconds that were trained before. */
  readonly before: number;
  /** What whoever goes on should know. */
  readonly notes: readonly string[];
  /** Gives the run free for other processes. */
  readonly unlock: () => void;
}

interface NewRun {
  readonly runs: string;
  readonly name: string | undefined;
  readonly paths: readonly string[];
  /** Of records: see `readCorpus`. */
  readonly field?: string | undefined;
  /** Bytes of the end of a text that is not held in memory; undefined of one that is. */
  readonly streamEnd?: number | undefined;
  readonly model: ModelName;
  readonly config: Readonly<Record<string, unknown>>;
  readonly settings: RunSettings;
  readonly layerMetrics: boolean;
  readonly license: string;
  readonly threads: number;
  /** Whether products are fused. */
  readonly fast?: boolean;
}

/** What is kept of a text that is not held in memory: its end. */
function endOf(paths: readonly string[], most: number) {
  const {bytes, files, end} = largeText(paths, most);
  return {
    text: end,
    bytes: Buffer.byteLength(end),
    sha256: createHash("sha256").update(end).digest("hex"),
    files,
    plain: false,
    streamed: {bytes, end: most}
  };
}

/** @throws UsageError for what reads a text in another way than window by window. */
function checkStreamed(model: ModelName, config: NewRun["config"], field: string | undefined): void {
  const refuse = (flag: string, rule: string): UsageError =>
    new UsageError(flag, rule, [], "leave it out, or leave --stream out");
  if (model !== "transformer") throw refuse("--model", "a text is streamed to a transformer");
  if (config["documents"] === true) throw refuse("--documents", "a text is streamed as one, and not by documents");
  if (field !== undefined) throw refuse("--field", "plain text is streamed, and no records");
}

/** Makes the folder of a new run, and writes down what was decided. */
export async function newRun({
  runs,
  name,
  paths,
  field,
  streamEnd,
  model,
  settings,
  license,
  threads,
  fast = false,
  ...rest
}: NewRun): Promise<Plan> {
  const corpus = streamEnd === undefined ? await readCorpus(paths, field) : endOf(paths, streamEnd);
  if (streamEnd !== undefined) checkStreamed(model, rest.config, field);
  const folder = makeRunFolder(runs, name, paths, model);
  const unlock = lock(folder);
  const parts = partsOf(folder);
  const where = paths.map((path) => (path === "-" ? path : resolve(path)));
  const {text, files, plain, ...size} = corpus;
  const config: RunConfig = {
    command: "train",
    version,
    model,
    ...rest,
    corpus: {paths: where, ...size, ...(field !== undefined && {field}), ...(!plain && {kept: true})},
    ...settings
  };
  mkdirSync(parts.checkpoints);
  if (!plain) writeWhole(parts.corpus, text); // it is nowhere else
  writeWhole(parts.data, settingsText({path: where.length === 1 ? where[0] : where, ...size, license, files}));
  writeWhole(parts.environment, settingsText(environment(threads, fast)));
  writeWhole(parts.config, settingsText(config));
  return {folder, config, text, before: 0, notes: [], unlock};
}

interface ResumedRun {
  readonly runs: string;
  readonly name: string;
  /** Where the corpus lies now, if it has moved. */
  readonly paths: readonly string[];
  /** What is to be otherwise from here on. */
  readonly settings: Partial<RunSettings>;
  /** Whether products are fused from here on. */
  readonly fast?: boolean;
}

/** Writes down that a run is fast from here on, which it stays; says what is to be known of one that was. */
function labeled(file: string, fast: boolean): readonly string[] {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, unknown>>) : {};
  const was = before["fast"] === true;
  if (fast && !was) writeWhole(file, settingsText({...before, fast}));
  if (fast === was) return [];
  return [
    fast
      ? "The run began without --fast: from here on its bits are those of this machine alone."
      : "The run was fast before: what it learned then has the bits of the machine that computed it, and what follows from them does, too."
  ];
}

/** Goes on with a run from the newest checkpoint that reads whole, as if it had never stopped. */
export async function resumedRun({runs, name, paths, settings, fast = false}: ResumedRun): Promise<Plan> {
  const folder = join(runs, checkRunName("--resume", name));
  const began = readRunConfig(folder);
  const config: RunConfig = {...began, ...settings};
  const inMemory = paths.length > 0 && began.corpus.streamed === undefined;
  const {text} = inMemory ? await movedCorpus(folder, began, paths) : corpusOf(folder, began);
  const unlock = lock(folder);
  sweep(folder);
  const {state, spoiled} = newestState(folder);
  const step = state?.step ?? 0;
  if (step > config.steps) {
    unlock();
    throw new UsageError(
      "--steps",
      "a run goes on to a step that it has not passed",
      [
        {name: "saved at step", value: String(step)},
        {name: "steps", value: String(config.steps)}
      ],
      `give --steps of more than ${step}`
    );
  }
  putAside(folder, spoiled);
  const parts = partsOf(folder);
  const entries = readEntries(parts.metrics).filter((entry) => entry.step <= step);
  findBest(folder, entries, step);
  for (const journal of [parts.metrics, parts.samples]) cutFrom(journal, step);
  const moved = paths.length > 0 ? {...config.corpus, paths: paths.map((path) => resolve(path))} : config.corpus;
  writeWhole(parts.config, settingsText({...config, corpus: moved} satisfies RunConfig));
  const before = entries.at(-1)?.["seconds"];
  return {
    folder,
    config,
    text,
    ...(state === undefined ? {} : {origin: {step, state}}),
    before: typeof before === "number" ? before : 0,
    notes: [
      ...labeled(parts.environment, fast),
      ...spoiled.map((one) => `The checkpoint of step ${one} cannot be read, and was put aside.`),
      ...(began.version === version
        ? []
        : [`The run began with version ${began.version}; this is ${version}, whose bits may differ.`])
    ],
    unlock
  };
}
