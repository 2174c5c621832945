import {heldOut, log2, perplexity, toBits, type HeldOut, type Ids} from "/lib/index.js";
import {
  absoluteDiscounting,
  continuations,
  continuationsOf,
  countNgrams,
  countOf,
  distribution,
  estimateDiscount,
  estimateDiscounts,
  fitJelinekMercer,
  katz,
  kneserNey,
  score,
  stupidBackoff,
  totals,
  type Ngrams,
  type Predictor
} from "/lib/stages/markov.js";
import {byMethod, WORDS} from "../model/oneContext.js";
import {halves, type Halves} from "../model/halves.js";
import {encoded} from "../model/models.js";
import {corpus} from "../../../../tools/corpora.js";
import {smoothingNames} from "../model/smoothingMenu.js";
import {fitNamed, known, vocabSizeOf} from "../model/ordersStage.js";

const written = (nats: number): string => (nats < Infinity ? perplexity(nats).toFixed(2) : "∞");
const camel = (name: string): string => name.replace(/[-.](\w)/g, (_, c: string) => c.toUpperCase());

const count = (text: HeldOut, order: number): Ngrams =>
  countNgrams([{ids: text.train}], {order, vocabSize: vocabSizeOf(text)});

/** Held-out perplexity under every smoothing. */
const table = (prefix: string, text: HeldOut, order: number, scored: number): Record<string, string> => {
  const model = count(text, order);
  return Object.fromEntries(
    smoothingNames.map((name) => [
      `${prefix}${camel(`-${name}`)}`,
      written(known(fitNamed(name, model, text.train), text.held.subarray(0, scored)).nats)
    ])
  );
};

/** How often held-out characters were new after their context, and what mass a model had set aside for that. */
function newness(text: HeldOut, order: number) {
  const model = count(text, order);
  const V = vocabSizeOf(text);
  let [fresh, all, once, onceFresh, often, oftenFresh, setAside] = [0, 0, 0, 0, 0, 0, 0];
  const {held: validation} = text;
  for (let i = order; i < validation.length; i++) {
    const after = continuationsOf(model, validation.subarray(i - order, i));
    const followed = after.reduce((sum, one) => sum + one.count, 0);
    const isNew = after.every(({token}) => token !== validation[i]) ? 1 : 0;
    all++;
    fresh += isNew;
    setAside += (V - after.length) / (followed + V);
    if (followed === 1) [once, onceFresh] = [once + 1, onceFresh + isNew];
    if (followed >= 100) [often, oftenFresh] = [often + 1, oftenFresh + isNew];
  }
  return {
    freshShare: fresh / all,
    addOneSetsAside: setAside / all,
    freshOnce: onceFresh / once,
    freshOften: oftenFresh / often
  };
}

/** What Good–Turing foretells of counts in one half of a text, what is measured in the other, and what they lost. */
function turing(prefix: string, {foretold, measured}: Halves, most: number): Record<string, number> {
  const name = (what: string) => (prefix === "" ? what : `${prefix}${what[0]!.toUpperCase()}${what.slice(1)}`);
  const rows = Array.from({length: most}, (_, i) => i + 1).flatMap((r) => [
    [`${name("measured")}${r}`, measured[r]!] as const,
    [`${name("lost")}${r}`, r - measured[r]!] as const,
    [`${name("goodTuring")}${r}`, foretold[r]!] as const
  ]);
  return Object.fromEntries(rows);
}

/** The word of the novel that is frequent but follows little, and one as frequent that follows much. */
function francisco(novel: string) {
  const {tokenizer, train: ids, held} = heldOut(novel, {tokens: "words"});
  const {tokens} = tokenizer.vocabulary;
  const validation = held.subarray(0, 10_000);
  const model = countNgrams([{ids}], {order: 1, vocabSize: tokens.length});
  const before = new Float64Array(tokens.length);
  const {rows, next} = totals(model)[1]!;
  for (let r = 0; r < rows.at(-1)!; r++) before[next[r]!]!++;
  const all = continuationsOf(model, []).map(({token, count: times}) => ({token, times, preceded: before[token]!}));
  const words = all.filter(({token, times}) => times >= 60 && /^ [A-Za-z]{3,}$/.test(tokens[token]!));
  // a name, not a word that begins sentences: it is never written with a small letter
  const names = words.filter(
    ({token}) => /^ [A-Z]/.test(tokens[token]!) && !tokens.includes(tokens[token]!.toLowerCase())
  );
  const stuck = names.reduce((a, b) => (b.times / b.preceded > a.times / a.preceded ? b : a));
  const near = words.filter(({times}) => Math.abs(times - stuck.times) <= 4);
  const free = near.reduce((a, b) => (b.preceded > a.preceded ? b : a));
  const unseen = [tokenizer.vocabulary.unknown!]; // a word that was never counted
  const [plain, continuing] = [absoluteDiscounting()(model), kneserNey()(model)];
  const after = (predictor: Predictor, token: number) => distribution(predictor, unseen)![token]!;
  const main = continuationsOf(model, [])
    .map(({token}) => token)
    .filter((token) => countOf(model, [token], stuck.token) > 0);
  return {
    stuckWord: tokens[stuck.token]!.trim(),
    stuckTimes: stuck.times,
    stuckPreceded: stuck.preceded,
    stuckAfter: main
      .map((token) => tokens[token]!.trim())
      .slice(0, 3)
      .join(", "),
    freeWord: tokens[free.token]!.trim(),
    freeTimes: free.times,
    freePreceded: free.preceded,
    plainRatio: after(plain, stuck.token) / after(plain, free.token),
    continuingRatio: after(continuing, free.token) / after(continuing, stuck.token),
    wordsAbsolute: perplexity(known(plain, validation).nats),
    wordsKneserNey: perplexity(known(continuing, validation).nats)
  };
}

/** Contexts whose counts all exceed Katz's limit, and what follows. */
function katzZeros(text: HeldOut, order: number) {
  const model = count(text, order);
  const predictor = katz({reserve: false})(model);
  const {excluded, scored} = known(predictor, text.held);
  return {
    katzExcluded: excluded,
    katzScored: scored,
    katzRepaired: perplexity(known(katz()(model), text.held).nats),
    ratio1: predictor.discountRatios[order - 1]![0]!
  };
}

/** How far two models differ on the same tokens, in bits, and by how much that mean would scatter: by blocks of 100. */
function paired(a: Predictor, b: Predictor, ids: Ids) {
  const [x, y] = [score(a, ids), score(b, ids)];
  const blocks = Array.from({length: Math.floor(ids.length / 100)}, (_, i) => {
    let sum = 0;
    for (let t = 100 * i; t < 100 * (i + 1); t++) sum += toBits(y[t]! - x[t]!);
    return sum / 100;
  });
  const mean = blocks.reduce((s, d) => s + d, 0) / blocks.length;
  const variance = blocks.reduce((s, d) => s + (d - mean) ** 2, 0) / (blocks.length - 1);
  return {pairedBits: mean, pairedError: (variance / blocks.length) ** 0.5};
}

/** The context that is worked by hand, by every method. */
const hand = Object.fromEntries(
  Object.entries(byMethod).flatMap(([method, p]) => WORDS.map((word, w) => [`hand.${method}.${word}`, p[w]!]))
);

/** Numbers of the section on smoothing. */
export const facts = () => {
  const opening = heldOut(corpus("opening").text);
  const novelText = corpus("moby-dick").text;
  const novel = heldOut(novelText);
  const model = count(opening, 4);
  const cut = Math.floor(0.9 * opening.train.length);
  const rest = countNgrams([{ids: opening.train.subarray(0, cut)}], {order: 4, vocabSize: vocabSizeOf(opening)});
  const weights = fitJelinekMercer(rest, opening.train.subarray(cut), 20);
  const [one, two, more] = estimateDiscounts(continuations(model)[4]!);

  const whole = encoded(corpus("opening").text);
  const inOpening = halves(whole.ids, {order: 3, vocabSize: vocabSizeOf(whole)}, 8);

  const contexts = Array.from({length: 200}, (_, i) => opening.held.subarray(i * 50, i * 50 + 4));
  const sums = (predictor: Predictor) =>
    contexts.map((context) => distribution(predictor, context)!.reduce((a, b) => a + b, 0));
  const proper = smoothingNames.filter((name) => name !== "none").map((name) => fitNamed(name, model, opening.train));
  const stupid = sums(stupidBackoff()(model));
  const best = (predictor: Predictor, context: Ids) => {
    const p = distribution(predictor, context)!;
    return p.indexOf(Math.max(...p));
  };
  const accuracy = (predictor: Predictor) => {
    let hits = 0;
    for (let i = 4; i < 4004; i++) if (best(predictor, opening.held.subarray(i - 4, i)) === opening.held[i]) hits++;
    return hits / 4000;
  };
  return {
    ...table("opening", opening, 4, 10_000),
    ...table("novel", novel, 4, 10_000),
    vocabSize: vocabSizeOf(opening),
    ...newness(opening, 4),
    ...Object.fromEntries(weights.map((weight, k) => [`weight${k}`, weight])),
    ...turing("", halves(novel.train, {order: 3, vocabSize: vocabSizeOf(novel)}, 5), 5),
    ...turing("opening", inOpening, 8),
    openingKinds1: inOpening.kinds[1],
    openingKinds9: inOpening.kinds[9],
    openingUnseenForetold: inOpening.unseen.foretold,
    openingUnseenMeasured: inOpening.unseen.measured,
    ...katzZeros(opening, 2),
    discountOne: one,
    discountTwo: two,
    discountMore: more,
    discount: estimateDiscount(continuations(model)[4]!),
    largestError: Math.max(...proper.flatMap(sums).map((sum) => Math.abs(sum - 1))),
    stupidLeast: Math.min(...stupid),
    stupidMost: Math.max(...stupid),
    stupidAccuracy: accuracy(stupidBackoff()(model)),
    kneserNeyAccuracy: accuracy(kneserNey()(model)),
    ...hand,
    handStupidSum: byMethod.stupid.reduce((a, b) => a + b, 0),
    ...paired(
      kneserNey()(count(novel, 4)),
      fitNamed("modified-kneser-ney", count(novel, 4), novel.train),
      novel.held.subarray(0, 10_000)
    ),
    ...francisco(novelText)
  };
};

/** What the page says of them in words. */
export const claims = (all: Awaited<ReturnType<typeof facts>>) => {
  const f = all as unknown as Record<string, number | string>;
  const of = (name: string): number => Number(String(f[name]).replace("∞", "Infinity"));
  const both = (a: string, b: string) => ["opening", "novel"].every((text) => of(`${text}${a}`) < of(`${text}${b}`));
  const rest = ["None", "Add1", "Add001", "JelinekMercer", "AbsoluteDiscounting", "Katz", "KneserNey"];
  const sums = Object.values(byMethod).map((p) => p.reduce((a, b) => a + b, 0));
  return {
    countingIsInfinite: of("openingNone") === Infinity && of("novelNone") === Infinity,
    addOneIsBad: both("KneserNey", "Add1") && of("openingAdd1") > 4 * of("openingKneserNey"),
    smallerHelps: both("Add001", "Add1"),
    addOneOverdoes: of("addOneSetsAside") > 1.5 * of("freshShare"),
    mixtureBeatsAdding: both("JelinekMercer", "Add001"),
    mixtureBeatsDiscounting: of("openingJelinekMercer") < of("openingAbsoluteDiscounting"),
    evenOnTheNovel: Math.abs(of("novelJelinekMercer") - of("novelAbsoluteDiscounting")) < 0.02,
    freshAfterOnce: of("freshOnce") > 0.5,
    seldomAfterMany: of("freshOften") < 0.05,
    nearlyConstant: [2, 3, 4].every((r) => Math.abs(of(`lost${r}`) - of("lost1")) < 0.08),
    fiveLosesDouble: of("lost5") > 1.8 * of("lost4"),
    turingForetellsRare: [1, 2, 3, 4, 5].every(
      (r) => Math.abs(of(`openingGoodTuring${r}`) - of(`openingMeasured${r}`)) < 0.15
    ),
    turingStumbles: [6, 7, 8].every((r) => Math.abs(of(`openingGoodTuring${r}`) - of(`openingMeasured${r}`)) > 0.6),
    newIsMore: of("openingUnseenMeasured") > of("openingUnseenForetold"),
    turingFalls: of("openingGoodTuring8") < of("openingGoodTuring7"),
    turingForetells: [1, 2, 3, 4].every((r) => Math.abs(of(`goodTuring${r}`) - of(`measured${r}`)) < 0.2),
    equallyLikely: Math.abs(of("plainRatio") - 1) < 0.1,
    continuing: of("continuingRatio") > 20,
    wordsGain: of("wordsKneserNey") < of("wordsAbsolute"),
    kneserNeyBeatsBoth: both("KneserNey", "AbsoluteDiscounting") && both("KneserNey", "JelinekMercer"),
    katzBeatsDiscounting: both("Katz", "AbsoluteDiscounting"),
    katzHole: of("katzExcluded") > 0,
    goodOnesAreNear: ["opening", "novel"].every(
      (text) => log2(of(`${text}JelinekMercer`) / of(`${text}ModifiedKneserNey`)) < 0.2
    ),
    modifiedIsBest: rest.every((name) => both("ModifiedKneserNey", name)),
    notSettled: of("pairedBits") > 0 && of("pairedBits") < 2 * of("pairedError"),
    moreTextBringsTogether:
      of("novelJelinekMercer") / of("novelModifiedKneserNey") <
      of("openingJelinekMercer") / of("openingModifiedKneserNey"),
    modifiedIsLargest: of("discountOne") < of("discountTwo") && of("discountTwo") < of("discountMore"),
    sumsWander: of("stupidLeast") < 0.9 && of("stupidMost") > 1.1,
    ranksAsWell: Math.abs(of("stupidAccuracy") - of("kneserNeyAccuracy")) < 0.01,
    longestWeighsMost: [0, 1, 2, 3, 4].every((k) => of(`weight${k}`) < of(`weight${k + 1}`)),
    handsSum: sums.slice(0, -1).every((sum) => Math.abs(sum - 1) < 1e-12) && sums.at(-1)! > 1.01,
    lessThanALine: of("largestError") < 1e-12
  };
};
