/** A maker of names: the mini-project of stage 1, in one file of a project of one's own. */
import {
  characterTokenizer,
  encodeDocuments,
  fold,
  generate,
  temperature,
  toBits,
  type GenerationConfig,
  type Key,
  type LogitsRule,
  type Tokenizer
} from "llm-first-principles";
import {countNgrams, logProbs, modifiedKneserNey, score, type Predictor} from "llm-first-principles/stages/markov";

/** A model of names, and what is needed to ask it. */
export interface NameModel {
  readonly tokenizer: Tokenizer;
  readonly predictor: Predictor;
  /** The names that were counted, in lower case: a new name is none of them. */
  readonly known: ReadonlySet<string>;
}

const clean = (names: readonly string[]): readonly string[] =>
  [...new Set(names.map((name) => name.trim().toLowerCase()))].filter((name) => name !== "");

/** Counts each name as a document of its own, so that the model knows how names begin and that they end. */
export function trainNames(names: readonly string[], order: number): NameModel {
  const list = clean(names);
  const tokenizer = characterTokenizer(list.join(""), {unknown: "<unk>", begin: "<s>", end: "</s>"});
  const {tokens, begin} = tokenizer.vocabulary;
  if (begin === undefined) throw new Error("the tokenizer has a begin token");
  const sequences = list.map((name) => ({ids: encodeDocuments(tokenizer, [name]), from: 1}));
  const counts = countNgrams(sequences, {order, vocabSize: tokens.length, begin});
  return {tokenizer, predictor: modifiedKneserNey()(counts), known: new Set(list)};
}

/** Bits per character of names that were not counted; the end of each name counts as a character. */
export function bitsPerCharacter({tokenizer, predictor}: NameModel, names: readonly string[]): number {
  let [nats, characters] = [0, 0];
  for (const name of clean(names)) {
    const logs = score(predictor, encodeDocuments(tokenizer, [name]), 1);
    nats -= logs.reduce((sum, x) => sum + x, 0);
    characters += logs.length;
  }
  return toBits(nats / characters);
}

/** The order from 0 to `most` whose model needs the fewest bits for names that it has not counted. */
export function chooseOrder(train: readonly string[], validation: readonly string[], most = 6): number {
  const bits = Array.from({length: most + 1}, (_, order) => bitsPerCharacter(trainNames(train, order), validation));
  return bits.indexOf(Math.min(...bits));
}

export interface NameOptions {
  readonly key: Key;
  readonly count: number;
  /** What each name begins with. */
  readonly start?: string;
  readonly heat?: number;
  /** Draws for one name before it gives up. */
  readonly tries?: number;
}

/**
 * Names that are in no list: drawn until one ends, is new, and is not made yet. The same key makes the same names.
 *
 * @throws Error if no new name is found, as when `start` already is the whole of the only one.
 */
export function makeNames(model: NameModel, options: NameOptions): readonly string[] {
  const {key, count, start = "", heat = 0.8, tries = 200} = options;
  const {tokenizer, predictor, known} = model;
  const {begin, end, unknown} = tokenizer.vocabulary;
  if (begin === undefined || end === undefined) throw new Error("the tokenizer has begin and end tokens");
  const prompt = [begin, ...tokenizer.encode(start.toLowerCase())];
  const heated = temperature(heat);
  const rule: LogitsRule = (logits, context) =>
    heated(logits, context).map((x, id) => (id === unknown || id === begin ? -Infinity : x));
  const made = new Set<string>();
  for (let i = 0; i < count * tries && made.size < count; i++) {
    const config: GenerationConfig = {
      predict: (c: ArrayLike<number>) => logProbs(predictor, c),
      prompt,
      length: 20,
      rule,
      key: fold(key, i),
      end
    };
    const ids = [...prompt.slice(1), ...Array.from(generate(config), ({token}) => token)];
    const name = tokenizer.decode(ids);
    if (ids.at(-1) === end && name.length > 1 && !known.has(name)) made.add(name);
  }
  if (made.size < count) throw new Error(`only ${made.size} of ${count} new names were found: give a shorter start`);
  return [...made].map((name) => name.slice(0, 1).toUpperCase() + name.slice(1));
}
