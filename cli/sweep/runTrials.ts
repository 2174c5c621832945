import {spawn} from "node:child_process";
import {existsSync, rmSync} from "node:fs";
import {extname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {filter, from, mergeMap, Observable} from "rxjs";
import {partsOf} from "../runs/folders.js";
import type {Stop} from "../stopSignals.js";
import {outcomeOf, type Outcome} from "./summary.js";
import type {SweepPlan, Trial} from "./sweepPlan.js";
import {flagsOf} from "./vary.js";

/** A trial that has ended, for whatever reason. */
interface Ended {
  readonly outcome: Outcome;
  readonly code: number;
  /** What it said when it failed. */
  readonly said: string;
}

/** This command line, as a process is made of it: compiled or from its source. */
const program = fileURLToPath(new URL(`../llmfp${extname(import.meta.url)}`, import.meta.url));

/** What a trial is trained by: begun, or gone on with. */
function argumentsOf(
  folder: string,
  {model, corpus, field, license, steps, settings}: SweepPlan,
  trial: Trial
): readonly string[] {
  const path = join(folder, trial.name);
  if (existsSync(partsOf(path).config)) return ["train", "--resume", trial.name, "--runs", folder, "--json"];
  rmSync(path, {recursive: true, force: true}); // made, and killed before anything was decided
  const own = flagsOf({steps, ...settings, ...trial.settings});
  return [
    "train",
    ...corpus,
    "--model",
    model,
    "--runs",
    folder,
    "--name",
    trial.name,
    "--license",
    license,
    "--json",
    ...(field === undefined ? [] : ["--field", field]),
    ...own
  ];
}

/** Trains a trial in a process of its own. Whoever unsubscribes, or a signal, has it save and end. */
function trained(folder: string, plan: SweepPlan, trial: Trial, stop: Observable<Stop>): Observable<Ended> {
  return new Observable((subscriber) => {
    const child = spawn(process.execPath, [...process.execArgv, program, ...argumentsOf(folder, plan, trial)], {
      stdio: ["ignore", "ignore", "pipe", "ipc"], // by the channel it notices when this process is killed, and saves and ends
      detached: process.platform !== "win32" // Ctrl-C reaches it once, by way of this process: twice would kill it unsaved
    });
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => void (said += chunk.toString()));
    child.on("error", (error) => subscriber.error(error));
    child.on("close", (code) => {
      subscriber.next({outcome: outcomeOf(folder, plan, trial), code: code ?? 1, said});
      subscriber.complete();
    });
    subscriber.add(stop.subscribe(({signal}) => child.kill(signal)));
    subscriber.add(() => child.exitCode === null && child.kill("SIGTERM"));
  });
}

/** Trains all trials that are not done, so many at once. After a signal those that run are ended, and no other begins. */
export function runTrials(
  folder: string,
  plan: SweepPlan,
  parallel: number,
  stop: Observable<Stop>
): Observable<Ended> {
  return new Observable((subscriber) => {
    let stopped = false;
    subscriber.add(stop.subscribe(() => void (stopped = true)));
    subscriber.add(
      from(plan.trials)
        .pipe(
          filter((trial) => !outcomeOf(folder, plan, trial).done),
          mergeMap((trial) => (stopped ? [] : trained(folder, plan, trial, stop)), parallel)
        )
        .subscribe(subscriber)
    );
  });
}
