/** Mistakes of counting and measuring beside what is right, in numbers. */
import {
  characterTokenizer,
  coverage,
  heldOut,
  tokenParts,
  vocabularyStatistics,
  wordTokenizer,
  type TokenParts
} from "/lib/index.js";
import {
  addK,
  countNgrams,
  distribution,
  informationOf,
  kneserNey,
  maximumLikelihood,
  ngramsOfLength,
  type Predictor
} from "/lib/stages/markov.js";
import {encoded} from "./models.js";

/** The same held-out text by characters and by words: what each model needs, and what it does not know. */
export const byTokens = (text: string) =>
  (["characters", "words"] as const).map((kind) => {
    const make = kind === "words" ? wordTokenizer : characterTokenizer;
    const tokens = (start: string) => make(start, {unknown: "<unk>", minCount: 2});
    const {tokenizer, train, held, parts} = heldOut(text, {tokens});
    const order = kind === "words" ? 1 : 4;
    const counts = countNgrams([{ids: train}], {order, vocabSize: tokenizer.vocabulary.tokens.length});
    const unknown = held.filter((id) => id === tokenizer.vocabulary.unknown).length / held.length;
    return {kind, unknown, ...informationOf(kneserNey()(counts), parts.held())};
  });

/** Add-one over the two symbols of a text, which then answers for a third, and the same with a place for the unknown. */
export function leakedMass() {
  const [text, asked] = ["aab", ["a", "b", "c"]];
  const times = (symbol: string) => [...text].filter((c) => c === symbol).length;
  const tokenizer = characterTokenizer(text, {unknown: "<unk>"});
  const model = addK({k: 1})(countNgrams([{ids: tokenizer.encode(text)}], {order: 0, vocabSize: 3}));
  const p = distribution(model, []) ?? new Float64Array(3);
  return {
    asked,
    careless: asked.map((symbol) => (times(symbol) + 1) / (text.length + 2)),
    right: asked.map((symbol) => p[tokenizer.encode(symbol)[0] ?? 0] ?? 0)
  };
}

/** Words of a text, each a document of its own. */
export const wordsIn = (text: string): readonly string[] => [...new Set(text.toLowerCase().match(/[a-z]+/g) ?? [])];

/** Trigrams of words counted apart, and of the same words joined; `ghosts` are in no word. */
export function joinedWords(text: string) {
  const list = wordsIn(text);
  const tokenizer = characterTokenizer(list.join(""));
  const shape = {order: 2, vocabSize: tokenizer.vocabulary.tokens.length};
  const ids = list.map((word) => ({ids: tokenizer.encode(word)}));
  const apart = ngramsOfLength(countNgrams(ids, shape), 3);
  const joined = ngramsOfLength(countNgrams([{ids: tokenizer.encode(list.join(""))}], shape), 3);
  const known = new Set(apart.map((row) => row.slice(0, 3).join()));
  const ghosts = joined.filter((row) => !known.has(row.slice(0, 3).join()));
  const commonest = [...ghosts].sort((a, b) => (b[3] ?? 0) - (a[3] ?? 0))[0] ?? [];
  return {tokenizer, apart, joined, ghosts, commonest};
}

/** Bits per character of the text that was counted and of the text that was not, at one order. */
export function ownText(text: string, order: number) {
  const at = Math.floor(text.length * 0.9);
  const tokenizer = characterTokenizer(text);
  const [train, held] = [tokenParts(tokenizer, text.slice(0, at)), tokenParts(tokenizer, text.slice(at))];
  const counts = countNgrams([train()], {order, vocabSize: tokenizer.vocabulary.tokens.length});
  const bits = (predictor: Predictor, of: TokenParts) =>
    informationOf(predictor, of(0, Math.min(8000, of().ids.length))).bitsPerCharacter;
  return {
    order,
    own: bits(maximumLikelihood()(counts), train),
    held: bits(maximumLikelihood()(counts), held),
    smooth: bits(kneserNey()(counts), held)
  };
}

export const THRESHOLDS = [0.5, 0.9, 0.99] as const;

/** How many of the commonest characters make so much of a text; `careless` never sets its running sum back. */
export function coverageOf(text: string) {
  const {tokenizer, ids} = encoded(text);
  const {counts, total} = vocabularyStatistics(ids, tokenizer.vocabulary.tokens.length);
  const sorted = Array.from(counts).sort((a, b) => b - a);
  let covered = 0; // the mistake: it stands outside the loop
  const careless = THRESHOLDS.map((threshold) => {
    let k = 0;
    while (k < sorted.length && covered / total < threshold) covered += sorted[k++] ?? 0;
    return k;
  });
  return {tokenizer, counts, sorted, careless, right: THRESHOLDS.map((threshold) => coverage(counts, threshold))};
}
