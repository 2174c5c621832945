/** The data of the mini-project: names by order, scored where they were not counted, and made. */
import {
  characterTokenizer,
  encodeDocuments,
  fold,
  generate,
  key,
  splitDocuments,
  temperature,
  toBits,
  type GenerationConfig,
  type Tokenizer
} from "/lib/index.js";
import {countNgrams, logProbs, modifiedKneserNey, score} from "/lib/stages/markov.js";

/** What a model of names needs and makes at one order. */
export interface NameOrder {
  readonly order: number;
  readonly bits: number;
  /** Share of the names it makes that it has counted. */
  readonly copied: number;
  /** How many different ones there are among them. */
  readonly distinct: number;
  readonly made: readonly string[];
}

export const ORDERS = [0, 1, 2, 3, 4, 5, 6];
/** How many names it makes. */
export const MADE = 60;

/** Names in two parts, and a tokenizer made from the first. */
interface Names {
  readonly tokenizer: Tokenizer;
  readonly train: readonly string[];
  readonly held: readonly string[];
}

/** One name a line, in small letters; the last tenth is held out. */
export function namesOf(text: string): Names {
  const names = splitDocuments(text).map((one) => one.toLowerCase());
  const cut = Math.floor(names.length * 0.9);
  const train = names.slice(0, cut);
  const tokenizer = characterTokenizer(train.join(""), {unknown: "<unk>", begin: "<s>", end: "</s>"});
  return {tokenizer, train, held: names.slice(cut)};
}

/** A model of names at one order: what it needs for names that it has not counted, and what it makes. */
export function nameOrder(
  {tokenizer, train, held}: Names,
  {order, heat}: {readonly order: number; readonly heat: number}
): NameOrder {
  const {tokens, begin = 0, end = 0, unknown} = tokenizer.vocabulary;
  const encode = (name: string) => encodeDocuments(tokenizer, [name]);
  const counts = countNgrams(
    train.map((name) => ({ids: encode(name), from: 1})),
    {order, vocabSize: tokens.length, begin}
  );
  const predictor = modifiedKneserNey()(counts);
  const logs = held.flatMap((name) => Array.from(score(predictor, encode(name), 1)));
  const known = new Set(train);
  const heated = temperature(heat);
  const rule: GenerationConfig["rule"] = (logits, context) =>
    heated(logits, context).map((x, id) => (id === unknown || id === begin ? -Infinity : x));
  const made = Array.from({length: MADE}, (_, i) => {
    const config = {
      predict: (c: ArrayLike<number>) => logProbs(predictor, c),
      prompt: [begin],
      length: 14,
      rule,
      key: fold(key(4), i),
      end
    };
    return tokenizer.decode(Array.from(generate(config), ({token}) => token));
  });
  return {
    order,
    bits: toBits(0 - logs.reduce((sum, x) => sum + x, 0) / logs.length),
    copied: made.filter((name) => known.has(name)).length / MADE,
    distinct: new Set(made).size,
    made: made.slice(0, 12)
  };
}
