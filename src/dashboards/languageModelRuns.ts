/** Counts, windows, recurrent cells and a transformer, learned from one text and judged by the same held-out half. */
import {describe} from "../../tools/corpora.js";
import {countNgrams, score, smoothing, summary} from "/lib/stages/markov.js";
import {bengio, clusteredMean, heldOutDocuments, type LmText} from "/lib/stages/neural-lm.js";
import * as t from "/lib/tensor.js";
import {documentsOf} from "../components/languageModel/documentsOf.js";
import {halvesOf, lossOn, tokensIn, totalsOf, type Costs, type Halves} from "./judged.js";
import {judgedBy, networksOf, opened, type Charge, type Named, type Task} from "./languageModelNetworks.js";
import type {Look, ModelResult, Pair, SeedRun, TextResult} from "./languageModels.js";
import {chosen} from "./chosen.js";
import {rounded} from "./rounded.js";

const ORDERS = [1, 2, 3, 4, 5] as const;
export const SEEDS = [1, 2, 3] as const;
const LOOKS = 14;
export const CHOOSES = 4000; // tokens of the half that chooses, at most
const add = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** A model with the costs of what is held out. */
interface Known {
  readonly result: Omit<ModelResult, "chooses" | "test" | "error">;
  readonly costs: Costs;
}

/** What counts of some orders are, and what each charges for held-out tokens. */
export function countsOf(text: LmText, orders: readonly number[]) {
  const {train, held, documents} = text;
  const vocabSize = text.tokenizer.vocabulary.tokens.length;
  const sequences = documents === undefined ? [{ids: train}] : documentsOf(documents, train);
  return orders.map((order) => {
    const begin = documents === undefined ? {} : {begin: documents.begin};
    const counts = countNgrams(sequences, {order, vocabSize, ...begin});
    const predictor = smoothing({method: "kneser-ney"})(counts);
    const logs =
      documents === undefined
        ? [...score(predictor, held, 0)]
        : documentsOf(documents, held).flatMap(({ids}) => [...score(predictor, ids, 1)]);
    return {order, counts, costs: Float64Array.from(logs, (x) => -x)};
  });
}

/** The best order of counting, and what each came to on the half that chooses. */
function counted(text: LmText, {chooses}: Halves): Known & {readonly orders: TextResult["orders"]} {
  const all = countsOf(text, ORDERS).map((one) => ({...one, chooses: rounded(lossOn(chooses, one.costs))}));
  const best = chosen(all);
  const numbers = add(all.filter(({order}) => order <= best.order).map(({counts}) => summary(counts).ngrams));
  return {
    orders: all.map(({order, chooses}) => ({order, chooses})),
    costs: best.costs,
    result: {
      model: "ngram",
      about: `Kneser–Ney, ${best.order} tokens of context`,
      numbers,
      bytes: summary(best.counts).bytes,
      multiplyAdds: 0,
      tokensPerStep: 0,
      looks: [],
      seeds: []
    }
  };
}

/** Moments to look at, the more the earlier: a network learns most at first. */
const looksOf = (steps: number): readonly number[] => [
  ...new Set(Array.from({length: LOOKS + 1}, (_, i) => Math.round(steps * (i / LOOKS) * (i / LOOKS))))
];

/** The best seed of a network at its best look, both chosen by the half that chooses. */
export function learned(
  {make, tokensPerStep, multiplyAdds, ...named}: Named,
  tokens: number,
  seeds: readonly number[],
  {chooses, test}: Halves
): Known {
  const steps = Math.max(1, Math.round(tokens / tokensPerStep));
  const runs = seeds.map((seed) => {
    const network = make(seed, steps);
    const looks: Look[] = [];
    let best: {readonly step: number; readonly loss: number; readonly charge: Charge} | undefined;
    network.train(looksOf(steps), (step, charge) => {
      const loss = lossOn(chooses, charge(chooses));
      looks.push({step, loss: rounded(loss)});
      if (best === undefined || loss < best.loss) best = {step, loss, charge};
    });
    const {charge, ...found} = best!; // of at least one look
    return {seed, looks, network, ...found, costs: charge([...chooses, ...test])};
  });
  const best = runs.reduce((a, b) => (b.loss < a.loss ? b : a));
  const {shapes} = best.network;
  const numbers = add(shapes.map(([, shape]) => t.sizeOf(shape)));
  // each number of a matrix is multiplied once, but those of the table of vectors are looked up
  const matrices = shapes.filter(([path, {length}]) => length === 2 && !path.startsWith("embedding"));
  return {
    costs: best.costs,
    result: {
      ...named,
      numbers,
      bytes: 4 * numbers,
      multiplyAdds: multiplyAdds ?? add(matrices.map(([, shape]) => t.sizeOf(shape))),
      tokensPerStep,
      looks: best.looks,
      seeds: runs.map(({seed, step, loss, costs}): SeedRun => ({
        seed,
        step,
        chooses: rounded(loss),
        test: rounded(lossOn(test, costs))
      }))
    }
  };
}

/** All models on one text. */
export function modelsOn(task: Task, seeds: readonly number[] = SEEDS): TextResult {
  const source = opened(task);
  const {config, held} = source;
  const text = judgedBy(bengio({...config, scored: 1}), held);
  const halves = halvesOf(text, CHOOSES);
  const {test, chooses} = halves;
  const {orders, ...ngram} = counted(text, halves);
  const networks = networksOf(source).map((named) => learned(named, task.tokens, seeds, halves));
  const known = [ngram, ...networks];
  const tokens = tokensIn(test);
  const pairs = known.flatMap(({result: {model: first}, costs: a}, i) =>
    known.slice(i + 1).map(({result: {model: second}, costs: b}): Pair => {
      const theirs = totalsOf(test, b);
      const more = totalsOf(test, a).map((nats, j) => nats - theirs[j]!);
      const {mean, standardError} = clusteredMean(more, tokens);
      return {first, second, difference: rounded(mean), error: rounded(standardError)};
    })
  );
  const [from, end] = [test[0]!.from, test.at(-1)!.end];
  // one token is one character, by whatever vocabulary: so the whole list's parts have the bytes
  const whole = task.documents === undefined ? text : heldOutDocuments(task.corpus.text);
  const unknown = text.tokenizer.vocabulary.unknown;
  const {documents: _, labels: __, ...shown} = describe(task.corpus);
  return {
    name: task.name,
    observations: text.documents === undefined ? "stretches of 100 characters" : "names",
    corpus: {...shown, documents: []},
    learned: text.train.length,
    tested: add(tokens),
    observed: test.length,
    testBytes: whole.parts.held(from, end).bytes,
    unknown: text.held.slice(from, end).filter((id) => id === unknown).length,
    orders,
    models: known.map(({result, costs}): ModelResult => {
      const {mean, standardError} = clusteredMean(totalsOf(test, costs), tokens);
      return {...result, chooses: rounded(lossOn(chooses, costs)), test: rounded(mean), error: rounded(standardError)};
    }),
    pairs
  };
}
