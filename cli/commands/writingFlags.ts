import type {Command} from "commander";
import {ruleOf} from "../sample/rules.js";
import {realOf, wholeOf} from "./command.js";
import type {WritingOptions} from "../sample/requestOf.js";

/** What flags say of how a text is written. */
export interface WritingFlags {
  readonly length: string;
  readonly temperature: string;
  readonly topK?: string;
  readonly topP?: string;
  readonly minP?: string;
  readonly seed: string;
  readonly stop?: readonly string[];
}

/** A flag that may be given several times. */
const collected = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** The flags of every command that writes. */
export const addWritingFlags = (command: Command, length: string): Command =>
  command
    .optionsGroup("How it writes:")
    .option("--length <n>", "tokens at most", length)
    .option("--temperature <x>", "0 takes the likeliest, 1 is the model itself, more is wilder", "0.8")
    .option("--top-k <n>", "draw among the n likeliest tokens (default: all)")
    .option("--top-p <x>", "draw among the likeliest that have this probability together (default: 1)")
    .option("--min-p <x>", "draw among those at least so likely as this share of the likeliest (default: 0)")
    .option("--stop <text>", "end before this text; may be given several times, and \\n is a line break", collected)
    .option("--seed <n>", "what decides all that is drawn", "1");

/** The flags that name one of a run’s checkpoints. */
export const addSourceFlags = (command: Command): Command =>
  command
    .option("--step <n>", "the checkpoint of this step of a run (default: the newest)")
    .option("--best", "the checkpoint that did best on held-out text")
    .option("--runs <dir>", "where runs lie that are named without a folder", "runs");

export interface SourceFlags {
  readonly step?: string;
  readonly best?: boolean;
  readonly runs: string;
}

/** Which checkpoint is meant. @throws UsageError */
export const whichOf = ({step, best}: SourceFlags) => ({
  ...(step !== undefined && {step: wholeOf("--step", step, 0)}),
  ...(best !== undefined && {best})
});

/** Shells pass a line break only with difficulty. */
const unescaped = (text: string): string => text.replaceAll("\\n", "\n").replaceAll("\\t", "\t");

/** @throws UsageError for a flag whose value is none. */
export const choosingOf = (
  flags: WritingFlags
): Pick<WritingOptions, "length" | "rule" | "stop"> & {readonly seed: number} => ({
  length: wholeOf("--length", flags.length, 1),
  seed: wholeOf("--seed", flags.seed, 0),
  stop: (flags.stop ?? []).map(unescaped),
  rule: ruleOf({
    temperature: realOf("--temperature", flags.temperature, {least: 0, most: Infinity}),
    ...(flags.topK !== undefined && {topK: wholeOf("--top-k", flags.topK, 1)}),
    ...(flags.topP !== undefined && {topP: realOf("--top-p", flags.topP, {least: 0, most: 1})}),
    ...(flags.minP !== undefined && {minP: realOf("--min-p", flags.minP, {least: 0, most: 1})})
  })
});
