/** What models say of names that were held out: kept when the book was made, and read by figures. */
import {clusteredMean} from "/lib/stages/neural-lm.js";

/** The models that are compared, from the plainest on. */
export const MODELS = ["unigram", "bigram", "neuralBigram", "gru", "network", "again", "ngram", "mixture"] as const;
export type ModelName = (typeof MODELS)[number];

export const MODEL_TITLES: Readonly<Record<ModelName, string>> = {
  unigram: "single letters",
  bigram: "counted pairs",
  neuralBigram: "neural bigram",
  gru: "GRU",
  network: "network",
  again: "network, another seed",
  ngram: "best n-gram",
  mixture: "n-gram and network"
};

export interface Evaluated {
  /** The names that were held out to be tested with. */
  readonly names: readonly string[];
  /** What each of them costs each model, in nats. */
  readonly nats: Readonly<Record<ModelName, readonly number[]>>;
  /** The logits of the network for each token of these names, as `logitCode` writes them. */
  readonly logits: readonly string[];
  /** The token that came at each. */
  readonly labels: readonly number[];
  /** What was chosen by the names that were held out to choose by. */
  readonly chosen: {
    readonly order: number;
    readonly temperature: number;
  };
  /** Mean nats per token of the names to choose by. */
  readonly validation: Readonly<Record<ModelName, number>>;
}

/** Predictions of a name: one for each letter, and one for its end. */
export const tokensOf = (name: string): number => name.length + 1;

/** Two models on the first so many names. */
export interface Pair {
  /** How many more nats per token each name costs the first model than the second. */
  readonly perName: readonly number[];
  readonly first: Measured;
  readonly second: Measured;
  /** First less second, in nats per token, name by name. */
  readonly paired: Measured;
  /** The standard error of the difference, if each model had been measured on names of its own. */
  readonly apart: number;
}

type Measured = ReturnType<typeof clusteredMean>;

/** Compares two models on the first n names, in nats per token. */
export function pairOf({names, nats}: Pick<Evaluated, "names" | "nats">, a: ModelName, b: ModelName, n: number): Pair {
  const counts = names.slice(0, n).map(tokensOf);
  const [first, second] = [nats[a].slice(0, n), nats[b].slice(0, n)];
  const differences = first.map((x, i) => x - second[i]!);
  const measured = {first: clusteredMean(first, counts), second: clusteredMean(second, counts)};
  const [e, f] = [measured.first.standardError, measured.second.standardError];
  return {
    ...measured,
    perName: differences.map((d, i) => d / counts[i]!),
    paired: clusteredMean(differences, counts),
    apart: Math.sqrt(e * e + f * f)
  };
}
