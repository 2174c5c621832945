/** One side of the race of bench/commandLine.ts, in a process of its own: `loop` or `commandLine`. Prints what it took as JSON. */
import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {lastValueFrom, NEVER, share, takeWhile, tap} from "rxjs";
import {modelFields} from "../cli/models/modelFields.js";
import {openModel, tokensOf, type OpenedModel, type State} from "../cli/models/openModel.js";
import {runFields, type RunSettings} from "../cli/runs/runSettings.js";
import {settle} from "../cli/settings/settle.js";
import {record, type Recorder} from "../cli/train/recorder.js";
import {showProgress} from "../cli/train/showProgress.js";
import {trainingRun} from "../cli/train/trainingRun.js";

const STEPS = 1000; // a round of all that a run does now and then
const WARM = 50; // so that the race begins and ends between two measurements

/** A text of as many kinds of characters as English has, in no order. */
const text = Array.from({length: 200_000}, (_, i) => String.fromCharCode(32 + ((i * 7919 + ((i * i) >> 3)) % 64))).join(
  ""
);
const config = settle(modelFields.transformer, {});
const opened = openModel("transformer", config, text);

function loop({step, data}: OpenedModel, from: State, steps: number): State {
  let state = from;
  for (let i = 0; i < steps; i++) state = step(state, data(state.step));
  return state;
}

async function commandLine(from: State): Promise<State> {
  const folder = mkdtempSync(join(tmpdir(), "llmfp-bench-"));
  mkdirSync(join(folder, "checkpoints"));
  const settings = {...(settle(runFields, {}) as unknown as RunSettings), steps: 1_000_000};
  const corpus = {paths: [], bytes: 0, sha256: ""};
  const run = {command: "train", version: "", model: "transformer", config, corpus, layerMetrics: false} as const;
  const recorder: Recorder = {folder, config: {...run, ...settings}, opened, before: 0};
  const silent = {out: () => undefined, say: () => undefined, live: true, columns: () => 80};
  const seen = trainingRun({opened, settings, origin: {step: from.step, state: from}, stop: NEVER}).pipe(
    takeWhile(({step}) => step < from.step + STEPS, true),
    tap((now) => record(recorder, now)),
    share()
  );
  const finish = showProgress(seen, opened, settings.steps, silent);
  const {state} = await lastValueFrom(seen);
  finish();
  rmSync(folder, {recursive: true, force: true});
  return state;
}

const start = loop(opened, opened.model(), WARM);
const [began, used] = [performance.now(), process.cpuUsage()];
const end = process.argv[2] === "loop" ? loop(opened, start, STEPS) : await commandLine(start);
const wall = performance.now() - began;
const {user, system} = process.cpuUsage(used);
const tokens = (end.step - start.step) * tokensOf(opened, 0);
console.log(JSON.stringify({tokens, wall, processor: (user + system) / 1000}));
