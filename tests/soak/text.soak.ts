/**
 * Large texts through everything that reads them: each within its seconds, and in time that grows as the text does.
 *
 * Run by `npx tsx tests/soak/text.soak.ts`; it ends with an error if a bound is missed.
 */
import {characterTokenizer} from "../../lib/text/characters.js";
import {heaps} from "../../lib/text/heaps.js";
import {checkText, readText} from "../../lib/text/readText.js";
import {coverage, vocabularyStatistics} from "../../lib/text/statistics.js";
import type {Tokenizer} from "../../lib/text/tokenizer.js";
import {wordTokenizer} from "../../lib/text/words.js";
import {zipf} from "../../lib/text/zipf.js";
import {corpus} from "../../tools/corpora.js";

const bytes = 20_000_000;
const mostSeconds = 5;
// a half in which a cache or the collector happened to be lucky must not fail the other
const mostRatio = 3;
const leastSeconds = 0.2;

const novel = corpus("moby-dick").text;
const filled = (unit: string, size: number): string =>
  unit.repeat(Math.floor((bytes * size) / new TextEncoder().encode(unit).length));
const texts: Readonly<Record<string, (size: number) => string>> = {
  prose: (size) => filled(novel, size),
  "one symbol": (size) => filled("a", size),
  "one mark": (size) => filled(".", size),
  spaces: (size) => filled(" ", size),
  apostrophes: (size) => filled("a'", size),
  emoji: (size) => filled("😀🐋🏴‍☠️", size),
  Chinese: (size) => filled("漢字", size),
  "combining marks": (size) => filled("\u0301", size)
};

function through(make: (text: string) => Tokenizer): (text: string) => void {
  return (text) => {
    const {encode, decode, vocabulary} = make(text);
    const ids = encode(text);
    if (decode(ids) !== text) throw new Error("the text did not come back");
    const {counts} = vocabularyStatistics(ids, vocabulary.tokens.length);
    coverage(counts, 0.9);
    zipf(counts, {points: 100});
    heaps(ids, vocabulary.tokens.length);
  };
}

const works: Readonly<Record<string, (text: string) => void>> = {
  read: (text) => void readText(new TextEncoder().encode(text)),
  check: (text) => void checkText(text),
  characters: through(characterTokenizer),
  words: through(wordTokenizer)
};

function seconds(act: () => void): number {
  const start = performance.now();
  act();
  return (performance.now() - start) / 1000;
}

let missed = 0;
for (const [kind, make] of Object.entries(texts)) {
  const [half, whole] = [make(0.5), make(1)];
  for (const [work, act] of Object.entries(works)) {
    const [first, second] = [seconds(() => act(half)), seconds(() => act(whole))];
    const fine = second <= mostSeconds && (second < leastSeconds || second / first <= mostRatio);
    if (!fine) missed++;
    const ratio = (second / first).toFixed(2);
    console.log(
      `${fine ? "ok    " : "MISSED"} ${work.padEnd(10)} ${kind.padEnd(16)} ${second.toFixed(2)} s, ${ratio} times`
    );
  }
}
if (missed > 0) throw new Error(`${missed} bounds were missed`);
