import {characterTokenizer, exp, log} from "/lib/index.js";
import {countNgrams, countOf, kneserNey, score} from "/lib/stages/markov.js";
import {corpus} from "../../../../tools/corpora.js";

/** Pairs of the opening, and when products of probabilities leave float64. */
export const facts = () => {
  const {text, characters} = corpus("opening");
  const tokenizer = characterTokenizer(text);
  const ids = tokenizer.encode(text);
  const vocabSize = tokenizer.vocabulary.tokens.length;
  const counts = countNgrams([{ids}], {order: 4, vocabSize});
  const id = (c: string) => tokenizer.encode(c)[0]!;
  const [q, u, t, h, e] = ["q", "u", "t", "h", "e"].map(id) as [number, number, number, number, number];
  const qs = countOf(counts, [], q);
  const us = countOf(counts, [], u);
  const qu = countOf(counts, [q], u);
  const pairs = ids.length - 1;
  const zeroAt = (order: number) => {
    const model = kneserNey()(countNgrams([{ids}], {order, vocabSize}));
    const logs = score(model, ids.slice(0, 4000));
    let product = 1;
    const zero = logs.findIndex((nats) => (product *= exp(nats)) === 0) + 1;
    const thousand = logs.slice(0, 1000).reduce((sum, x) => sum + x, 0);
    return {[`zero${order}`]: zero, [`thousand${order}`]: thousand / log(10), [`thousandNats${order}`]: thousand};
  };
  let product = 1;
  let uniform = 0;
  while (product > 0) {
    product /= vocabSize;
    uniform++;
  }
  return {
    characters,
    vocabSize,
    pairs,
    qs,
    us,
    qu,
    pu: us / ids.length,
    puq: qu / qs,
    pqu: qu / us,
    lift: qu / qs / (us / ids.length),
    independentQu: (qs / ids.length) * (us / ids.length) * pairs,
    ts: countOf(counts, [], t),
    th: countOf(counts, [t], h),
    the: countOf(counts, [t, h], e),
    pth: countOf(counts, [t], h) / countOf(counts, [], t),
    qe: countOf(counts, [q], e),
    uniform,
    ...Object.assign({}, ...[0, 1, 2, 3, 4].map(zeroAt))
  };
};

/** What the page says of them in words. */
export const claims = (f: Awaited<ReturnType<typeof facts>>) => {
  const zeros = [f.zero0, f.zero1, f.zero2, f.zero3, f.zero4].map(Number);
  return {
    uEachTime: f.qs > 0 && f.qu === f.qs && f.puq === 1,
    oftenOtherwise: f.puq > 20 * f.pu,
    seldomBack: f.pqu < f.puq / 20,
    oneThird: Math.abs(f.pth - 1 / 3) < 0.05,
    neverQe: f.qe === 0,
    farFromIndependent: f.qu > 20 * f.independentQu,
    betterLastsLonger: zeros.every((at, i) => i === 0 || at > zeros[i - 1]!) && zeros[0]! > f.uniform,
    aParagraphEndsAll: zeros.every((at) => at < 1000),
    hundredIsSafe: zeros.every((at) => at > 100) && f.uniform > 100,
    thousandIsNot: [f.thousand0, f.thousand1, f.thousand2, f.thousand3, f.thousand4].every((power) => power < -308)
  };
};
