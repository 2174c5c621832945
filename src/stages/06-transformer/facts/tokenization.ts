import {bpeMerges, countPieces} from "/lib/tokenizers.js";
import {excerpt} from "../../../../tools/corpora.js";
import {bytesIn, cutByBpe, tokenizerOf} from "../model/cuts.js";
import {learnedByHand, replayed, tokensIn} from "../model/handBpe.js";
import {sentences} from "../model/sentences.js";
import kept from "../model/tokenCounts.json" with {type: "json"};

/** Tokens of the novel by the size of the vocabulary, of a sentence by its language, and of two words by hand. */
export function facts() {
  const {counts, words} = kept.value;
  const at = (merges: number) => counts.find(({vocabulary}) => vocabulary === 256 + merges)!;
  const opening = excerpt("opening").text;
  const tokenizer = tokenizerOf(bpeMerges(countPieces(opening, "gpt2"), 1000));
  const tokens = (language: string): number =>
    cutByBpe(tokenizer, sentences.find((one) => one.language === language)!.text).pieces.length;
  const bytes = (language: string): number => bytesIn(sentences.find((one) => one.language === language)!.text);
  const hand = learnedByHand(["banana", "bandana"], 9);
  return {
    handStart: "bananabandana".length,
    handFirst: tokensIn(hand[0]!.words),
    handSecond: tokensIn(hand[1]!.words),
    handThird: tokensIn(hand[2]!.words),
    handSaved: "bananabandana".length - tokensIn(hand[2]!.words),
    handFirstCount: hand[0]!.merge.count,
    handSecondCount: hand[1]!.merge.count,
    cabana: replayed(
      "cabana",
      hand.map(({merge}) => merge)
    ).length,
    sameByLibrary: bpeMerges(
      new Map([
        ["banana", 1],
        ["bandana", 1]
      ]),
      3
    )
      .map(({token}) => token)
      .join(" "),
    handTokens: hand.map(({merge: {left, right}}) => left + right).join(" "),
    words: words.vocabulary,
    unknown: words.unknown,
    wordBytes: 1 / words.held,
    bytes256: 1 / at(0).held,
    bytes512: 1 / at(256).held,
    bytes1256: 1 / at(1000).held,
    bytes4256: 1 / at(4000).held,
    bytes16256: 1 / at(16000).held,
    learned16256: 1 / at(16000).learned,
    rare1256: at(1000).rare,
    rare16256: at(16000).rare,
    english: tokens("English"),
    german: tokens("German"),
    french: tokens("French"),
    greek: tokens("Greek"),
    greekBytes: bytes("Greek"),
    russian: tokens("Russian"),
    japanese: tokens("Japanese"),
    letterPerplexity: Math.exp(1.7),
    wordPerplexity: Math.exp(5 * 1.7)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  sameMerges: f.sameByLibrary === f.handTokens,
  steeperFirst: f.bytes512 - f.bytes256 > 1 && f.bytes16256 - f.bytes4256 < 0.6,
  heldBehind: f.learned16256 > f.bytes16256 * 1.05,
  mostRare: f.rare16256 > 0.8,
  fewRare: f.rare1256 < 0.05,
  oneInTwentyFive: f.unknown > 0.035 && f.unknown < 0.045,
  germanTwice: f.german > 1.5 * f.english && f.german < 2.6 * f.english,
  greekMost: f.greek > Math.max(f.russian, f.japanese, f.german, f.french),
  greekNeverMerges: f.greek === f.greekBytes
});
