/** What becomes of a held-out loss when the same names stand in both parts. */
import {countNgrams, score, smoothing} from "/lib/stages/markov.js";
import {heldOutDocuments} from "/lib/stages/neural-lm.js";
import {documentsOf} from "../../../components/languageModel/documentsOf.js";

interface Leak {
  /** The share of the held-out lines that were counted, too. */
  readonly leaked: number;
  /** Nats per token: of all held-out lines, of those that were counted, and of those that were not. */
  readonly loss: number;
  readonly known: number;
  readonly fresh: number;
}

/** Counts a list of which a tenth of the lines is held out, one by one, whether they stand there twice or not. */
export function leakOf(corpus: string, order: number): Leak {
  const {train, texts, held, documents: ends, tokenizer} = heldOutDocuments(corpus);
  const vocabSize = tokenizer.vocabulary.tokens.length;
  const sequences = documentsOf(ends, train);
  const model = smoothing({method: "kneser-ney"})(countNgrams(sequences, {order, vocabSize, begin: ends.begin}));
  const counted = new Set(texts.train.split("\n"));
  const lines = texts.held.split("\n").filter((line) => line !== "");
  const judged = documentsOf(ends, held).map(({ids}, i) => ({
    nats: -score(model, ids, 1).reduce((a, b) => a + b, 0),
    tokens: ids.length - 1,
    known: counted.has(lines[i]!)
  }));
  const lossOf = (list: typeof judged): number =>
    list.reduce((sum, {nats}) => sum + nats, 0) / list.reduce((sum, {tokens}) => sum + tokens, 0);
  return {
    leaked: judged.filter(({known}) => known).length / judged.length,
    loss: lossOf(judged),
    known: lossOf(judged.filter(({known}) => known)),
    fresh: lossOf(judged.filter(({known}) => !known))
  };
}
