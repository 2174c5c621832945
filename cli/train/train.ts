import {relative} from "node:path";
import {NotFiniteError, StageError, type Finding} from "llm-first-principles";
import {closeFast, closeThreads, NaNError, openThreads} from "llm-first-principles/tensor";
import {filter, lastValueFrom, share, tap, type Observable} from "rxjs";
import {systemFault} from "../errorText.js";
import {CommandError, EXIT} from "../exit.js";
import {disk as ownDisk, type Disk} from "../files/disk.js";
import {openModel, tokensOf} from "../models/openModel.js";
import {savedSteps} from "../runs/checkpoints.js";
import {jsonLine, type Terminal} from "../terminal.js";
import type {Plan} from "./plan.js";
import {measurement, record, type Recorder} from "./recorder.js";
import {showProgress} from "./showProgress.js";
import {streamed} from "./streamed.js";
import type {Stop} from "../stopSignals.js";
import {trainingRun, type Seen} from "./trainingRun.js";

interface TrainOptions {
  readonly threads: number;
  readonly json: boolean;
  /** How the command line would go on with this run. */
  readonly resume: string;
  readonly stop: Observable<Stop>;
  readonly disk?: Disk;
}

/** A path as it is typed from here. */
const shortest = (path: string): string => {
  const here = relative(process.cwd(), path);
  return here === "" || here.startsWith("..") ? path : here;
};

/** Trains a run to its end, or until it is told to stop, and returns the exit code. */
export async function train(plan: Plan, options: TrainOptions, terminal: Terminal): Promise<number> {
  const {json, resume, disk = ownDisk} = options;
  const {folder, config, notes, origin, before} = plan;
  let close = (): void => undefined;
  try {
    await openThreads(options.threads);
    const {opened, close: closeIds} = streamed(
      folder,
      config,
      openModel(config.model, config.config, plan.text),
      terminal.say
    );
    close = closeIds;
    const recorder: Recorder = {folder, config, opened, before, disk};
    for (const note of notes) terminal.say(`${note}\n`);
    terminal.say(
      origin === undefined
        ? `Training ${shortest(folder)}\n`
        : `Going on with ${shortest(folder)} from step ${origin.step}\n`
    );
    let told: Stop | undefined;
    const stop = options.stop.pipe(tap((signal) => void (told = signal)));
    const seen = trainingRun({opened, settings: config, stop, ...(origin !== undefined && {origin})}).pipe(
      tap((now) => record(recorder, now)),
      share()
    );
    const finish = json ? () => undefined : showProgress(seen, opened, config.steps, terminal);
    const measured = seen.pipe(
      tap((now) => {
        if (!json || !now.due.measured) return;
        const tokensPerSecond = now.rate === undefined ? null : now.rate * tokensOf(opened, now.step);
        terminal.out(jsonLine({...measurement(recorder, now), tokensPerSecond}));
      }),
      filter(({due, stopped}) => due.saved || stopped)
    );
    const last = await lastValueFrom(measured, {defaultValue: undefined}).finally(finish);
    return told === undefined ? ended(plan, last, options, terminal) : stopped(plan, told, resume, terminal);
  } catch (error) {
    throw explained(error, folder, resume);
  } finally {
    closeThreads();
    closeFast();
    close();
    plan.unlock();
  }
}

function ended({folder, config}: Plan, last: Seen | undefined, {json}: TrainOptions, terminal: Terminal): number {
  const {metrics} = last ?? {};
  if (json) terminal.out(jsonLine({run: folder, step: config.steps, ended: true}));
  else {
    const held =
      metrics === undefined
        ? ""
        : `, held out ${metrics.validationLoss.toFixed(3)} nats a token, ${metrics.validationBitsPerByte.toFixed(3)} bits a byte`;
    terminal.out(`${shortest(folder)}: ${config.steps} steps${held}\n`);
  }
  terminal.say(`Write with it:  llmfp sample ${shortest(folder)}\n`);
  return EXIT.good;
}

function stopped({folder}: Plan, {code}: Stop, resume: string, terminal: Terminal): number {
  const step = savedSteps(folder).at(-1);
  terminal.say(step === undefined ? `Stopped before the first step.\n` : `Stopped at step ${step}, which is saved.\n`);
  terminal.say(`Go on with it:  ${resume}\n`);
  return code;
}

/** What stopped a run, with what is kept of it and how to go on. */
function explained(error: unknown, folder: string, resume: string): unknown {
  const step = savedSteps(folder).at(-1);
  const kept = {
    name: "kept",
    value: step === undefined ? "no checkpoint was saved yet" : `the checkpoint of step ${step}`
  };
  const fault = systemFault(error);
  if (fault !== undefined)
    return new CommandError(
      shortest(folder),
      `what was trained could not be written: ${fault.rule} (${fault.code})`,
      [kept],
      `${fault.hint}, then go on by ${resume}`,
      {cause: error}
    );
  const place = notFinite(error);
  if (place === undefined) return error;
  return new CommandError(
    shortest(folder),
    `a number was not finite any more at step ${place.step}`,
    [...place.found, kept],
    "a learning rate that is too large is the usual cause: begin anew with a smaller --learning-rate, or with a --warmup",
    {cause: error}
  );
}

/** The step at which numbers left what is finite, and the operation or the place; undefined for other errors. */
function notFinite(error: unknown): {readonly step: string; readonly found: readonly Finding[]} | undefined {
  const cause = error instanceof NotFiniteError && error.cause instanceof StageError ? error.cause.cause : error;
  if (cause instanceof NaNError)
    return {
      step: String(cause.step),
      found: [
        {name: "operation", value: cause.op},
        {name: "parameters", value: cause.param === "" ? "(none)" : cause.param}
      ]
    };
  if (!(error instanceof NotFiniteError)) return undefined;
  const found = error.fault.found.filter(({name}) => name === "path" || name === "value");
  return {step: String(error.step), found};
}
