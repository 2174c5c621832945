/** Three models that write names, and how much of what they write is copied from what they have read. */
import {fold, key, timeline} from "/lib/index.js";
import {countNgrams, logProbs, smoothing} from "/lib/stages/markov.js";
import {bengio, heldOutDocuments, sampleFrom, type Writing} from "/lib/stages/neural-lm.js";
import {copied, type Copied} from "./copies.js";
import {documentsOf} from "../../../components/languageModel/documentsOf.js";
import {LEARNED} from "./modelsCompared.js";
import {overfitted} from "./overfitting.js";

/** Names that each writes. */
export const WRITTEN = 400;

/** What a writer copies, and what names copy that nobody has written for it: those that were held out. */
interface Copier {
  readonly written: Copied;
  readonly held: Copied;
}

const write = <P>(model: Writing<P>, params: P): readonly string[] =>
  Array.from({length: WRITTEN}, (_, i) => sampleFrom(model, params, {key: fold(key(3), i), length: 24}));

/** Of an n-gram model of this order, of the network after its steps, and of the one that learned a short list by heart. */
export function copiers(
  corpus: string,
  order: number,
  last: number
): Readonly<Record<"ngram" | "network" | "byHeart", Copier>> {
  const {train, texts, documents, tokenizer} = heldOutDocuments(corpus);
  const listed = (text: string): readonly string[] => text.split("\n").filter((name) => name !== "");
  const [learned, held] = [listed(texts.train), listed(texts.held)];
  const vocabSize = tokenizer.vocabulary.tokens.length;
  const counts = countNgrams(documentsOf(documents, train), {order, vocabSize, begin: documents.begin});
  const counted = smoothing({method: "kneser-ney"})(counts);
  const ngram: Writing<undefined> = {
    tokenizer,
    documents,
    predict: () => (ids) => logProbs(counted, [documents.begin, ...Array.from(ids)])
  };
  const run = timeline(bengio, {corpus, documents: true, scored: 1, ...LEARNED.network.settings}, {history: false});
  const heart = overfitted(corpus, last, last);
  const judged = (names: readonly string[], from: readonly string[]): Copier => ({
    written: copied(
      names.filter((name) => name !== ""),
      from
    ),
    held: copied(held, from)
  });
  return {
    ngram: judged(write(ngram, undefined), learned),
    network: judged(write(run.opened(), run.at(LEARNED.network.steps).state.params), learned),
    byHeart: judged(write(heart.model, heart.state.params), heart.learned)
  };
}
