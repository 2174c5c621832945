import {ConfigError, TextError, found} from "../core/errors.js";
import {describeToken, findPosition} from "./describe.js";
import type {Ids} from "./ids.js";
import type {SpecialTokens, Vocabulary} from "./vocabulary.js";

/** A text as ids, and back. Where nothing is unknown, `decode(encode(text))` is `text`. */
export interface Tokenizer {
  readonly name: string;
  readonly vocabulary: Vocabulary;
  /**
   * The ids of a text's tokens, without begin or end.
   *
   * @throws TextError at the first token that the vocabulary does not have, unless it has an unknown token.
   */
  readonly encode: (text: string) => Ids;
  /** Where each token that `encode` finds ends in the text, in UTF-16 code units; unknown ones too. */
  readonly ends: (text: string) => Uint32Array;
  /**
   * The text that ids spell. Begin and end spell nothing, the unknown token spells `unknownSymbol`.
   *
   * @throws ConfigError if an id is not one of the vocabulary's.
   */
  readonly decode: (ids: ArrayLike<number>) => string;
}

/** What every tokenizer that is made from a text can be told. */
export interface TokenizerOptions extends SpecialTokens {
  /** Tokens that the text has fewer times than this are left out, and so unknown. */
  readonly minCount?: number;
  /** What an unknown token is decoded to; U+FFFD (�) unless told. */
  readonly unknownSymbol?: string;
}

/** What U+FFFD is called by Unicode: the replacement character. */
export const replacementCharacter = "\uFFFD";

/** Refuses to leave tokens out where nothing stands for what is unknown. */
export function checkLimits(
  where: string,
  least: Readonly<Record<string, number | undefined>>,
  unknown?: string
): void {
  for (const [name, value] of Object.entries(least)) {
    if (value === undefined) continue;
    if (!Number.isInteger(value) || value < 1)
      throw new ConfigError(`${where}.${name}`, "it is a whole number of at least 1", [found(name, value)]);
    if (unknown === undefined && !(name === "minCount" && value === 1))
      throw new ConfigError(
        `${where}.${name}`,
        "tokens can be left out only if an unknown token stands for them",
        [found(name, value)],
        'add {unknown: "<unk>"}'
      );
  }
}

/** Refuses a token, at code unit `unit` of `text`, that the vocabulary does not have. */
export function refuseUnknown(where: string, text: string, unit: number, token: string): never {
  throw new TextError(
    where,
    "every token is in the vocabulary, for it has no unknown token",
    [{name: "token", value: describeToken(token)}, findPosition(text, unit)],
    'make the tokenizer with {unknown: "<unk>"}, or from a text that has this token'
  );
}

/** What each id of a vocabulary decodes to. */
export const spellings = ({tokens, unknown, begin, end}: Vocabulary, unknownSymbol: string): readonly string[] =>
  tokens.map((token, id) => (id === unknown ? unknownSymbol : id === begin || id === end ? "" : token));
