/** A network and counting beside each other: learned from the same names, judged by the same others. */
import {softmax} from "/lib/index.js";
import {countNgrams, score, smoothing} from "/lib/stages/markov.js";
import {bengio, heldOutDocuments, type BengioConfig} from "/lib/stages/neural-lm.js";
import {documentsOf} from "../../../components/languageModel/documentsOf.js";

/** Losses on held-out names, in nats per token, of the best that each way has. */
export interface Compared {
  readonly names: number;
  readonly network: number;
  /** The step of the network's lowest loss, and which of the networks it was. */
  readonly step: number;
  readonly config: number;
  readonly ngram: number;
  readonly order: number;
  /** Of half of each probability. */
  readonly mixture: number;
}

export interface Sizes {
  /** Names to learn from: the first so many of all that are not held out. */
  readonly names: number;
  readonly steps: number;
  /** From one look at the network to the next: the best look counts, as the best order counts. */
  readonly every: number;
  /** Networks to try, of which the best counts. */
  readonly configs: readonly Omit<BengioConfig, "corpus" | "documents">[];
}

const ORDERS = [1, 2, 3, 4, 5] as const;
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

/** What each token of the names held out costs, by one of the ways to know them. */
interface Known {
  readonly logProbs: readonly number[];
  readonly loss: number;
}

const known = (logProbs: readonly number[]): Known => ({logProbs, loss: -mean(logProbs)});
const better = <K extends Known>(a: K, b: K): K => (b.loss < a.loss ? b : a);

/** A network's best look at what it has not learned. */
function trained(learned: string, judged: string, {steps, every}: Sizes, config: Sizes["configs"][number]) {
  // what this smaller list holds out of itself is next to nothing: it is judged by the names that the whole list held out
  const model = bengio({...config, corpus: learned, documents: true, validation: 1e-9, scored: 1});
  const documents = documentsOf(model.documents!, model.tokenizer.encode(judged)); // the text is one of documents
  const tokens = documents.flatMap(({ids}) => Array.from({length: ids.length - 1}, (_, i) => ({ids, at: i + 1})));
  const looks: (Known & {readonly step: number})[] = [];
  let state = model.model();
  for (let step = 0; step < steps; state = model.step(state, model.data(step++)))
    if (step % every === every - 1) {
      const predict = model.predict(state.params);
      const logProbs = tokens.map(({ids, at}) => Math.log(softmax(predict([...ids.subarray(1, at)]))[ids[at]!]!));
      looks.push({...known(logProbs), step});
    }
  return {...looks.reduce(better), model};
}

/** Trains both on some of the names of a list, one a line, and judges both, and their mixture, by the names held out. */
export function compared(corpus: string, sizes: Sizes): Compared {
  const {texts} = heldOutDocuments(corpus);
  const learned = texts.train.split("\n").slice(0, sizes.names).join("\n");
  const network = sizes.configs
    .map((config, i) => ({...trained(learned, texts.held, sizes, config), config: i}))
    .reduce(better);
  const {tokenizer, train, documents} = network.model;
  const {begin, end} = documents!; // the text is one of documents
  const sequences = documentsOf({begin, end}, train);
  const judged = documentsOf({begin, end}, tokenizer.encode(texts.held));
  const counting = ORDERS.map((order) => {
    const counts = countNgrams(sequences, {order, vocabSize: tokenizer.vocabulary.tokens.length, begin});
    const predictor = smoothing({method: "kneser-ney"})(counts);
    return {order, ...known(judged.flatMap(({ids}) => [...score(predictor, ids, 1)]))};
  }).reduce(better);
  const mixed = known(
    network.logProbs.map((log, i) => Math.log((Math.exp(log) + Math.exp(counting.logProbs[i]!)) / 2))
  );
  return {
    names: learned.split("\n").filter((name) => name !== "").length,
    network: network.loss,
    step: network.step,
    config: network.config,
    ngram: counting.loss,
    order: counting.order,
    mixture: mixed.loss
  };
}
