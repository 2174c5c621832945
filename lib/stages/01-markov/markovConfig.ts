import {real, whole} from "../../core/check.js";
import {checkFields, oneOf} from "../../core/checkFields.js";
import {ConfigError, found} from "../../core/errors.js";
import {checkText} from "../../text/readText.js";
import {checkShape} from "./ngrams.js";
import {smoothing, type SmoothingSpec} from "./smoothing/smoothing.js";

/** What the first stage of the book can be told. All but `corpus` has a default. */
export interface MarkovConfig {
  /** The text. Its start is counted, its end is held out. */
  readonly corpus: string;
  /** What a token is: a character unless it is named. */
  readonly tokenizer?: "characters" | "words";
  /** Tokens of context. */
  readonly order?: number;
  /** What unseen tokens get: interpolated Kneser–Ney unless it is named. */
  readonly smoothing?: SmoothingSpec;
  /** Tokens counted in one step. */
  readonly batchSize?: number;
  /** Share of the text that is held out, at its end. */
  readonly validation?: number;
  /** Held-out tokens that are scored when the model is measured. */
  readonly scored?: number;
}

/** The config of the stage with every default filled in. */
export type FullMarkovConfig = Required<MarkovConfig>;

const defaults: Omit<FullMarkovConfig, "corpus"> = {
  tokenizer: "characters",
  order: 3,
  smoothing: {method: "kneser-ney"},
  batchSize: 16384,
  validation: 0.1,
  scored: 20000
};

/**
 * A config with its defaults.
 *
 * @throws ConfigError naming the field, the rule and the fix; TextError for a text that cannot be used.
 */
export function markovConfig(config: MarkovConfig): FullMarkovConfig {
  checkFields("config", config, ["corpus", ...Object.keys(defaults)]);
  const full = {...defaults, ...config};
  if (typeof full.corpus !== "string")
    throw new ConfigError("config.corpus", "the corpus is a text", [found("corpus", full.corpus)]);
  checkText(full.corpus, {name: "config.corpus"});
  oneOf("config.tokenizer", full.tokenizer, ["characters", "words"]);
  checkShape({order: full.order, vocabSize: 1});
  smoothing(full.smoothing);
  if (full.smoothing.method === "stupid-backoff")
    throw new ConfigError(
      "config.smoothing",
      "stupid backoff gives scores that do not sum to one, so a run cannot be measured in bits",
      [found("method", full.smoothing.method)],
      "choose kneser-ney here, and use stupidBackoff() on the counts directly"
    );
  whole("config.batchSize", full.batchSize, {least: 1});
  whole("config.scored", full.scored, {least: 1});
  real("config.validation", full.validation, {above: 0, below: 1});
  return full;
}
