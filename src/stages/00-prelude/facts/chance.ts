import {key, uniform} from "/lib/index.js";
import {die, expectation, sumOf, variance} from "../model/die.js";
import {frequencies} from "../model/throws.js";
import {soundPairs} from "../model/soundPairs.js";

const deviation = (n: number): number => Math.sqrt(variance(sumOf(die, n))) / n;

/** A die, a coin, a key and a line of text, counted. */
export const facts = () => {
  const pairs = soundPairs("Call me Ishmael. Some years ago, never mind how long");
  const [vowels, consonants] = [pairs.vowel, pairs.consonant];
  const [hundred = NaN, tenThousand = NaN] = frequencies(1 / 2, 1, [100, 10_000]);
  return {
    mean: expectation(die),
    meanSquare: expectation(die, (x) => x * x),
    variance: variance(die),
    deviation: deviation(1),
    deviation4: deviation(4),
    deviation100: deviation(100),
    coin100: Math.sqrt(0.25 / 100),
    coin10000: Math.sqrt(0.25 / 10_000),
    share100: hundred,
    share10000: tenThousand,
    same: uniform(key(7), 3) === uniform(key(7), 3) ? "the same" : "another",
    vowelVowel: vowels.vowel,
    vowelAll: vowels.vowel + vowels.consonant,
    afterVowel: vowels.vowel / (vowels.vowel + vowels.consonant),
    consonantVowel: consonants.vowel,
    consonantAll: consonants.vowel + consonants.consonant,
    afterConsonant: consonants.vowel / (consonants.vowel + consonants.consonant)
  };
};

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  nearer: Math.abs(f.share10000 - 0.5) < Math.abs(f.share100 - 0.5),
  halved: Math.abs(f.deviation4 - f.deviation / 2) < 1e-9,
  keysRepeat: f.same === "the same",
  avoidEachOther: f.afterVowel < f.afterConsonant / 2
});
