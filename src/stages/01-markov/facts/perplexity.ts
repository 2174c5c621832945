import {
  categorical,
  heldOut,
  key,
  log,
  measureText,
  perplexity,
  sequenceInformation,
  toBits,
  wordTokenizer,
  type HeldOut,
  type Ids
} from "/lib/index.js";
import {countNgrams, distribution, score, smoothing, type Predictor} from "/lib/stages/markov.js";
import {corpus} from "../../../../tools/corpora.js";
import {fitNamed, known, LARGEST_ORDER, measureOrder, vocabSizeOf} from "../model/ordersStage.js";
import type {SmoothingName} from "../model/smoothingMenu.js";

const written = (nats: number): string => (nats < Infinity ? perplexity(nats).toFixed(2) : "∞");

const model = (text: HeldOut, order: number, name: SmoothingName): Predictor =>
  fitNamed(name, countNgrams([{ids: text.train}], {order, vocabSize: vocabSizeOf(text)}), text.train);

/** How often the likeliest token is the one that comes. */
function accuracy(predictor: Predictor, ids: Ids): number {
  let hits = 0;
  for (let i = 10; i < ids.length; i++) {
    const p = distribution(predictor, ids.subarray(i - 10, i)) ?? [];
    let best = 0;
    p.forEach((x, w) => (best = x > (p[best] ?? 0) ? w : best));
    if (best === ids[i]) hits++;
  }
  return hits / (ids.length - 10);
}

/** Perplexity of what the model says once each of its distributions is sharpened: squared, and divided by its sum. */
function sharpened(predictor: Predictor, ids: Ids): number {
  let nats = 0;
  for (let i = 10; i < ids.length; i++) {
    const p = distribution(predictor, ids.subarray(i - 10, i)) ?? new Float64Array();
    const q = p[ids[i] ?? 0] ?? 0;
    nats -= log((q * q) / p.reduce((sum, x) => sum + x * x, 0));
  }
  return perplexity(nats / (ids.length - 10));
}

/** One held-out text of the novel, told by words and by characters. */
function trap(novel: string) {
  const {tokenizer: words, train, texts} = heldOut(novel, {tokens: "words"});
  const sample = texts.held.slice(0, 40_000);
  const {bytes, characters} = measureText(sample);
  const shape = {order: 2, vocabSize: words.vocabulary.tokens.length};
  const byWords = smoothing({method: "kneser-ney"})(countNgrams([{ids: train}], shape));
  const ids = words.encode(sample);
  const told = sequenceInformation({logProbs: score(byWords, ids), bytes, characters});
  const spelled = heldOut(novel);
  const byCharacters = model(spelled, 5, "kneser-ney");
  const letters = score(byCharacters, spelled.tokenizer.encode(sample));
  const alone = sequenceInformation({logProbs: letters, bytes, characters});
  // whoever may say “unknown” has told nothing: each unknown word is spelled by the characters
  const split = wordTokenizer(sample);
  let [at, spelling] = [0, 0];
  Array.from(split.encode(sample), (id) => split.vocabulary.tokens[id] ?? "").forEach((token, i) => {
    const length = Array.from(token).length;
    if (ids[i] === words.vocabulary.unknown) spelling -= letters.subarray(at, at + length).reduce((a, b) => a + b, 0);
    at += length;
  });
  return {
    wordVocabulary: shape.vocabSize,
    wordTokens: ids.length,
    wordPerplexity: told.perplexity,
    wordBitsPerCharacter: told.bitsPerCharacter,
    honestBitsPerCharacter: toBits(told.totalNats + spelling) / characters,
    unknownShare: ids.filter((id) => id === words.vocabulary.unknown).length / ids.length,
    charactersPerWord: characters / ids.length,
    characterPerplexity: alone.perplexity,
    characterBitsPerCharacter: alone.bitsPerCharacter,
    characterBitsPerByte: alone.bitsPerByte,
    trapCharacters: characters,
    trapBytes: bytes
  };
}

/** Numbers of the section on perplexity. */
export const facts = () => {
  const opening = heldOut(corpus("opening").text);
  const novel = corpus("moby-dick").text;
  const whole = heldOut(novel);
  const table: Record<string, string | number> = {};
  const best: Record<string, number> = {};
  const measure = (name: string, text: HeldOut, method: SmoothingName) => {
    let least = Infinity;
    for (let order = 0; order <= LARGEST_ORDER; order++) {
      const {train, validation} = measureOrder(text, order, method);
      table[`${name}Train${order}`] = written(train.nats);
      table[`${name}Held${order}`] = written(validation.nats);
      table[`${name}Excluded${order}`] = validation.excluded / validation.scored;
      if (validation.nats < least) [least, best[`${name}Best`]] = [validation.nats, order];
    }
  };
  measure("none", opening, "none");
  measure("addOne", opening, "add-1");
  measure("kneserNey", opening, "kneser-ney");
  measure("novel", whole, "kneser-ney");

  const V = vocabSizeOf(opening);
  const uniform = new Float64Array(V).fill(1 / V);
  const noise = Uint32Array.from({length: 5000}, (_, i) => categorical(key(5), uniform, i));
  const sample = opening.held.subarray(0, 4000);
  const [addOne, kneserNey] = [model(opening, 5, "add-1"), model(opening, 5, "kneser-ney")];
  return {
    ...table,
    ...best,
    vocabSize: V,
    uniformBits: toBits(log(V)),
    heldOut: opening.held.length,
    noisePerplexity: perplexity(known(kneserNey, noise).nats),
    addOneAccuracy: accuracy(addOne, sample),
    kneserNeyAccuracy: accuracy(kneserNey, sample),
    addOneSample: perplexity(known(addOne, sample).nats),
    kneserNeySample: perplexity(known(kneserNey, sample).nats),
    sharpenedSample: sharpened(kneserNey, sample),
    ...trap(novel)
  };
};
