/** What models say of names that were held out: kept when the book was made, and read by figures. */
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
