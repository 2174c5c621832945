import {ConfigError, found} from "./errors.js";
import {perplexity, toBits} from "./information.js";
import {sum} from "./sum.js";

const ROUNDING = 1e-9; // how far above 0 a log-probability of a certain token may come out

/** What a text is to a model: the log-probability of each token, and how long the text is in characters and bytes. */
export interface ScoredSequence {
  /** Natural logarithms, one for each token; -Infinity for a token that the model excluded. */
  readonly logProbs: ArrayLike<number>;
  /** Code points of the text. */
  readonly characters: number;
  /** Bytes of the text as UTF-8. */
  readonly bytes: number;
}

/** How well a model knows a text, in the units in use. */
export interface SequenceInformation {
  readonly totalNats: number;
  /** Nats per token, the usual loss. */
  readonly crossEntropyNats: number;
  /** Bits per token. */
  readonly crossEntropyBits: number;
  /** e to the nats per token. */
  readonly perplexity: number;
  readonly bitsPerCharacter: number;
  /** The one measure that models with different tokens share. */
  readonly bitsPerByte: number;
}

/**
 * All measures of a scored text; Infinity for one that has an excluded token.
 *
 * @throws ConfigError for no tokens, a log-probability above 0 or NaN, and lengths that are not above 0.
 */
export function sequenceInformation({logProbs, characters, bytes}: ScoredSequence): SequenceInformation {
  if (logProbs.length === 0)
    throw new ConfigError("sequenceInformation", "a text has at least one token", [found("logProbs", [])]);
  for (let i = 0; i < logProbs.length; i++)
    if (!(logProbs[i]! <= ROUNDING))
      throw new ConfigError(
        "sequenceInformation",
        "a log-probability is a number <= 0",
        [found(`logProbs[${i}]`, logProbs[i])],
        "give logarithms, not probabilities"
      );
  for (const [name, length] of [
    ["characters", characters],
    ["bytes", bytes]
  ] as const)
    if (!(length > 0 && length < Infinity))
      throw new ConfigError("sequenceInformation", `\`${name}\` is a number above 0`, [found(name, length)]);
  const totalNats = 0 - sum(logProbs);
  const crossEntropyNats = totalNats / logProbs.length;
  const totalBits = toBits(totalNats);
  return {
    totalNats,
    crossEntropyNats,
    crossEntropyBits: toBits(crossEntropyNats),
    perplexity: perplexity(crossEntropyNats),
    bitsPerCharacter: totalBits / characters,
    bitsPerByte: totalBits / bytes
  };
}
