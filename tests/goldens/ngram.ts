import {log} from "../../lib/core/math/log.js";
import {countNgrams} from "../../lib/stages/01-markov/countNgrams.js";
import {ngramsOfLength} from "../../lib/stages/01-markov/counts.js";
import type {Ngrams} from "../../lib/stages/01-markov/ngrams.js";
import {absoluteDiscounting} from "../../lib/stages/01-markov/smoothing/absoluteDiscounting.js";
import {addK} from "../../lib/stages/01-markov/smoothing/addK.js";
import {jelinekMercer, jelinekMercerEm} from "../../lib/stages/01-markov/smoothing/jelinekMercer.js";
import {katz} from "../../lib/stages/01-markov/smoothing/katz.js";
import {kneserNey, modifiedKneserNey} from "../../lib/stages/01-markov/smoothing/kneserNey.js";
import {maximumLikelihood} from "../../lib/stages/01-markov/smoothing/maximumLikelihood.js";
import {distribution, score, type Predictor} from "../../lib/stages/01-markov/smoothing/predictor.js";
import {stupidBackoff} from "../../lib/stages/01-markov/smoothing/stupidBackoff.js";
import type {Check, GoldenCase} from "./types.js";

// the files call the length of an n-gram its order; ours is the length of its context
const contextLength = (order: number): number => order - 1;

const idsOf = (golden: GoldenCase, list: string, text: string): readonly number[][] => {
  const {inputs} = golden;
  if (inputs[list] !== undefined) return (list === "eval" ? [inputs[list]] : inputs[list]) as number[][];
  const ids = new Map(Array.from(inputs["vocab"] as string, (c, id) => [c, id]));
  return [Array.from(inputs[text] as string, (c) => ids.get(c)!)];
};

const modelOf = (golden: GoldenCase, begin?: number): Ngrams => {
  const {order, vocabSize} = golden.config as {order: number; vocabSize: number};
  return countNgrams(
    idsOf(golden, "sequences", "text").map((ids) => ({ids})),
    {order: contextLength(order), vocabSize, ...(begin === undefined ? {} : {begin})}
  );
};

const contexts = ({inputs}: GoldenCase): readonly number[][] => inputs["contexts"] as number[][];
const sum = (xs: ArrayLike<number>): number => Array.from(xs).reduce((a, b) => a + b, 0);

const smoothed =
  (
    predictorOf: (config: GoldenCase["config"]) => (model: Ngrams) => Predictor,
    more?: (predictor: never) => Readonly<Record<string, unknown>>
  ) =>
  (golden: GoldenCase): readonly Check[] => {
    const predictor = predictorOf(golden.config)(modelOf(golden));
    const logProbs = score(predictor, idsOf(golden, "eval", "evalText")[0]!);
    const rows = contexts(golden).map((context) => {
      const p = distribution(predictor, context);
      return p === undefined ? null : Array.from(p);
    });
    const total = sum(logProbs);
    const actual: Readonly<Record<string, unknown>> = {
      probs: rows,
      scores: rows,
      logProb: total,
      logScore: total,
      perplexity: Math.exp(-total / logProbs.length),
      ...more?.(predictor as never)
    };
    return Object.entries(golden.expected).map(([what, expected]) => ({what, actual: actual[what], expected}));
  };

const counts = (golden: GoldenCase): readonly Check[] => {
  const {order, vocabSize, bos, eos} = golden.config as Record<string, number>;
  const sequences = idsOf(golden, "sequences", "text");
  const padded = sequences.map((ids) =>
    bos === undefined ? {ids} : {ids: [...new Array<number>(order! - 1).fill(bos), ...ids, eos!], from: order! - 1}
  );
  const model = countNgrams(padded, {order: contextLength(order!), vocabSize: vocabSize!});
  const describe = (k: number) => {
    const ngrams = ngramsOfLength(model, k);
    const of = new Map<number, number>();
    for (const row of ngrams) of.set(row.at(-1)!, (of.get(row.at(-1)!) ?? 0) + 1);
    return {
      ngrams,
      total: sum(ngrams.map((row) => row.at(-1)!)),
      distinct: ngrams.length,
      contexts: new Set(ngrams.map((row) => row.slice(0, -2).join())).size,
      countOfCounts: [...of].sort(([a], [b]) => a - b)
    };
  };
  const {orders, summary} = golden.expected as {orders?: Record<string, object>; summary?: object};
  if (summary) {
    const all = describe(order!);
    const top = [...all.ngrams].sort((a, b) => b.at(-1)! - a.at(-1)!).slice(0, 10); // a stable sort: ties by ids
    return [{what: "summary", actual: {...all, top, countOfCounts: all.countOfCounts.slice(0, 8)}, expected: summary}];
  }
  return Object.entries(orders!).map(([k, expected]) => ({what: `order ${k}`, actual: describe(+k), expected}));
};

const em = (golden: GoldenCase): readonly Check[] => {
  const {start} = golden.config as {start: number[]};
  const run = jelinekMercerEm(modelOf(golden), golden.inputs["heldOut"] as number[], start);
  const wanted = golden.expected["iterations"] as number[];
  const states = [run.initial];
  while (states.length <= Math.max(...wanted)) states.push(run.step(states.at(-1)!));
  return (golden.expected["states"] as object[]).map((expected, i) => ({
    what: `after ${wanted[i]} iterations`,
    actual: states[wanted[i]!],
    expected
  }));
};

const kenlm = (golden: GoldenCase): readonly Check[] => {
  const {order, vocabSize, bos, eos} = golden.config as Record<string, number>;
  const sequences = (golden.inputs["sequences"] as number[][]).map((ids) => ({ids: [bos!, ...ids, eos!], from: 1}));
  const model = countNgrams(sequences, {order: contextLength(order!), vocabSize: vocabSize!, begin: bos!});
  const predictor = modifiedKneserNey()(model);
  const log10 = (p: number) => log(p) / Math.LN10;
  const rows = contexts(golden).map((context) =>
    Array.from(distribution(predictor, context)!, (p, id) => (id === bos ? null : log10(p)))
  );
  const sentences = (golden.inputs["sentences"] as number[][]).map((ids) =>
    Array.from(score(predictor, [bos!, ...ids, eos!], 1), (x) => x / Math.LN10)
  );
  return [
    {what: "log10Probs", actual: rows, expected: golden.expected["log10Probs"]},
    {what: "sentenceLog10", actual: sentences, expected: golden.expected["sentenceLog10"]},
    {what: "discounts", actual: predictor.discounts, expected: golden.expected["discounts"]}
  ];
};

export const families: Readonly<Record<string, (golden: GoldenCase) => readonly Check[]>> = {
  ngram_counts: counts,
  ngram_mle: smoothed(() => maximumLikelihood()),
  ngram_addk: smoothed(({k}) => addK({k: k as number})),
  ngram_absolute: smoothed(({discounts}) => absoluteDiscounting({discount: discounts as number[]})),
  ngram_kneser_ney: smoothed(({discounts}) => kneserNey({discount: discounts as number[]})),
  ngram_modified_kneser_ney: smoothed(
    () => modifiedKneserNey(),
    ({discounts}: {discounts: unknown}) => ({discounts})
  ),
  ngram_jelinek_mercer: smoothed(({weights}) => jelinekMercer({weights: weights as number[]})),
  ngram_jm_em: em,
  ngram_katz: smoothed(
    ({kMax, unigramAddK}) => katz({kMax: kMax as number, unigramAddK: unigramAddK as number, reserve: false}),
    ({discountRatios}: {discountRatios: readonly unknown[]}) => ({
      discountRatios: Object.fromEntries(discountRatios.map((ratios, k) => [String(k + 2), ratios]))
    })
  ),
  ngram_stupid_backoff: smoothed(({alpha}) => stupidBackoff({alpha: alpha as number})),
  ngram_kenlm: kenlm
};
