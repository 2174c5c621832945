import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {CommandError} from "../exit.js";
import {writeWhole} from "../files/writeWhole.js";
import {sourceOf} from "../models/source.js";
import {writeEvents, type ScalarEvent} from "../report/data/eventFile.js";
import {readRun} from "../report/data/readRuns.js";
import type {RunData} from "../report/data/runData.js";

/** What a run measured, as TensorBoard has it: all numbers of a step, and when they were measured. */
function eventsOf({measured, environment}: RunData): readonly ScalarEvent[] {
  const began = Date.parse(String(environment["date"])) / 1000;
  return measured.map(({step, seconds = 0, ...entry}) => ({
    step,
    wallTime: (Number.isFinite(began) ? began : 0) + seconds,
    values: Object.fromEntries(
      Object.entries(entry).flatMap(([name, value]) =>
        typeof value === "number" && Number.isFinite(value) ? [[name, value] as const] : []
      )
    )
  }));
}

/** Writes what a run measured into a folder for TensorBoard, and returns how many bytes that are. @throws CommandError for what is no run. */
export function exportEvents(name: string, runs: string, out: string): number {
  const source = sourceOf(name, runs);
  const run = source.kind === "run" ? readRun(source.folder) : undefined;
  if (run === undefined)
    throw new CommandError(name, "TensorBoard shows what runs have measured", [], "name a run of llmfp train’s");
  const events = eventsOf(run);
  if (events.length === 0)
    throw new CommandError(name, "the run has measured something", [], "train it on, with llmfp train --resume");
  const file = writeEvents(events);
  mkdirSync(out, {recursive: true});
  // a second export of a run takes the place of the first
  writeWhole(join(out, `events.out.tfevents.${Math.floor(events[0]!.wallTime)}.llmfp`), file);
  return file.length;
}
