import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {readEvents, type ScalarEvent} from "./eventFile.js";
import type {RunData} from "./runData.js";

/** What others call the measures of a run; whatever else they measure keeps its name. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(loss|train(ing)?[/_]loss|loss[/_]train(ing)?)$/i, "batchLoss"],
  [/^((val(id(ation)?)?|eval|test)[/_]loss|loss[/_](val(id(ation)?)?|eval|test))$/i, "validationLoss"],
  [/^((train(ing)?[/_])?(lr|learning[_-]?rate))$/i, "learningRate"],
  [/^((train(ing)?[/_])?grad(ient)?[/_]?norm)$/i, "gradientNorm"]
];

const nameOf = (tag: string): string => NAMES.find(([pattern]) => pattern.test(tag))?.[1] ?? tag;

/** Numbers of the same step, which some programs write one by one, beside each other; of two of a name the later. */
function measuredOf(events: readonly ScalarEvent[]): RunData["measured"] {
  const began = Math.min(...events.map(({wallTime}) => wallTime));
  const steps = new Map<number, RunData["measured"][number]>();
  for (const {step, wallTime, values} of [...events].sort((a, b) => a.wallTime - b.wallTime)) {
    const named = Object.entries(values).map(([tag, value]) => [nameOf(tag), value] as const);
    steps.set(step, {...steps.get(step), ...Object.fromEntries(named), step, seconds: wallTime - began});
  }
  return [...steps.values()].sort((a, b) => a.step - b.step);
}

/** The run that TensorBoard’s files in a folder tell of; undefined if there are none with numbers in them. */
export function readEventRun(folder: string): RunData | undefined {
  const files = readdirSync(folder)
    .filter((name) => name.includes("tfevents"))
    .sort();
  const events = files.flatMap((name) => readEvents(readFileSync(join(folder, name))));
  if (events.length === 0) return undefined;
  const measured = measuredOf(events);
  return {
    name: basename(folder),
    model: "TensorBoard",
    steps: measured.at(-1)!.step,
    config: {},
    corpus: [],
    environment: {},
    tokensPerStep: null, // its files do not tell
    measured,
    samples: []
  };
}
