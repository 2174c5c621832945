import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync} from "node:fs";
import {join} from "node:path";
import {FormatError} from "llm-first-principles";
import {loadCheckpoint, saveCheckpoint} from "llm-first-principles/tensor";
import {CommandError} from "../exit.js";
import {disk as ownDisk, type Disk} from "../files/disk.js";
import type {Entry} from "../files/journal.js";
import {writeWhole} from "../files/writeWhole.js";
import type {State} from "../models/openModel.js";
import {partsOf} from "./folders.js";

/** The checkpoint that did best on held-out text. */
interface Best {
  readonly step: number;
  /** Nats per token. */
  readonly validationLoss: number;
}

const nameOf = (step: number): string => `step-${String(step).padStart(7, "0")}.ckpt`;

export const checkpointPath = (folder: string, step: number): string => join(partsOf(folder).checkpoints, nameOf(step));

/** The steps of which a run has a checkpoint, in their order. */
export function savedSteps(folder: string): readonly number[] {
  const {checkpoints} = partsOf(folder);
  if (!existsSync(checkpoints)) return [];
  return readdirSync(checkpoints)
    .flatMap((name) => /^step-(\d+)\.ckpt$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/** The best checkpoint that a run knows of; undefined if there is none. */
export function readBest(folder: string): Best | undefined {
  try {
    const {step, validationLoss} = JSON.parse(readFileSync(partsOf(folder).best, "utf8")) as Best;
    return Number.isSafeInteger(step) && typeof validationLoss === "number" ? {step, validationLoss} : undefined;
  } catch {
    return undefined;
  }
}

/** @throws FormatError for a checkpoint that is not whole; CommandError for a step that has none. */
export function readCheckpoint(folder: string, step: number): State {
  if (!savedSteps(folder).includes(step))
    throw new CommandError(
      folder,
      `there is no checkpoint of step ${step}`,
      [{name: "steps", value: savedSteps(folder).join(", ") || "none"}],
      "name one of these, or leave --step out for the newest"
    );
  return loadCheckpoint(readFileSync(checkpointPath(folder, step))) as State; // what `saveState` has written
}

/** The newest state that reads whole, if there is one, and the steps of newer files that do not. */
export function newestState(folder: string): {readonly state: State | undefined; readonly spoiled: readonly number[]} {
  const spoiled: number[] = [];
  for (const step of [...savedSteps(folder)].reverse())
    try {
      return {state: readCheckpoint(folder, step), spoiled};
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      spoiled.push(step);
    }
  return {state: undefined, spoiled};
}

/** Gives checkpoints that do not read a name by which nobody takes them for whole. */
export function putAside(folder: string, steps: readonly number[]): void {
  for (const step of steps) renameSync(checkpointPath(folder, step), `${checkpointPath(folder, step)}.spoiled`);
}

/**
 * Saves a state; then says that it is the best, if it is; and only then removes what is neither among the newest nor the best.
 *
 * @throws what the disk throws; what was saved before is then as it was.
 */
export function saveState(
  folder: string,
  state: State,
  {keep, validationLoss}: {readonly keep: number; readonly validationLoss: number | undefined},
  disk: Disk = ownDisk
): void {
  mkdirSync(partsOf(folder).checkpoints, {recursive: true});
  writeWhole(checkpointPath(folder, state.step), saveCheckpoint(state), disk);
  const best = readBest(folder);
  const better =
    validationLoss !== undefined &&
    (best === undefined || best.step === state.step || validationLoss < best.validationLoss);
  if (better) writeBest(folder, {step: state.step, validationLoss}, disk);
  const kept = new Set([...savedSteps(folder).slice(-keep), better ? state.step : best?.step]);
  for (const step of savedSteps(folder)) if (!kept.has(step)) disk.remove(checkpointPath(folder, step));
}

/** The best of the checkpoints up to a step, by what was measured; removes what is said of others. */
export function findBest(folder: string, entries: readonly Entry[], step: number, disk: Disk = ownDisk): void {
  const saved = savedSteps(folder).filter((one) => one <= step);
  let best: Best | undefined;
  for (const {step: at, validationLoss} of entries)
    if (
      saved.includes(at) &&
      typeof validationLoss === "number" &&
      !(validationLoss >= (best?.validationLoss ?? Infinity))
    )
      best = {step: at, validationLoss};
  if (best === undefined) disk.remove(partsOf(folder).best);
  else writeBest(folder, best, disk);
}

const writeBest = (folder: string, best: Best, disk: Disk = ownDisk): void =>
  writeWhole(partsOf(folder).best, `${JSON.stringify(best)}\n`, disk);
