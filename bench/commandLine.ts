/**
 * `llmfp train` beside the engine alone: the same steps, once with all that a run has (progress, measurements, checkpoints,
 * samples, as often as they come by default) and once in a loop of `step`. Both sides train twenty steps by turns, until a round
 * of what a run does now and then is over. Processor time leaves out what other programs take; the clock has the disk in it.
 */
import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {lastValueFrom, NEVER, share, takeWhile, tap} from "rxjs";
import {modelFields} from "../cli/models/modelFields.js";
import {openModel, tokensOf, type State} from "../cli/models/openModel.js";
import {runFields, type RunSettings} from "../cli/runs/runSettings.js";
import {settle} from "../cli/settings/settle.js";
import {record, type Recorder} from "../cli/train/recorder.js";
import {showProgress} from "../cli/train/showProgress.js";
import {trainingRun} from "../cli/train/trainingRun.js";
import type {Row} from "./suite.js";

const [TURNS, STEPS] = [50, 20] as const;
const WARM = 50; // turns begin and end between two measurements

/** A text of as many kinds of characters as English has, in no order. */
const text = Array.from({length: 200_000}, (_, i) => String.fromCharCode(32 + ((i * 7919 + ((i * i) >> 3)) % 64))).join(
  ""
);

interface Side {
  readonly state: State;
  /** Milliseconds, by the clock and of the processor. */
  readonly wall: number;
  readonly processor: number;
}

async function timedTurn(before: Side, work: () => Promise<State>): Promise<Side> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const state = await work();
  const {user, system} = process.cpuUsage(used);
  return {
    state,
    wall: before.wall + performance.now() - began,
    processor: before.processor + (user + system) / 1000
  };
}

export async function rows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "llmfp-bench-"));
  mkdirSync(join(folder, "checkpoints"));
  const settings = {...(settle(runFields, {}) as unknown as RunSettings), steps: 1_000_000};
  const config = settle(modelFields.transformer, {});
  const opened = openModel("transformer", config, text);
  const corpus = {paths: [], bytes: 0, sha256: ""};
  const run = {command: "train", version: "", model: "transformer", config, corpus, layerMetrics: false} as const;
  const recorder: Recorder = {folder, config: {...run, ...settings}, opened, before: 0};
  const silent = {out: () => undefined, say: () => undefined, live: true, columns: () => 80};

  const loop = async (from: State, steps: number): Promise<State> => {
    let state = from;
    for (let i = 0; i < steps; i++) state = opened.step(state, opened.data(state.step));
    return state;
  };
  const commandLine = async (from: State): Promise<State> => {
    const seen = trainingRun({opened, settings, origin: {step: from.step, state: from}, stop: NEVER}).pipe(
      takeWhile(({step}) => step < from.step + STEPS, true),
      tap((now) => record(recorder, now)),
      share()
    );
    const finish = showProgress(seen, opened, settings.steps, silent);
    const {state} = await lastValueFrom(seen);
    finish();
    return state;
  };
  const start = await loop(opened.model(), WARM);
  let [ours, theirs]: readonly [Side, Side] = [
    {state: start, wall: 0, processor: 0},
    {state: start, wall: 0, processor: 0}
  ];
  for (let turn = 0; turn < TURNS; turn++) {
    theirs = await timedTurn(theirs, () => loop(theirs.state, STEPS));
    ours = await timedTurn(ours, () => commandLine(ours.state));
  }
  rmSync(folder, {recursive: true, force: true});
  const tokens = TURNS * STEPS * tokensOf(opened, 0);
  const row = (of: "wall" | "processor", unit: string): Row => {
    const [a, b] = [(1000 * tokens) / ours[of], (1000 * tokens) / theirs[of]];
    const workload = "llmfp train, a transformer as it is by default";
    return {suite: "commandLine", workload, unit, ours: a, peer: "a loop of its step", theirs: b, ratio: a / b};
  };
  return [row("processor", "tokens/s of processor time"), row("wall", "tokens/s")];
}
