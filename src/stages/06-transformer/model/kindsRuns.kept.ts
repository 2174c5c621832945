/** Four kinds of model on the opening of Moby Dick: each network reads as many characters, and counting reads all at once. */
import {hash, timeline, type Stage} from "/lib/index.js";
import {bengio, recurrent, type LmMetrics} from "/lib/stages/neural-lm.js";
import {transformerLm} from "/lib/stages/transformer.js";
import {excerpt} from "../../../../tools/corpora.js";
import {baselinesOf} from "../../../components/languageModel/baselines.js";
import {numbersIn} from "../../../components/languageModel/numbersIn.js";
import {KEPT, kindRuns, lengthsOf, levelsOf, LOOKS, type KindCourse, type KindRun, type KindsResult} from "./kinds.js";

const rounded = (x: number): number => Number(x.toFixed(4));

function runs() {
  const corpus = excerpt("opening").text;
  return kindRuns(corpus, false, KEPT, lengthsOf(transformerLm({corpus})));
}

function courseOf<C, B, S extends {readonly params: object}>(
  stage: Stage<C, B, S, LmMetrics>,
  {config, steps, perStep}: KindRun<C>
): KindCourse {
  const run = timeline(stage, config, {history: false});
  const points = Array.from({length: LOOKS + 1}, (_, i): KindCourse["points"][number] => {
    const step = (i * steps) / LOOKS;
    return [Math.round(step * perStep), rounded(run.at(step).metrics.validationBitsPerByte)];
  });
  return {points, parameters: numbersIn(run.at(0).state.params)};
}

export function value(): KindsResult {
  const {window, gru, transformer} = runs();
  const opened = bengio(window.config);
  const {metrics} = timeline(bengio, window.config, {history: false}).at(0);
  return {
    courses: {
      window: courseOf(bengio, window),
      gru: courseOf(recurrent, gru),
      transformer: courseOf(transformerLm, transformer)
    },
    levels: levelsOf(baselinesOf(opened, opened.held.length), metrics).map((level) => ({
      ...level,
      bitsPerByte: rounded(level.bitsPerByte)
    }))
  };
}

/** The first steps of each, which a test repeats. */
export function firstSteps(): string {
  const {window, gru, transformer} = runs();
  return hash([
    hash(timeline(bengio, window.config, {history: false}).at(3).state),
    hash(timeline(recurrent, gru.config, {history: false}).at(3).state),
    hash(timeline(transformerLm, transformer.config, {history: false}).at(3).state)
  ]);
}
