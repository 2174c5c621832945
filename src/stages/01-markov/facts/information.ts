/** Numbers of the section on information, from the letters of whole corpora. */
import {crossEntropy, entropy, heldOut, jensenShannon, kl, log2, toBits} from "/lib/index.js";
import {countNgrams, kneserNey, maximumLikelihood, score} from "/lib/stages/markov.js";
import {meanBits} from "../model/meanBits.js";
import {counted, encoded, fitted} from "../model/models.js";
import {tried} from "../model/surprises.js";
import {corpus} from "../../../../tools/corpora.js";

const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz");

/** The shares of the 26 letters in a text, whatever their case. */
function lettersOf(text: string): Float64Array {
  const counts = new Map(LETTERS.map((letter) => [letter, 0]));
  for (const c of text.toLowerCase()) if (counts.has(c)) counts.set(c, counts.get(c)! + 1);
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  return Float64Array.from(counts.values(), (count) => count / total);
}

/** Shares of the blocks of so many characters. */
function blocksOf(text: string, size: number): Float64Array {
  const counts = new Map<string, number>();
  const all = Array.from(text);
  const n = Math.floor(all.length / size);
  for (let i = 0; i < n; i++) {
    const block = all.slice(i * size, (i + 1) * size).join("");
    counts.set(block, (counts.get(block) ?? 0) + 1);
  }
  return Float64Array.from(counts.values(), (count) => count / n);
}

/** Entropy and mean length of Shannon's code, per character, for blocks of so many. */
function codeOf(text: string, size: number) {
  const p = blocksOf(text, size);
  const length = p.reduce((sum, x) => sum + x * Math.ceil(-log2(x)), 0);
  return {[`entropy${size}`]: toBits(entropy(p)) / size, [`code${size}`]: length / size};
}

/** Entropies of pairs of neighbors: of the first, of both, and of the second once the first is known. */
function pairs(text: string) {
  const all = Array.from(text);
  const shares = (keys: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const k of keys) counts.set(k, (counts.get(k) ?? 0) + 1);
    return Float64Array.from(counts.values(), (count) => count / keys.length);
  };
  const both = toBits(entropy(shares(all.slice(1).map((c, i) => `${all[i] ?? ""}${c}`))));
  const first = toBits(entropy(shares(all.slice(0, -1))));
  const second = toBits(entropy(shares(all.slice(1))));
  return {pairBits: both, firstBits: first, secondBits: second, conditionalBits: both - first};
}

/** What order 5 says of the text it has counted, and of the tenth that it has not. */
function seenAndUnseen(text: string) {
  const {tokenizer, train: seen, held: unseen} = heldOut(text);
  const counts = countNgrams([{ids: seen}], {order: 5, vocabSize: tokenizer.vocabulary.tokens.length});
  const bits = (list: Float64Array) => toBits(-list.reduce((a, b) => a + b, 0) / list.length);
  const counted = score(maximumLikelihood()(counts), unseen);
  return {
    seenBits: bits(score(maximumLikelihood()(counts), seen)),
    impossible: counted.filter((x) => x === -Infinity).length / counted.length,
    unseenBits: bits(score(kneserNey()(counts), unseen))
  };
}

const SENTENCE = "It was the whiteness of the whale that above all things appalled me.";

/** What the figure's sentence costs at each order, and where: the opening is the text that was counted. */
function sentence() {
  const {text} = corpus("opening");
  const at = (order: number): Float64Array =>
    score(fitted(counted(text, order), "kneser-ney"), encoded(text).tokenizer.encode(SENTENCE)).map((x) => toBits(-x));
  const [four, five] = [at(4), at(5)];
  const first = (i: number) => i === 0 || SENTENCE[i - 1] === " ";
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
  const costs = Array.from(four);
  return {
    ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((order) => [`sentence${order}`, meanBits(text, SENTENCE, order)])),
    initialBits: mean(costs.filter((_, i) => first(i))),
    innerBits: mean(costs.filter((_, i) => !first(i) && SENTENCE[i] !== " ")),
    dearer: four.filter((x, i) => five[i]! > x).length
  };
}

/** How much one of two exclusive letters tells of the other, and how much a letter tells of itself, in bits. */
function exclusive() {
  const {text} = corpus("opening");
  const share = (letter: string) => Array.from(text).filter((c) => c === letter).length / Array.from(text).length;
  const [t, h] = [share("t"), share("h")];
  const of = (...p: readonly number[]) => toBits(entropy([...p, 1 - p.reduce((a, b) => a + b, 0)]));
  return {tEntropy: of(t), thInformation: of(t) + of(h) - of(t, h)};
}

export const facts = () => {
  const novel = corpus("moby-dick").text;
  const [p, q] = [lettersOf(novel), lettersOf(corpus("names").text)];
  const at = (list: Float64Array, letter: string) => list[LETTERS.indexOf(letter)]!;
  return {
    novelBits: toBits(entropy(p)),
    namesBits: toBits(entropy(q)),
    crossBits: toBits(crossEntropy(p, q)),
    klNovelNames: toBits(kl(p, q)),
    klNamesNovel: toBits(kl(q, p)),
    jensenShannon: toBits(jensenShannon(p, q)),
    uniformBits: log2(26),
    eShare: at(p, "e"),
    eBits: -log2(at(p, "e")),
    zShare: at(p, "z"),
    zBits: -log2(at(p, "z")),
    ...sentence(),
    ...exclusive(),
    ...codeOf(novel, 1),
    ...codeOf(novel, 2),
    ...codeOf(novel, 3),
    ...pairs(novel),
    ...seenAndUnseen(novel)
  };
};

/** Whether something is so for all pairs that the sliders of the figure offer. */
function pairsOf(so: (p: number, q: number) => boolean): boolean {
  const offered = Array.from({length: 16}, (_, i) => 0.2 + 0.05 * i);
  return offered.every((p) => offered.every((q) => so(p, q)));
}

/** What the page says of them in words. */
export const claims = (all: Awaited<ReturnType<typeof facts>>) => {
  const f = all as unknown as Record<string, number>;
  const sentence = [0, 1, 2, 3, 4, 5].map((order) => f[`sentence${order}`]!);
  return {
    sentenceFalls: sentence.every((bits, order) => order === 0 || bits < sentence[order - 1]!),
    fifthGivesLittle: sentence[4]! - sentence[5]! < (sentence[3]! - sentence[4]!) / 2,
    someDearer: f["dearer"]! > 0,
    dearAtBeginnings: f["initialBits"]! > 1.5 * f["innerBits"]!,
    halfIsGone: sentence[4]! < 0.6 * sentence[0]!,
    rareIsDear: f["zBits"]! > 3 * f["eBits"]!,
    belowUniform: f["novelBits"]! < f["uniformBits"]!,
    directionsDiffer: Math.abs(f["klNovelNames"]! - f["klNamesNovel"]!) > 0.005,
    crossIsMore: f["crossBits"]! > f["novelBits"]!,
    meetsBelowBoth: f["jensenShannon"]! < Math.min(f["klNovelNames"]!, f["klNamesNovel"]!),
    neighborTells: f["conditionalBits"]! < f["secondBits"]!,
    blocksAreShorter: f["code3"]! < f["code2"]! && f["code2"]! < f["code1"]!,
    withinABit: [1, 2, 3].every(
      (n) => f[`code${n}`]! >= f[`entropy${n}`]! && f[`code${n}`]! < f[`entropy${n}`]! + 1 / n
    ),
    seenFlatters: f["seenBits"]! < f["unseenBits"]!,
    othersKeepOrder: pairsOf((p, q) =>
      (["1 − p", "√(−log₂ p)"] as const).every((name) => tried(name, p, q).ordered && !tried(name, p, q).additive)
    ),
    weighedFallsBoth: !tried("−p log₂ p", 0.5, 0.25).ordered && !tried("−p log₂ p", 0.5, 0.25).additive,
    logarithmSurvives: pairsOf((p, q) => tried("−log₂ p", p, q).ordered && tried("−log₂ p", p, q).additive),
    exclusionTellsLittle: f["thInformation"]! < f["tEntropy"]! / 10
  };
};
