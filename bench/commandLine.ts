/**
 * `llmfp train` beside the engine alone: the same thousand steps, once with all that a run has (progress, measurements,
 * checkpoints, samples, as often as they come by default) and once in a loop of `step`; each in a process of its own, by turns.
 * Processor time leaves out what other programs take; the clock has the disk in it.
 */
import {execFileSync} from "node:child_process";
import {fileURLToPath} from "node:url";
import type {Row} from "./suite.js";

const ROUNDS = 3;
const script = fileURLToPath(new URL("commandLineSide.ts", import.meta.url));

interface Took {
  readonly tokens: number;
  /** Milliseconds, by the clock and of the processor. */
  readonly wall: number;
  readonly processor: number;
}

const took = (side: "loop" | "commandLine"): Took =>
  JSON.parse(execFileSync(process.execPath, ["--import", "tsx", script, side], {encoding: "utf8"})) as Took;

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;

export async function rows(): Promise<readonly Row[]> {
  const turns = Array.from({length: ROUNDS}, () => ({theirs: took("loop"), ours: took("commandLine")}));
  const row = (of: "wall" | "processor", unit: string): Row => {
    const rate = (side: "ours" | "theirs"): number =>
      median(turns.map((turn) => (1000 * turn[side].tokens) / turn[side][of]));
    const [ours, theirs] = [rate("ours"), rate("theirs")];
    const workload = "llmfp train, a transformer as it is by default";
    return {suite: "commandLine", workload, unit, ours, peer: "a loop of its step", theirs, ratio: ours / theirs};
  };
  return [row("processor", "tokens/s of processor time"), row("wall", "tokens/s")];
}
