/** Context against sparsity, measured: every number of the section on trade-offs, and the data of its figure. */
import {
  coverage,
  heaps,
  heldOut,
  logLogFit,
  measureText,
  toBits,
  vocabularyStatistics,
  wordTokenizer,
  zipf,
  type HeldOut,
  type Ids,
  type TokenPart,
  type Tokenizer
} from "/lib/index.js";
import {
  addK,
  countNgrams,
  fitJelinekMercer,
  informationOf,
  novelty,
  score,
  smoothing,
  summary,
  type Ngrams,
  type Predictor,
  type SmoothingMethod
} from "/lib/stages/markov.js";
import {corpus, excerpt} from "../../../../tools/corpora.js";

const SCORED = 20_000;
const KATZ = 4; // beyond, its sums over unseen tokens take minutes
const methods = ["absolute-discounting", "katz", "kneser-ney", "modified-kneser-ney"] as const;
const short: Readonly<Record<(typeof methods)[number], string>> = {
  "absolute-discounting": "ad",
  katz: "katz",
  "kneser-ney": "kn",
  "modified-kneser-ney": "mkn"
};

const words = (text: string): Tokenizer => wordTokenizer(text, {unknown: "<unk>", minCount: 2});
const counts = ({tokenizer, train}: HeldOut, order: number): Ngrams =>
  countNgrams([{ids: train}], {order, vocabSize: tokenizer.vocabulary.tokens.length});

/** A number, or ∞: a fact is finite, and an excluded token is told as what it is. */
const told = (bits: number): number | string => (Number.isFinite(bits) ? bits : "∞");

function ofOrder(parts: HeldOut, order: number, all: boolean): Record<string, number | string> {
  const {train, held, parts: cut} = parts;
  const model = counts(parts, order);
  const {contexts, ngrams, singletons, bytes} = summary(model);
  const fresh = novelty(model, held);
  const tuning = held.subarray(SCORED, 2 * SCORED);
  const judged = cut.held(0, Math.min(SCORED, held.length));
  const bits = (predictor: Predictor, part: TokenPart) => informationOf(predictor, part).bitsPerCharacter;
  const by = (method: SmoothingMethod): Predictor => smoothing({method})(model);
  const kn = by("kneser-ney");
  const seen = cut.train(0, Math.min(SCORED, train.length));
  const facts: Record<string, number | string> = {
    contexts,
    megabytes: bytes / 1e6,
    once: singletons / ngrams,
    newContexts: fresh.contexts,
    newNgrams: fresh.ngrams,
    mleTrain: bits(by("none"), seen),
    train: bits(kn, seen),
    kn: told(bits(kn, judged)),
    mkn: told(bits(by("modified-kneser-ney"), judged)),
    add1: told(bits(addK({k: 1})(model), judged))
  };
  if (!all) return facts;
  Object.assign(facts, split(kn, by("none"), judged.ids), {turing: singletons / train.length});
  facts["addSmall"] = told(bits(addK({k: 0.01})(model), judged));
  const weights = fitJelinekMercer(model, tuning, 15);
  facts["jm"] = told(bits(smoothing({method: "jelinek-mercer", weights})(model), judged));
  for (const method of methods)
    if (method !== "katz" || order <= KATZ) {
      const value = bits(by(method), judged);
      facts[short[method]] = method === "katz" ? (Number.isFinite(value) ? value.toFixed(2) : "∞") : told(value);
    }
  return facts;
}

/** Mean bits of the tokens whose n-gram was counted, and of those whose n-gram is new. */
function split(predictor: Predictor, counted: Predictor, ids: Ids): Record<string, number> {
  const isNew = score(counted, ids).map((nats) => (nats === -Infinity ? 1 : 0));
  const nats = score(predictor, ids);
  const mean = (kind: number): number => {
    const mine = nats.filter((_, i) => isNew[i] === kind);
    return mine.length === 0 ? 0 : mine.reduce((sum, x) => sum - toBits(x), 0) / mine.length;
  };
  const news = isNew.reduce((sum, x) => sum + x, 0);
  return {seenBits: mean(0), newBits: mean(1), newShare: news / isNew.length};
}

/** Facts of each order, named `corpus.fact.order`, and the order that predicts held-out text best. */
function ofCorpus(name: string, parts: HeldOut, orders: number, all = false): Record<string, number | string> {
  const facts: Record<string, number | string> = {
    [`${name}.tokens`]: parts.train.length,
    [`${name}.held`]: parts.held.length,
    [`${name}.vocabulary`]: parts.tokenizer.vocabulary.tokens.length
  };
  const best = {kn: Infinity, add1: Infinity};
  for (let order = 0; order <= orders; order++) {
    const found = ofOrder(parts, order, all);
    for (const [fact, value] of Object.entries(found)) facts[`${name}.${fact}.${order}`] = value;
    for (const method of ["kn", "add1"] as const) {
      const value = found[method];
      if (typeof value !== "number" || value >= best[method]) continue;
      best[method] = value;
      facts[`${name}.best.${method}`] = order;
      facts[`${name}.least.${method}`] = value;
    }
  }
  return facts;
}

/** Bits per character by how much of the novel's start was counted; the same held-out text throughout. */
function learning({tokenizer, train, parts}: HeldOut): Record<string, number> {
  const facts: Record<string, number> = {};
  const vocabSize = tokenizer.vocabulary.tokens.length;
  for (const size of [1_000, 10_000, 100_000, 1_000_000]) {
    let best = Infinity;
    for (const order of [1, 2, 3, 4, 5, 6]) {
      const model = countNgrams([{ids: train.subarray(train.length - size)}], {order, vocabSize});
      const bits = informationOf(smoothing({method: "kneser-ney"})(model), parts.held(0, SCORED)).bitsPerCharacter;
      facts[`learning.${size}.${order}`] = bits;
      if (bits < best) facts[`learning.${size}.best`] = order;
      best = Math.min(best, bits);
    }
  }
  return facts;
}

/** Bits per byte of the same held-out text by characters and by words; an unknown word is paid for letter by letter. */
function bitsPerByte(byCharacter: HeldOut, byWord: HeldOut): Record<string, number> {
  const {bytes} = measureText(byCharacter.texts.held);
  const spell = smoothing({method: "modified-kneser-ney"})(counts(byCharacter, 6));
  const spelled = score(spell, byCharacter.held);
  const total = (list: ArrayLike<number>): number => Array.from(list).reduce((sum, nats) => sum - toBits(nats), 0);
  const written = smoothing({method: "modified-kneser-ney"})(counts(byWord, 2));
  const known = total(score(written, byWord.held));
  const {vocabulary, decode} = wordTokenizer(byCharacter.texts.held);
  const places = wordTokenizer(byCharacter.texts.held).encode(byCharacter.texts.held);
  let [at, spelling, unknown, count] = [0, 0, 0, 0];
  places.forEach((id, i) => {
    const length = Array.from(decode([id])).length;
    if (byWord.held[i] === byWord.tokenizer.vocabulary.unknown) {
      // its letters, and the one after it, which says that it has ended
      spelling += total(spelled.subarray(at, at + length + 1));
      unknown += length;
      count++;
    }
    at += length;
  });
  return {
    "bytes.characters": total(spelled) / bytes,
    "bytes.wordsUnpaid": known / bytes,
    "bytes.words": (known + spelling) / bytes,
    "bytes.spelling": spelling / bytes,
    "bytes.unknownTokens": count / places.length,
    "bytes.unknownLetters": unknown / byCharacter.held.length,
    "bytes.heldTypes": vocabulary.tokens.length
  };
}

function laws(text: string): Record<string, number> {
  const tokenizer = wordTokenizer(text, {lowercase: true});
  const isWord = tokenizer.vocabulary.tokens.map((token) => /\p{L}/u.test(token));
  const ids = tokenizer.encode(text).filter((id) => isWord[id]);
  const {counts, types, total, typeTokenRatio} = vocabularyStatistics(ids, isWord.length);
  const ranks = zipf(counts, {points: 60});
  const grown = heaps(ids, isWord.length, 60);
  const fitZipf = logLogFit(
    ranks.map(({rank}) => rank),
    ranks.map(({frequency}) => frequency)
  );
  const fitHeaps = logLogFit(
    grown.map(({tokens}) => tokens),
    grown.map(({types}) => types)
  );
  return {
    "laws.types": types,
    "laws.total": total,
    "laws.ratio": typeTokenRatio,
    "laws.once": counts.reduce((sum, count) => sum + (count === 1 ? 1 : 0), 0) / types,
    "laws.zipf": fitZipf.slope,
    "laws.heaps": fitHeaps.slope,
    "laws.doubling": 2 ** fitHeaps.slope - 1,
    "laws.half": coverage(counts, 0.5),
    "laws.ninety": coverage(counts, 0.9),
    "laws.ninetyNine": coverage(counts, 0.99)
  };
}

export const facts = (): Record<string, number | string> => {
  const novel = corpus("moby-dick").text;
  const moby = heldOut(novel);
  const mobyWords = heldOut(novel, {tokens: words});
  return {
    scored: SCORED,
    possible2: moby.tokenizer.vocabulary.tokens.length ** 2,
    possible5: moby.tokenizer.vocabulary.tokens.length ** 5,
    ...ofCorpus("moby", moby, 8, true),
    ...ofCorpus("sotu", heldOut(excerpt("sotu").text), 8),
    ...ofCorpus("names", heldOut(corpus("names").text), 8),
    ...ofCorpus("words", mobyWords, 4),
    ...learning(moby),
    ...bitsPerByte(moby, mobyWords),
    ...laws(novel)
  };
};
