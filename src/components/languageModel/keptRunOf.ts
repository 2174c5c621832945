import {hash, type Timeline} from "/lib/index.js";
import type {LmMetrics, LmState, LmView} from "/lib/stages/neural-lm.js";
import {keptLog} from "../workbench/keptLog.js";
import type {KeptRun} from "../workbench/workbenchSpec.js";
import {baselinesOf} from "./baselines.js";
import {samplesOf} from "./samplesOf.js";

interface KeptRunOptions {
  readonly steps: number;
  /** Steps from one measurement to the next. */
  readonly every: number;
  /** Measurements from one written text to the next. */
  readonly texts: number;
  /** Held-out tokens that the baselines are judged by, at most. */
  readonly scored: number;
  readonly sample: {readonly length: number; readonly temperature: number};
  /** Layers whose courses are kept, of all paths; all, unless it is told. */
  readonly drawn?: (paths: readonly string[]) => readonly string[];
}

/** What lies behind a workbench of a language model before anything trains: measures, texts, what counting reaches. */
export function keptRunOf<C, P, S extends LmState<P>>(
  run: Timeline<C, S, LmMetrics, unknown>,
  model: LmView<P>,
  {steps, every, texts, scored, sample, drawn}: KeptRunOptions
): KeptRun {
  const frames = Array.from({length: steps / every + 1}, (_, i) => run.at(i * every));
  return {
    log: keptLog(frames, drawn),
    baselines: baselinesOf(model, scored).map(({name, loss}) => ({name, loss: Number(loss.toPrecision(6))})),
    samples: frames
      .filter((_, i) => i % texts === 0)
      .map(({step, state}) => ({step, text: samplesOf(model, state.params, {...sample, seed: 1, step})})),
    hash: hash(frames.at(-1)!.state)
  };
}
