import {allFinite, fold, key, temperature} from "llm-first-principles";
import type {LmMetrics} from "llm-first-principles/stages/neural-lm";
import {sampleFrom} from "llm-first-principles/stages/neural-lm";
import {of} from "rxjs";
import {disk as ownDisk, type Disk} from "../files/disk.js";
import {appendEntry, type Entry} from "../files/journal.js";
import type {OpenedModel} from "../models/openModel.js";
import {saveState} from "../runs/checkpoints.js";
import {partsOf} from "../runs/folders.js";
import type {RunConfig} from "../runs/runConfig.js";
import type {Seen} from "./trainingRun.js";

/** What is written down of a run. */
export interface Recorder {
  readonly folder: string;
  readonly config: RunConfig;
  readonly opened: OpenedModel;
  /** Seconds that were trained before this process began. */
  readonly before: number;
  readonly disk?: Disk;
}

/** A measurement as a line of metrics.jsonl. */
export function measurement({config, before}: Recorder, {step, seconds, metrics}: Seen): Entry {
  const {layers, ...rest} = metrics as LmMetrics; // it is measured where it is due
  const whole = {step, seconds: Math.round(1000 * (before + seconds)) / 1000, ...rest};
  return config.layerMetrics ? {...whole, layers} : whole;
}

/** How the samples of a run are drawn: not quite as likely as the model says, so that they can be read. */
const TEMPERATURE = 0.8;

function sampleAt({opened, config}: Recorder, {step, state}: Seen): string {
  const seed = Number(config.config["seed"]);
  return sampleFrom(opened, state.params, {
    key: fold(fold(key(seed), 2), step),
    length: config.sampleLength,
    rule: temperature(TEMPERATURE)
  });
}

/**
 * Writes down what is due at a step; a checkpoint last, so that all that it follows is there when it is.
 *
 * @throws what the disk throws; NotFiniteError for a state that no run can go on from.
 */
export function record(recorder: Recorder, seen: Seen): void {
  const {folder, config, disk = ownDisk} = recorder;
  const {step, state, due} = seen;
  const {metrics, samples} = partsOf(folder);
  if (due.measured) appendEntry(metrics, measurement(recorder, seen), disk);
  if (due.sampled) appendEntry(samples, {step, text: sampleAt(recorder, seen)}, disk);
  if (!due.saved) return;
  if (seen.stopped) checkFinite(seen);
  saveState(
    folder,
    state,
    {keep: config.keep, validationLoss: due.measured ? seen.metrics?.validationLoss : undefined},
    disk
  );
}

/** The pipeline looks at states whose saving was foreseen; one where a run is stopped was not. */
function checkFinite({step, state}: Seen): void {
  of({step, state, metrics: undefined})
    .pipe(allFinite((frame) => frame.state))
    .subscribe({
      error: (error: unknown) => {
        throw error;
      }
    });
}
