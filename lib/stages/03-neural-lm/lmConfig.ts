import {real, whole} from "../../core/check.js";
import {checkFields, oneOf} from "../../core/checkFields.js";
import {ConfigError, found} from "../../core/errors.js";

/** Optimizers by their names. */
export const OPTIMIZERS = ["adamw", "adam", "sgd", "rmsprop", "lion", "muon"] as const;
export type OptimizerName = (typeof OPTIMIZERS)[number];

/** What every neural language model is told about its text and its training. */
export interface LmConfig {
  /** The text to learn. */
  readonly corpus: string;
  /** The kind of tokens: characters unless it is named. */
  readonly tokens?: "characters" | "words";
  /** Share of the text that is held out: 0.1 unless it is named. */
  readonly validation?: number;
  /** Held-out tokens that metrics look at, at most: 2,000 unless it is named. */
  readonly scored?: number;
  /** Examples of a batch: 64 unless it is named. */
  readonly batchSize?: number;
  /** `adamw` unless it is named. */
  readonly optimizer?: OptimizerName;
  /** Each model has its own. */
  readonly learningRate?: number;
  /** 0 unless it is named. */
  readonly weightDecay?: number;
  /** Gradients longer than this, all together, are shortened to it: 1 unless it is named; Infinity leaves them alone. */
  readonly clip?: number;
  /** 1 unless it is named. */
  readonly seed?: number;
}

/** The settings that every model has, by name. */
const LM_FIELDS = [
  "corpus",
  "tokens",
  "validation",
  "scored",
  "batchSize",
  "optimizer",
  "learningRate",
  "weightDecay",
  "clip",
  "seed"
] as const;

/** All settings that every model has. @throws ConfigError for those that cannot be, and for ones that there are none of. */
export function lmConfig<C extends LmConfig>(
  config: C,
  learningRate: number,
  own: readonly string[]
): Required<LmConfig> {
  checkFields("config", config, [...LM_FIELDS, ...own]);
  const full = {
    tokens: "characters",
    validation: 0.1,
    scored: 2000,
    batchSize: 64,
    optimizer: "adamw",
    learningRate,
    weightDecay: 0,
    clip: 1,
    seed: 1,
    ...config
  } as const;
  if (typeof full.corpus !== "string")
    throw new ConfigError("config.corpus", "a corpus is a text", [found("corpus", full.corpus)]);
  oneOf("config.tokens", full.tokens, ["characters", "words"]);
  oneOf("config.optimizer", full.optimizer, OPTIMIZERS);
  real("config.validation", full.validation, {above: 0, below: 1});
  whole("config.scored", full.scored, {least: 1});
  whole("config.batchSize", full.batchSize, {least: 1});
  real("config.learningRate", full.learningRate, {least: 0});
  real("config.weightDecay", full.weightDecay, {least: 0});
  real("config.clip", full.clip, {above: 0, most: Infinity});
  whole("config.seed", full.seed);
  return full;
}
