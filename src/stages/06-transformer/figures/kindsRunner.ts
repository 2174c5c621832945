import {remote, strides} from "/lib/index.js";
import {of as first} from "/lib/rxjs.js";
import {bengio, recurrent, type BengioConfig, type LmMetrics, type RecurrentConfig} from "/lib/stages/neural-lm.js";
import {transformerLm, type TransformerLmConfig} from "/lib/stages/transformer.js";
import type {Work} from "../../../components/figure/figure.js";
import {numbersIn} from "../../../components/languageModel/numbersIn.js";
import {abortable} from "../../../components/rx.js";
import type {Seen} from "../../../components/workbench/look.js";
import {
  kindRuns,
  lengthsOf,
  levelsOf,
  LOOKS,
  MOST,
  type KindCourse,
  type KindRun,
  type KindsChoice,
  type KindsResult
} from "../model/kinds.js";
import {networkWorker, transformerWorker} from "./workers.js";

/** A run in a worker, and how many numbers it learns. */
interface Remote<C> extends KindRun<C> {
  readonly worker: () => Worker;
  readonly stage: string;
  readonly parameters: number;
}

const remoteOf = <C>({worker, stage, config}: Remote<C>) => remote<C, Seen, LmMetrics>(worker, {stage, config});

async function courseOf<C>(asked: Remote<C>, {signal, progress}: Work): Promise<KindCourse> {
  const {steps, perStep, parameters} = asked;
  const points: (readonly [number, number])[] = [];
  await abortable(strides(remoteOf(asked), {by: steps / LOOKS, to: steps, budget: 60}), signal, ({step, metrics}) => {
    points.push([Math.round(step * perStep), metrics.validationBitsPerByte]);
    progress({step, of: steps});
  });
  return {points, parameters};
}

/** Trains the three networks, one after the other, in workers, and counts. */
export async function trainKinds(
  text: string,
  documents: boolean,
  choice: KindsChoice,
  {signal, progress}: Work
): Promise<KindsResult> {
  const corpus = text.slice(0, MOST);
  const runs = kindRuns(
    corpus,
    documents,
    choice,
    lengthsOf(transformerLm({corpus, documents, tokens: choice.tokens}))
  );
  const of = runs.window.steps + runs.gru.steps + runs.transformer.steps;
  const after = (before: number): Work => ({signal, progress: ({step}) => progress({step: before + step, of})});
  const window: Remote<BengioConfig> = {
    ...runs.window,
    worker: () => networkWorker("kinds-window"),
    stage: "bengio",
    parameters: numbersIn(bengio(runs.window.config).model().params)
  };
  const gru: Remote<RecurrentConfig> = {
    ...runs.gru,
    worker: () => networkWorker("kinds-gru"),
    stage: "recurrent",
    parameters: numbersIn(recurrent(runs.gru.config).model().params)
  };
  const transformer: Remote<TransformerLmConfig> = {
    ...runs.transformer,
    worker: () => transformerWorker("kinds-transformer"),
    stage: "transformer",
    parameters: numbersIn(transformerLm(runs.transformer.config).model().params)
  };
  const {metrics, state} = await abortable(remoteOf(window).answers(first(0), {look: {baselines: true}}), signal);
  return {
    courses: {
      window: await courseOf(window, after(0)),
      gru: await courseOf(gru, after(window.steps)),
      transformer: await courseOf(transformer, after(window.steps + gru.steps))
    },
    levels: levelsOf(state.baselines ?? [], metrics)
  };
}
