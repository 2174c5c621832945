/** The models of the first three stages on the same names: learned from nine tenths, chosen by a twentieth, tested on another. */
import {logSoftmax, timeline} from "/lib/index.js";
import {countNgrams, score, smoothing, type SmoothingSpec} from "/lib/stages/markov.js";
import {bengio, heldOutDocuments, neuralBigram, recurrent, type LmView} from "/lib/stages/neural-lm.js";
import {documentsOf} from "../../../components/languageModel/documentsOf.js";
import {type Evaluated, type ModelName} from "./evaluated.js";
import {writeLogits} from "./logitCode.js";
import {bestTemperature} from "./reheated.js";

const ORDERS = [1, 2, 3, 4, 5, 6] as const;

/** What each model is told besides the text, and how many steps it learns. */
export const LEARNED = {
  neuralBigram: {steps: 600, settings: {}},
  network: {steps: 2000, settings: {context: 8, width: 16, hidden: [128], learningRate: 0.003, batchSize: 64}},
  gru: {
    steps: 300,
    settings: {cell: "gru", width: 16, hidden: 64, seqLen: 32, batchSize: 32, learningRate: 0.003}
  }
} as const;

interface Row {
  readonly logits: ArrayLike<number>;
  readonly label: number;
}

/** The log-probability of each token, document by document. */
type Scores = readonly (readonly number[])[];

const add = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const lossOf = (scores: Scores): number => -add(scores.flat()) / scores.flat().length;

export function modelsCompared(corpus: string, share = 1): Evaluated {
  const {held, train, texts, documents: ends, tokenizer} = heldOutDocuments(corpus);
  const names = texts.held.split("\n").filter((name) => name !== "");
  const judged = documentsOf(ends, held);
  const half = Math.floor(names.length / 2);
  const vocabSize = tokenizer.vocabulary.tokens.length;
  const sequences = documentsOf(ends, train);

  const counted = (order: number, spec: SmoothingSpec): Scores => {
    const model = smoothing(spec)(countNgrams(sequences, {order, vocabSize, begin: ends.begin}));
    return judged.map(({ids}) => [...score(model, ids, 1)]);
  };
  const rowsOf = <P>(model: Pick<LmView<P>, "predict">, params: P): readonly (readonly Row[])[] => {
    const predict = model.predict(params);
    return judged.map(({ids}) =>
      Array.from(ids.subarray(1), (label, i) => ({logits: predict([...ids.subarray(1, i + 1)]), label}))
    );
  };
  const scored = (rows: readonly (readonly Row[])[]): Scores =>
    rows.map((row) => row.map(({logits, label}) => logSoftmax(logits)[label]!));
  const text = {corpus, documents: true, scored: 1} as const;
  const after = (steps: number): number => Math.max(1, Math.round(steps * share));
  const network = (seed: number): readonly (readonly Row[])[] => {
    const run = timeline(bengio, {...text, ...LEARNED.network.settings, seed}, {history: false});
    return rowsOf(run.opened(), run.at(after(LEARNED.network.steps)).state.params);
  };
  const gru = timeline(recurrent, {...text, ...LEARNED.gru.settings}, {history: false});
  const pairs = timeline(neuralBigram, {...text, ...LEARNED.neuralBigram.settings}, {history: false});

  const orders = ORDERS.map((order) => ({order, scores: counted(order, {method: "kneser-ney"})}));
  const best = orders.reduce((a, b) => (lossOf(b.scores.slice(0, half)) < lossOf(a.scores.slice(0, half)) ? b : a));
  const rows = network(1); // the seed that models have unless told
  const own = scored(rows);
  const scores: Readonly<Record<ModelName, Scores>> = {
    unigram: counted(0, {method: "add-k", k: 0.01}),
    bigram: orders[0]!.scores,
    neuralBigram: scored(rowsOf(pairs.opened(), pairs.at(after(LEARNED.neuralBigram.steps)).state.params)),
    gru: scored(rowsOf(gru.opened(), gru.at(after(LEARNED.gru.steps)).state.params)),
    network: own,
    again: scored(network(2)),
    ngram: best.scores,
    mixture: best.scores.map((list, i) => list.map((x, j) => Math.log((Math.exp(x) + Math.exp(own[i]![j]!)) / 2)))
  };
  const chosenBy = rows.slice(0, half).flat();
  const each = <T>(f: (scores: Scores) => T): Readonly<Record<ModelName, T>> =>
    Object.fromEntries(Object.entries(scores).map(([name, list]) => [name, f(list)])) as Record<ModelName, T>;
  return {
    names: names.slice(half),
    nats: each((list) => list.slice(half).map((row) => Number((-add(row)).toFixed(4)))),
    logits: rows
      .slice(half)
      .flat()
      .map(({logits}) => writeLogits(logits)),
    labels: rows
      .slice(half)
      .flat()
      .map(({label}) => label),
    chosen: {
      order: best.order,
      temperature: bestTemperature({
        logits: chosenBy.map(({logits}) => logits),
        labels: chosenBy.map(({label}) => label)
      })
    },
    validation: each((list) => Number(lossOf(list.slice(0, half)).toFixed(5)))
  };
}
