import {join} from "node:path";
import {table} from "../files/table.js";
import {readRun} from "../report/data/readRuns.js";
import {savedSteps} from "../runs/checkpoints.js";
import type {SweepPlan, Trial} from "./sweepPlan.js";
import type {Settings} from "./vary.js";

/** What came of a trial. */
export interface Outcome {
  readonly trial: string;
  readonly settings: Settings;
  /** Whether it has come to its end. */
  readonly done: boolean;
  readonly step: number;
  /** The least loss of held-out text, in nats a token, and what was measured with it; null if nothing was. */
  readonly validationLoss: number | null;
  readonly bitsPerByte: number | null;
  readonly bestStep: number | null;
  readonly seconds: number | null;
}

/** Steps at which a trial ends. */
const stepsOf = (plan: SweepPlan, {settings}: Trial): number =>
  Number(settings["steps"] ?? plan.settings["steps"] ?? plan.steps);

const finite = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);

export function outcomeOf(folder: string, plan: SweepPlan, trial: Trial): Outcome {
  const path = join(folder, trial.name);
  const measured = readRun(path)?.measured ?? [];
  const best = measured
    .filter((entry) => finite(entry["validationLoss"]) !== null)
    .reduce<(typeof measured)[number] | undefined>(
      (a, b) => (a !== undefined && Number(a["validationLoss"]) <= Number(b["validationLoss"]) ? a : b),
      undefined
    );
  const step = savedSteps(path).at(-1) ?? 0;
  return {
    trial: trial.name,
    settings: trial.settings,
    done: step >= stepsOf(plan, trial) && measured.length > 0,
    step,
    validationLoss: finite(best?.["validationLoss"]),
    bitsPerByte: finite(best?.["validationBitsPerByte"]),
    bestStep: best?.step ?? null,
    seconds: finite(measured.at(-1)?.seconds)
  };
}

/** Outcomes, the best first; those of which nothing was measured last. */
export const ranked = (outcomes: readonly Outcome[]): readonly Outcome[] =>
  [...outcomes].sort((a, b) => (a.validationLoss ?? Infinity) - (b.validationLoss ?? Infinity) || 0);

const text = (value: unknown): string => (Array.isArray(value) ? value.join(",") : String(value));

/** Rows of a summary: its header, then each trial. */
function rowsOf(outcomes: readonly Outcome[]): readonly (readonly string[])[] {
  const names = [...new Set(outcomes.flatMap(({settings}) => Object.keys(settings)))];
  return [
    ["trial", ...names, "held out", "bits/byte", "best step", "seconds", "state"],
    ...outcomes.map(({trial, settings, done, step, validationLoss, bitsPerByte, bestStep, seconds}) => [
      trial,
      ...names.map((name) => (settings[name] === undefined ? "" : text(settings[name]))),
      validationLoss?.toFixed(4) ?? "—",
      bitsPerByte?.toFixed(4) ?? "—",
      String(bestStep ?? "—"),
      seconds?.toFixed(1) ?? "—",
      done ? "done" : `step ${step}`
    ])
  ];
}

/** A summary for people. */
export const summaryTable = (outcomes: readonly Outcome[]): string => table(rowsOf(ranked(outcomes)));

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The same for programs: RFC 4180. */
export const summaryCsv = (outcomes: readonly Outcome[]): string =>
  rowsOf(ranked(outcomes))
    .map((row) => `${row.map((cell) => quoted(cell === "—" ? "" : cell)).join(",")}\n`)
    .join("");
