/** Kills of a process that trains, at moments that a key draws, and what is left of its run: for a test and for the soak. */
import {readdirSync} from "node:fs";
import {join} from "node:path";
import {key, uniform} from "../../lib/index.js";
import {loadCheckpoint} from "../../lib/tensor.js";
import {readFileSync} from "node:fs";
import {ended, llmfp, SMALL, started, stateOf} from "./command.js";

const OFTEN = ["--every", "20", "--save-every", "20", "--sample-every", "100", "--sample-length", "10"];

interface Kills {
  readonly kills: number;
  /** Moments in which a process was at work on its run, and not yet on its way to it. */
  readonly atWork: number;
  /** Checkpoints that did not read, after any of the kills. */
  readonly corrupt: number;
  /** Most steps that a kill has lost. */
  readonly lost: number;
  /** Whether the run has ended in the state of one that was never killed. */
  readonly same: boolean;
}

/** Checkpoints of a run that do not read. */
function corruptIn(folder: string): number {
  const files = readdirSync(folder).filter((name) => /\.(ckpt|spoiled)$/.test(name));
  return files.filter((name) => {
    try {
      loadCheckpoint(readFileSync(join(folder, name)));
      return false;
    } catch {
      return true;
    }
  }).length;
}

/** Begins a run, kills it again and again while it goes on, then lets it end, and compares it with one that was never killed. */
export async function killed(
  {folder, corpus, runs}: {readonly folder: string; readonly corpus: string; readonly runs: string},
  kills: number,
  steps: number
): Promise<Kills> {
  const flags = ["train", corpus, "--runs", runs, "--steps", String(steps), ...OFTEN, ...SMALL];
  await llmfp(...flags, "--name", "whole");
  const checkpoints = join(runs, "killed/checkpoints");
  const newest = (): number =>
    Math.max(0, ...readdirSync(checkpoints).flatMap((name) => Number(/^step-(\d+)\.ckpt$/.exec(name)?.[1] ?? 0)));
  let [corrupt, lost, atWork] = [0, 0, 0];
  for (let i = 0; i < kills; i++) {
    const child = started(
      i === 0 ? [...flags, "--name", "killed"] : ["train", "--resume", "killed", "--runs", runs, "--json"],
      folder
    );
    const over = ended(child);
    let reached = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      for (const [, step] of chunk.toString().matchAll(/"step":(\d+)/g)) reached = Number(step);
    });
    // the moment is counted from when it works
    await new Promise((resolve) => child.stderr.once("data", resolve));
    await new Promise((resolve) => setTimeout(resolve, 150 * uniform(key(11), i)));
    child.kill("SIGKILL");
    const {code} = await over;
    if (code === 137) atWork++;
    corrupt += corruptIn(checkpoints);
    lost = Math.max(lost, reached - newest());
  }
  await llmfp("train", "--resume", "killed", "--runs", runs);
  const same = stateOf(runs, "killed", steps) === stateOf(runs, "whole", steps);
  return {kills, atWork, corrupt, lost, same};
}
