/** What the dashboard of language models knows of each: kept when the book was made, and read by its figures. */
import type {Corpus} from "/lib/index.js";

/** Models, from counting to attention. */
export const MODELS = [
  "ngram",
  "window-small",
  "window-middle",
  "window-large",
  "elman",
  "gru",
  "lstm",
  "transformer"
] as const;
export type ModelName = (typeof MODELS)[number];

export const TITLES: Readonly<Record<ModelName, string>> = {
  ngram: "n-gram",
  "window-small": "small window",
  "window-middle": "middle window",
  "window-large": "large window",
  elman: "RNN",
  gru: "GRU",
  lstm: "LSTM",
  transformer: "transformer"
};

/** Colors of models, by meanings that this page has no other use for. */
export const MEANINGS: Readonly<Record<ModelName, string>> = {
  ngram: "ink",
  "window-small": "sgd",
  "window-middle": "momentum",
  "window-large": "muon",
  elman: "rmsprop",
  gru: "adam",
  lstm: "probability",
  transformer: "attention"
};

/** A network at a moment of its training. */
export interface Look {
  readonly step: number;
  /** Nats per token of the half that chooses. */
  readonly loss: number;
}

/** One seed of a network: the look that was best on the half that chooses, and what it came to on the test. */
export interface SeedRun {
  readonly seed: number;
  readonly step: number;
  readonly chooses: number;
  readonly test: number;
}

export interface ModelResult {
  readonly model: ModelName;
  /** What it is, in words: the order that was chosen, or the sizes. */
  readonly about: string;
  /** Nats per token: of the half that chooses, and of the test with its standard error, observation by observation. */
  readonly chooses: number;
  readonly test: number;
  readonly error: number;
  /** Numbers that it keeps: weights, or counts of all its orders. */
  readonly numbers: number;
  readonly bytes: number;
  /** Multiply-adds of one prediction, and tokens that one step of training reads; 0 of counts. */
  readonly multiplyAdds: number;
  readonly tokensPerStep: number;
  /** Of the seed that was best on the half that chooses; empty of counts. */
  readonly looks: readonly Look[];
  readonly seeds: readonly SeedRun[];
}

/** The first model's nats per token less the second's, on the same observations. */
export interface Pair {
  readonly first: ModelName;
  readonly second: ModelName;
  readonly difference: number;
  readonly error: number;
}

export interface TextResult {
  readonly name: string;
  /** What one observation is, such as `names`. */
  readonly observations: string;
  readonly corpus: Corpus;
  /** Tokens to learn from, and of the test. */
  readonly learned: number;
  readonly tested: number;
  /** Observations of the test. */
  readonly observed: number;
  readonly testBytes: number;
  /** Tokens of the test that the vocabulary, which is learned from the text, does not have. */
  readonly unknown: number;
  /** Orders of context that were counted, with the loss of each on the half that chooses. */
  readonly orders: readonly {readonly order: number; readonly chooses: number}[];
  readonly models: readonly ModelResult[];
  readonly pairs: readonly Pair[];
}

/** Student's factor for 95% of so many observations' mean: a series in 1/ν, right to three digits from ten on. */
export function student(observations: number): number {
  const [z, v] = [1.959964, observations - 1];
  const cube = z * z * z;
  return z + (cube + z) / (4 * v) + (5 * cube * z * z + 16 * cube + 3 * z) / (96 * v * v);
}

/** Whether 0 lies outside the 95% interval of a difference. */
export const isDecided = ({difference, error}: Pick<Pair, "difference" | "error">, {observed}: TextResult): boolean =>
  Math.abs(difference) > student(observed) * error;

export const UNITS = ["bits per byte", "nats per token", "perplexity"] as const;
export type Unit = (typeof UNITS)[number];

/** From nats per token into a unit: of one text, tokens and bytes are in a fixed proportion. */
export const inUnit =
  (unit: Unit, {tested, testBytes}: Pick<TextResult, "tested" | "testBytes">) =>
  (nats: number): number =>
    unit === "nats per token"
      ? nats
      : unit === "perplexity"
        ? Math.exp(nats)
        : (nats / Math.LN2) * (tested / testBytes);

export const resultOf = ({models}: TextResult, name: ModelName): ModelResult =>
  models.find(({model}) => model === name)!;

/** The pair of two models, in the order that is asked for. */
export function pairIn({pairs}: TextResult, first: ModelName, second: ModelName): Omit<Pair, "first" | "second"> {
  const found = pairs.find((pair) => [first, second].includes(pair.first) && [first, second].includes(pair.second));
  if (found === undefined) return {difference: 0, error: 0}; // a model beside itself
  return {difference: found.first === first ? found.difference : -found.difference, error: found.error};
}
