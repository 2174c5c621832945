/** Perplexity of one text at each order, as a stage: a step measures one order, so that a page can show how far it is. */
import {heldOut, makeAnew, type HeldOut, type Ids, type Stage} from "/lib/index.js";
import {countNgrams, fitJelinekMercer, score, smoothing, type Ngrams, type Predictor} from "/lib/stages/markov.js";
import {smoothingMenu, type SmoothingName} from "./smoothingMenu.js";

export interface OrdersConfig {
  readonly text: string;
  readonly smoothing: SmoothingName;
}

/** How well a model knows a part of a text. */
interface Known {
  /** Nats per character; Infinity if any is excluded. */
  readonly nats: number;
  readonly scored: number;
  /** Characters to which the model gives probability 0. */
  readonly excluded: number;
}

export interface OrderMeasured {
  readonly order: number;
  readonly vocabSize: number;
  /** Contexts of this length that were seen. */
  readonly contexts: number;
  readonly train: Known;
  readonly validation: Known;
}

export const LARGEST_ORDER = 6;
/** Characters of each part that are scored at most, so that a novel is measured in seconds. */
const SCORED = 40_000;

export const vocabSizeOf = ({tokenizer}: Pick<HeldOut, "tokenizer">): number => tokenizer.vocabulary.tokens.length;

/** The predictor that a menu's name stands for. */
export function fitNamed(name: SmoothingName, model: Ngrams, train: Ids): Predictor {
  return name === "jelinek-mercer" && train.length > 20 * (model.order + 1)
    ? smoothing({method: "jelinek-mercer", weights: learntWeights(model, train)})(model)
    : smoothing(smoothingMenu[name])(model);
}

/** Weights from the last tenth of what is counted, under counts of the rest: the validation text stays unseen. */
function learntWeights({order, vocabSize}: Ngrams, train: Ids): readonly number[] {
  const cut = train.length - Math.ceil(0.1 * train.length);
  const rest = countNgrams([{ids: train.subarray(0, cut)}], {order, vocabSize});
  return fitJelinekMercer(rest, train.subarray(cut, cut + SCORED), 15);
}

/** How well a predictor knows the start of a validation text, or the end of a training text. */
export function known(predictor: Predictor, ids: Ids, from = 0): Known {
  const logs = score(predictor, ids, from);
  const sum = logs.reduce((a, b) => a + b, 0);
  return {nats: 0 - sum / logs.length, scored: logs.length, excluded: logs.filter((p) => p === -Infinity).length};
}

export function measureOrder(text: HeldOut, order: number, name: SmoothingName): OrderMeasured {
  const {train, held} = text;
  const vocabSize = vocabSizeOf(text);
  const model = countNgrams([{ids: train}], {order, vocabSize});
  const predictor = fitNamed(name, model, train);
  return {
    order,
    vocabSize,
    contexts: model.levels[order]?.oldest.length ?? 0,
    train: known(predictor, train, Math.max(0, train.length - SCORED)),
    // the end of the training text stands before the validation text: its context
    validation: known(predictor, joined(train.subarray(-order || train.length), held.subarray(0, SCORED)), order)
  };
}

function joined(before: Ids, after: Ids): Ids {
  const all = new Uint32Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  return all;
}

export const perplexityByOrder: Stage<OrdersConfig, number, readonly OrderMeasured[], number> = (
  {text, smoothing: name},
  reuse = makeAnew
) => {
  const parts = reuse("parts", [text], () => heldOut(text));
  return {
    data: (step) => step,
    model: () => [],
    step: (measured, order) => [...measured, measureOrder(parts, order, name)],
    metrics: (measured) => measured.length,
    done: (measured) => measured.length > LARGEST_ORDER
  };
};
