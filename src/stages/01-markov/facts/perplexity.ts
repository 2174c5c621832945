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
  const tokens = (text: string) => wordTokenizer(text, {unknown: "<unk>", minCount: 2});
  const {tokenizer: words, train, texts} = heldOut(novel, {tokens});
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
  return {
    wordVocabulary: shape.vocabSize,
    wordTokens: ids.length,
    wordPerplexity: told.perplexity,
    wordBitsPerCharacter: told.bitsPerCharacter,
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
    timesAsMuch: whole.train.length / opening.train.length,
    ...trap(novel)
  };
};

/** What the page says of them in words. */
export const claims = (all: Awaited<ReturnType<typeof facts>>) => {
  const f = all as unknown as Record<string, number | string>;
  const row = (name: string) =>
    [0, 1, 2, 3, 4, 5, 6].map((order) => Number(String(f[`${name}${order}`]).replace("∞", "Infinity")));
  const falls = (list: readonly number[]) => list.every((x, i) => i === 0 || x < list[i - 1]!);
  const rises = (list: readonly number[]) => list.every((x, i) => i === 0 || x > list[i - 1]!);
  const number = (name: string) => Number(f[name]);
  return {
    noneIsInfinite: row("noneHeld")
      .slice(1)
      .every((x) => x === Infinity),
    reciting: falls(row("noneTrain")) && falls(row("kneserNeyTrain")),
    addOneForgets: rises(row("addOneTrain").slice(2)),
    addOneTurns: rises(row("addOneHeld").slice(1)) && number("addOneBest") === 1,
    longHarmsAddOne: row("addOneHeld")[6]! > row("addOneHeld")[0]!,
    novelIsCheaper: row("novelHeld")
      .slice(1)
      .every((x, i) => x < row("kneserNeyHeld")[i + 1]!),
    sameBest: number("novelBest") === number("kneserNeyBest"),
    deeperWithText: row("novelHeld")[5]! < 0.7 * row("kneserNeyHeld")[5]!,
    excludedGrow: rises([1, 2, 3, 4, 5, 6].map((k) => number(`noneExcluded${k}`))),
    wordsLookWorse: number("wordPerplexity") > 20 * number("characterPerplexity"),
    wordsLookBetter: number("wordBitsPerCharacter") < number("characterBitsPerCharacter"),
    bytesDifferLittle: Math.abs(number("characterBitsPerCharacter") - number("characterBitsPerByte")) < 0.02,
    sharpeningHarms: number("sharpenedSample") > 1.5 * number("kneserNeySample"),
    worseThanUniform: number("noisePerplexity") > 2 * number("vocabSize")
  };
};
