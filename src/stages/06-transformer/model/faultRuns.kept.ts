/** The runs of the clinic of transformers: the healthy one, and each that is not, with five looks at each. */
import {hash, timeline} from "/lib/index.js";
import {excerpt} from "../../../../tools/corpora.js";
import {baselinesOf} from "../../../components/languageModel/baselines.js";
import {keptLog} from "../../../components/workbench/keptLog.js";
import type {KeptRun} from "../../../components/workbench/workbenchSpec.js";
import {
  faultCases,
  faultConfig,
  faultStart,
  FAULT_EVERY,
  FAULT_SAMPLE,
  FAULT_STEPS,
  isDrawn,
  type FaultyConfig
} from "./faultCases.js";
import {checksOf, type Checks} from "./faultChecks.js";
import {faulty} from "./faulty.js";

/** Measurements from one written text to the next. */
const TEXTS = 6;

/** Run E with what it lacks, for those who read and do not fork. */
const CURED = {id: "e, cured", change: {...faultCases.find(({id}) => id === "e")!.change, warmup: 100}};

const opened = (change: Partial<FaultyConfig>) =>
  timeline(faulty, faultConfig(change, excerpt("moby-dick").text), {history: false});

function kept(change: Partial<FaultyConfig>, baselines: KeptRun["baselines"]): KeptRun & {readonly checks: Checks} {
  const run = opened(change);
  const view = run.opened();
  const frames = Array.from({length: FAULT_STEPS / FAULT_EVERY + 1}, (_, i) => run.at(i * FAULT_EVERY));
  return {
    log: keptLog(frames).map(({step, metrics}) => ({
      step,
      metrics: {...metrics, layers: metrics.layers.filter(({path}) => isDrawn(path))}
    })),
    baselines,
    samples: frames
      .filter((_, i) => i % TEXTS === 0)
      .map(({step, state}) => ({step, text: view.write(state.params, step, FAULT_SAMPLE)})),
    hash: hash(frames.at(-1)!.state),
    checks: checksOf(view, frames.at(-1)!.state.params)
  };
}

export function value(): Readonly<Record<string, KeptRun & {readonly checks: Checks}>> {
  const baselines = baselinesOf(opened({}).opened(), faultStart.scored).map(({name, loss}) => ({
    name,
    loss: Number(loss.toPrecision(6))
  }));
  return Object.fromEntries(
    [{id: "healthy", change: {}}, ...faultCases, CURED].map(({id, change}) => [id, kept(change, baselines)])
  );
}

/** The first steps of each, which a test repeats. */
export const firstSteps = (): string => faultCases.map(({change}) => hash(opened(change).at(5).state)).join(" ");
