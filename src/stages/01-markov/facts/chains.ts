/** Vowels and consonants of the novel as a chain, as Markov counted them in another book, and what the chain settles in. */
import {heldOut, key, toBits} from "/lib/index.js";
import {countNgrams, kneserNey, score} from "/lib/stages/markov.js";
import {corpus} from "../../../../tools/corpora.js";
import {after, course, entropyRate, power, runningMean, settled, twoStates, walk} from "../model/chains.js";

/** Markov's own numbers (1913): a vowel after a vowel, and after a consonant. */
const PUSHKIN = {stay: 0.128, come: 0.663};

function pairs(text: string) {
  const letters = Array.from(text.toLowerCase()).filter((c) => c >= "a" && c <= "z");
  const isVowel = letters.map((c) => "aeiou".includes(c));
  const [seen, vowels] = [
    [0, 0],
    [0, 0]
  ];
  for (let i = 1; i < letters.length; i++) {
    const before = isVowel[i - 1]! ? 0 : 1;
    seen[before]!++;
    if (isVowel[i]!) vowels[before]!++;
  }
  return {
    letters: letters.length,
    share: isVowel.filter(Boolean).length / letters.length,
    stay: vowels[0]! / seen[0]!,
    come: vowels[1]! / seen[1]!
  };
}

/** Means over the first 100, 1,000, … held-out characters, in bits: one text, of which more and more is read. */
function settling() {
  const {tokenizer, train, held} = heldOut(corpus("moby-dick").text);
  const model = kneserNey()(countNgrams([{ids: train}], {order: 3, vocabSize: tokenizer.vocabulary.tokens.length}));
  const nats = score(model, held);
  const mean = (from: number, to: number) => toBits(-nats.subarray(from, to).reduce((a, b) => a + b, 0) / (to - from));
  return {
    ...Object.fromEntries([100, 1_000, 10_000, 100_000].map((n) => [`mean${n}`, mean(0, n)])),
    firstHalf: mean(0, held.length >> 1),
    secondHalf: mean(held.length >> 1, held.length)
  };
}

export const facts = () => {
  const novel = pairs(corpus("moby-dick").text);
  const chain = twoStates(novel.stay, novel.come);
  const rest = settled(novel.stay, novel.come)!;
  const gaps = course([1, 0], chain, 6).map(([vowel]) => vowel! - rest[0]!);
  const example = twoStates(0.2, 0.6);
  const home = settled(0.2, 0.6)!;
  const means = [1, 2, 3, 4, 5].map((seed) => runningMean(walk(home, example, 10_001, key(seed)), example));
  const spread = (n: number) =>
    Math.max(...means.map((list) => list[n - 1]!)) - Math.min(...means.map((list) => list[n - 1]!));
  const flipped = power(twoStates(0, 1), 10)[0]!;
  return {
    letters: novel.letters,
    share: novel.share,
    stay: novel.stay,
    come: novel.come,
    stationary: rest[0]!,
    lambda: novel.stay - novel.come,
    gap1: gaps[1]!,
    gap4: gaps[4]!,
    rate: entropyRate(rest, chain),
    alone: entropyRate([1], [rest]),
    pushkinStationary: settled(PUSHKIN.stay, PUSHKIN.come)![0]!,
    exampleRate: entropyRate(home, example),
    exampleAfter2: power(example, 2)[0]![0]!,
    exampleStays: after(home, example)[0]! - home[0]!,
    flipStays: flipped[0]!,
    spread100: spread(100),
    spread1000: spread(1_000),
    spread10000: spread(10_000),
    ...settling()
  };
};

/** What the page says of them in words. */
export const claims = (raw: ReturnType<typeof facts>) => {
  const f = raw as unknown as Record<string, number>;
  return {
    settlesInTheShare: Math.abs(f["stationary"]! - f["share"]!) < 0.001,
    alternates: f["lambda"]! < 0 && f["gap1"]! < 0 && f["gap4"]! > 0,
    forgetsInFour: Math.abs(f["gap4"]!) < 0.02,
    staysWhereItIs: Math.abs(f["exampleStays"]!) < 1e-12,
    neverSettles: f["flipStays"] === 1,
    neighborSaves: f["rate"]! < f["alone"]!,
    draws: f["spread10000"]! < f["spread1000"]! && f["spread1000"]! < f["spread100"]!,
    tenth: f["spread10000"]! < f["spread100"]! / 4,
    textSettles: Math.abs(f["mean100000"]! - f["mean10000"]!) < Math.abs(f["mean10000"]! - f["mean1000"]!),
    halvesDifferByHundredths:
      Math.abs(f["firstHalf"]! - f["secondHalf"]!) > 0.005 && Math.abs(f["firstHalf"]! - f["secondHalf"]!) < 0.1,
    halvesDiffer: Math.abs(f["firstHalf"]! - f["secondHalf"]!) > 0.005,
    poemIsStricter: f["stay"]! > 0.128
  };
};
