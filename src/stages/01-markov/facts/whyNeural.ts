/** What counting cannot do, measured on the words of Moby Dick: every number of the section on why neural networks. */
import {heldOut, idOf, key, shuffle, toBits, vocabularyStatistics, wordTokenizer, type Ids} from "/lib/index.js";
import {continuationsOf, countNgrams, countOf, kneserNey, novelty, score, summary} from "/lib/stages/markov.js";
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
    ...byLongest(train, held, V, 3)
  };
};
