/** The n-gram dashboard: each corpus by order and smoothing, measured on held-out text, when the site is built. */
import {heldOut} from "/lib/index.js";
import bench from "../../bench/kept.json" with {type: "json"};
import {
  countNgrams,
  fitJelinekMercer,
  informationOf,
  jelinekMercer,
  smoothing,
  summary,
  type Ngrams,
  type Predictor,
  type SmoothingSpec
} from "/lib/stages/markov.js";
import {describe, excerpt} from "../../tools/corpora.js";
import type {Dashboard, DashboardCell, DashboardRun} from "./ngramsDashboard.js";

const ORDERS = [0, 1, 2, 3, 4, 5];
const SCORED = 30_000;
const methods: readonly SmoothingSpec["method"][] = [
  "add-k",
  "jelinek-mercer",
  "absolute-discounting",
  "katz",
  "kneser-ney",
  "modified-kneser-ney"
];

const runs: readonly {readonly corpus: string; readonly tokenizer: "characters" | "words"}[] = [
  {corpus: "moby-dick", tokenizer: "characters"},
  {corpus: "moby-dick", tokenizer: "words"},
  {corpus: "sotu", tokenizer: "characters"},
  {corpus: "names", tokenizer: "characters"}
];

function measured({corpus, tokenizer}: (typeof runs)[number], most: number): DashboardRun {
  const {text, ...about} = excerpt(corpus);
  const {tokenizer: made, train, held, parts} = heldOut(text, {tokens: tokenizer});
  // the first half of what is held out chooses the weights of Jelinek–Mercer, the second half judges every method
  const half = held.length >> 1;
  const [chooses, judges] = [held.subarray(0, half), parts.held(half, Math.min(half + SCORED, held.length))];
  const orders = ORDERS.slice(0, 1 + Math.min(most, tokenizer === "words" ? 3 : most));
  const cells = orders.flatMap((order) => {
    const model = countNgrams([{ids: train}], {order, vocabSize: made.vocabulary.tokens.length});
    const {contexts, bytes, singletons, ngrams} = summary(model);
    return methods.map((method): DashboardCell => {
      const {bitsPerCharacter, bitsPerByte, perplexity} = informationOf(fit(model, method, chooses), judges);
      return {order, method, bitsPerCharacter, bitsPerByte, perplexity, contexts, bytes, singletons, ngrams};
    });
  });
  const {documents: _, labels: __, ...shown} = describe({...about, text});
  return {
    corpus: {...shown, documents: []},
    tokenizer,
    vocabSize: made.vocabulary.tokens.length,
    tokens: train.length,
    judged: judges.ids.length,
    cells
  };
}

function fit(model: Ngrams, method: SmoothingSpec["method"], tuning: ArrayLike<number>): Predictor {
  return method === "jelinek-mercer"
    ? jelinekMercer({weights: fitJelinekMercer(model, tuning)})(model)
    : smoothing({method})(model);
}

export const value = (): Dashboard => ({runs: runs.map((run) => measured(run, ORDERS.length - 1)), bench});

/** The last text, which is short, at low orders. */
export const firstSteps = (): DashboardRun => measured(runs.at(-1)!, 2);
