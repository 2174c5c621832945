/** What counting cannot do, measured on the words of Moby Dick: every number of the section on why neural networks. */
import {heldOut, idOf, key, shuffle, toBits, vocabularyStatistics, wordTokenizer, type Ids} from "/lib/index.js";
import {continuationsOf, countNgrams, countOf, kneserNey, novelty, score, summary} from "/lib/stages/markov.js";
import {divergence, wordRows} from "../model/likeRows.js";
import {corpus} from "../../../../tools/corpora.js";

const BACK = 1000;

/** Of the later occurrences of rarer words, the share that follows an earlier one within the last `BACK` tokens. */
function recurring(ids: ArrayLike<number>, counts: ArrayLike<number>): number {
  const last = new Map<number, number>();
  let [all, near] = [0, 0];
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] ?? 0;
    const count = counts[id] ?? 0;
    if (count < 5 || count > 20) continue;
    const before = last.get(id);
    if (before !== undefined) {
      all++;
      if (i - before <= BACK) near++;
    }
    last.set(id, i);
  }
  return near / all;
}

/** Share of held-out tokens by the longest context after which they were counted, their mean bits, and share of all bits. */
function byLongest(train: Ids, held: Ids, vocabSize: number, order: number): Record<string, number> {
  const known = Array.from({length: order + 1}, (_, k) => countNgrams([{ids: train}], {order: k, vocabSize}));
  const nats = score(kneserNey()(known[order]!), held);
  const totals = Array.from({length: order + 1}, () => ({tokens: 0, bits: 0}));
  for (let at = order; at < held.length; at++) {
    let longest = 0;
    while (longest < order && countOf(known[longest + 1]!, held.subarray(at - longest - 1, at), held[at]!) > 0)
      longest++;
    const total = totals[longest]!;
    total.tokens++;
    total.bits += toBits(0 - nats[at]!);
  }
  const positions = held.length - order;
  const all = totals.reduce((sum, {bits}) => sum + bits, 0);
  return Object.fromEntries(
    totals.flatMap(({tokens, bits}, k) => [
      [`longest.${k}.share`, tokens / positions],
      [`longest.${k}.bits`, tokens === 0 ? 0 : bits / tokens],
      [`longest.${k}.cost`, bits / all]
    ])
  );
}

/** The words after which the novel goes on most as after `word`, of those followed at least so often. */
function nearest(text: string, word: string, least: number): Record<string, number | string> {
  const {rows} = wordRows(text, least);
  const asked = rows.find((row) => row.word === word)!;
  const near = rows
    .filter((row) => row !== asked)
    .map((row) => ({word: row.word, bits: divergence(asked, row)}))
    .sort((a, b) => a.bits - b.bits);
  return Object.fromEntries(
    near.slice(0, 3).flatMap(({word: other, bits}, i) => [
      [`near.${word}.${i + 1}`, other],
      [`near.${word}.bits${i + 1}`, bits]
    ])
  );
}

const READ = 15e12; // tokens that Llama 3 was trained on, by its model card of 2024

export const facts = (): Record<string, number | string> => {
  const {text} = corpus("moby-dick");
  const words = (start: string) => wordTokenizer(start, {lowercase: true, unknown: "<unk>", minCount: 2});
  const {tokenizer, train, held} = heldOut(text, {tokens: words});
  const V = tokenizer.vocabulary.tokens.length;
  const whole = tokenizer.encode(text);
  const pairs = countNgrams([{ids: train}], {order: 1, vocabSize: V});
  const triples = countNgrams([{ids: train}], {order: 2, vocabSize: V});
  const next = (word: string) =>
    continuationsOf(pairs, [idOf(tokenizer.vocabulary, word) ?? 0]).map(({token}) => token);
  const [whale, whales] = [next(" whale"), next(" whales")];
  const shared = whales.filter((token) => whale.includes(token)).length;
  let [fresh, composed] = [0, 0];
  for (let at = 2; at < held.length; at++) {
    const [a, b, c] = [held[at - 2]!, held[at - 1]!, held[at]!];
    if (countOf(triples, [a, b], c) > 0) continue;
    fresh++;
    if (countOf(pairs, [a], b) > 0 && countOf(pairs, [b], c) > 0) composed++;
  }
  const {counts} = vocabularyStatistics(whole, V);
  counts[tokenizer.vocabulary.unknown ?? 0] = 0;
  const seen = [0, 1, 2, 3].map((order) => summary(countNgrams([{ids: train}], {order, vocabSize: V})));
  return {
    vocabulary: V,
    tokens: train.length,
    whale: whale.length,
    whales: whales.length,
    shared,
    notShared: whales.length - shared,
    newTriples: novelty(triples, held).ngrams,
    composed: composed / fresh,
    recurring: recurring(whole, counts),
    recurringShuffled: recurring(shuffle(key(1), Array.from(whole)), counts),
    ...Object.fromEntries(seen.map(({ngrams}, order) => [`seen.${order}`, ngrams])),
    ...Object.fromEntries(seen.map((_, order) => [`possible.${order}`, V ** order * (V - 1)])),
    ...Object.fromEntries(seen.map(({ngrams}, order) => [`filled.${order}`, ngrams / V ** (order + 1)])),
    ...byLongest(train, held, V, 3),
    cellsPerToken: (V ** 3 * (V - 1)) / READ,
    compared: wordRows(text, 100).rows.length - 1,
    ...nearest(text, "his", 100),
    ...nearest(text, "was", 100),
    ...nearest(text, "he", 100),
    ...nearest(text, "sea", 100)
  };
};

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => {
  const of = (name: string): number => Number(f[name]);
  const longest = [0, 1, 2, 3];
  return {
    pronounsNear: [1, 2, 3].every((i) =>
      ["my", "the", "your", "their", "her", "its"].includes(String(f[`near.his.${i}`]))
    ),
    verbsNear: String(f["near.was.1"]) === "is" && String(f["near.was.2"]) === "were",
    namesNear: String(f["near.sea.1"]) === "water" && String(f["near.sea.2"]) === "whale",
    sharesMoreThanHalf: of("shared") > of("whales") / 2,
    mostTriplesNew: of("newTriples") > 0.5,
    comesAgain: of("recurring") > 4 * of("recurringShuffled"),
    tableStaysEmpty: [1, 2, 3].every((k) => of(`filled.${k}`) < of(`filled.${k - 1}`) / 10),
    hundredsOfCells: of("cellsPerToken") > 500 && of("cellsPerToken") < 700,
    shorterIsDearer: longest.slice(1).every((k) => of(`longest.${k}.bits`) < of(`longest.${k - 1}.bits`)),
    bitsAreThere: of("longest.0.cost") + of("longest.1.cost") > 0.8
  };
};
