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
  continuations,
  countNgrams,
  estimateDiscount,
  fitJelinekMercer,
  informationOf,
  markov,
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

const CHUNKS = 60; // as the figure that counts live has them

const CHUNKS_OF_REPLAY = 6;

function counting() {
  const {text} = corpus("opening");
  return markov({corpus: text, batchSize: Math.ceil((0.9 * text.length) / CHUNKS)});
}

/** Of the chunks of the opening, how many cost less, before they are counted, than the held-out text does then. */
function chunksBelow(): number {
  const {data, metrics, model, step} = counting();
  let [state, below] = [model(), 0];
  for (let i = 0; i < CHUNKS; i++) {
    const chunk = data(i);
    const {batchBitsPerCharacter, validationBitsPerCharacter} = metrics(state, chunk);
    if (batchBitsPerCharacter < validationBitsPerCharacter) below++;
    state = step(state, chunk);
  }
  return below;
}

export const facts = (): Record<string, number | string> => {
  const novel = corpus("moby-dick").text;
  const moby = heldOut(novel);
  const mobyWords = heldOut(novel, {tokens: words});
  return {
    scored: SCORED,
    chunks: CHUNKS,
    chunksBelow: chunksBelow(),
    possible2: moby.tokenizer.vocabulary.tokens.length ** 2,
    possible5: moby.tokenizer.vocabulary.tokens.length ** 5,
    ...ofCorpus("moby", moby, 8, true),
    ...ofCorpus("sotu", heldOut(excerpt("sotu").text), 8),
    ...ofCorpus("names", heldOut(corpus("names").text), 8),
    ...ofCorpus("words", mobyWords, 4),
    ...learning(moby),
    ...bitsPerByte(moby, mobyWords),
    ...laws(novel),
    discount8: estimateDiscount(continuations(counts(moby, 8))[8]!)
  };
};

/** The model of the opening after its first chunks, and what the shortest text comes to at low orders. */
export const firstSteps = () => {
  const {data, metrics, model, step} = counting();
  let state = model();
  for (let i = 0; i < CHUNKS_OF_REPLAY; i++) state = step(state, data(i));
  const names = ofCorpus("names", heldOut(corpus("names").text), 2);
  return {state, metrics: metrics(state, data(CHUNKS_OF_REPLAY)), names};
};

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => {
  const of = (name: string): number => Number(f[name]);
  const row = (name: string, orders: readonly number[]) => orders.map((k) => of(`${name}.${k}`));
  const rises = (list: readonly number[]) => list.every((x, i) => i === 0 || x > list[i - 1]!);
  const falls = (list: readonly number[]) => rises([...list].reverse());
  const shown = [1, 3, 5, 8];
  const from = (least: number) => [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((k) => k >= least);
  const least = (...names: readonly string[]) => names.reduce((a, b) => (of(b) < of(a) ? b : a));
  return {
    mostChunksBelow: of("chunksBelow") > 0.8 * of("chunks"),
    nearlyNothingNew: of("moby.newNgrams.0") < 0.001,
    mostIsNew: of("moby.newNgrams.8") > 0.5,
    wordsWithinTwo: of("words.newNgrams.2") > 0.5,
    namesSooner: of("names.newNgrams.5") > of("moby.newNgrams.5"),
    moreIsNew: rises(row("moby.newShare", shown)),
    countedCostsLess: falls(row("moby.seenBits", shown)),
    newCostsLess: falls(row("moby.newBits", shown)),
    turingIsLow: shown.slice(2).every((k) => of(`moby.turing.${k}`) < of(`moby.newNgrams.${k}`)),
    turingIsNear: shown.slice(2).every((k) => of(`moby.newNgrams.${k}`) - of(`moby.turing.${k}`) < 0.04),
    halfExcluded: of("moby.newNgrams.8") > 0.5,
    addOneIsDeep: of("moby.add1.8") > of("moby.kn.0") && of("moby.add1.8") > 2 * of("moby.add1.3"),
    kneserNeyIsFlat: of("moby.kn.8") - of("moby.kn.5") < 0.05,
    mixtureWinsLate: [7, 8].every((k) => of(`moby.jm.${k}`) < of(`moby.kn.${k}`)),
    mixtureLosesBefore: [3, 4, 5, 6].every((k) => of(`moby.jm.${k}`) > of(`moby.kn.${k}`)),
    modifiedIsBest: from(4).every(
      (k) => least(...["add1", "addSmall", "jm", "ad", "kn", "mkn"].map((m) => `moby.${m}.${k}`)) === `moby.mkn.${k}`
    ),
    katzBetween: [3, 4].every(
      (k) => of(`moby.katz.${k}`) < of(`moby.ad.${k}`) && of(`moby.katz.${k}`) > of(`moby.kn.${k}`)
    ),
    discountingTurns: rises(row("moby.ad", [4, 5, 6, 7, 8])),
    largerThanText: from(4).every((k) => of(`moby.megabytes.${k}`) > 1.2),
    mostOnce: of("moby.once.8") > 0.8,
    orderOneStops: of("learning.100000.1") - of("learning.1000000.1") < 0.01,
    orderOneGainsBefore: of("learning.10000.1") - of("learning.100000.1") > 0.05,
    orderFiveGains: falls(["1000", "10000", "100000", "1000000"].map((n) => of(`learning.${n}.5`))),
    ceilingOfSearch: of("learning.1000.best") === 6 && of("learning.10000.best") === 6,
    bestIsFive: of("learning.100000.best") === 5 && of("learning.1000000.best") === 5,
    wordsLookBetter: of("bytes.wordsUnpaid") < of("bytes.characters") - 0.2,
    aDraw: Math.abs(of("bytes.words") - of("bytes.characters")) < 0.02,
    zipf: Math.abs(of("laws.zipf") + 1) < 0.05,
    nearlyHalfOnce: of("laws.once") > 0.4 && of("laws.once") < 0.5,
    threeTimes: of("sotu.newNgrams.8") > 3 * of("sotu.newNgrams.5"),
    addOneTwice: of("moby.add1.8") > 2 * of("moby.kn.8")
  };
};
