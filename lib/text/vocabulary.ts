import {ConfigError, found} from "../core/errors.js";

/** The tokens that a model knows: a token's id is its place. Plain data, to be saved and printed as it is. */
export interface Vocabulary {
  readonly tokens: readonly string[];
  /** Id of the token that stands for every token not listed. */
  readonly unknown?: number;
  /** Id of the token before a text's first; it spells nothing. */
  readonly begin?: number;
  /** Id of the token after a text's last; it spells nothing. */
  readonly end?: number;
}

/** Names of the tokens that stand for no text of their own, such as `<unk>`, `<s>`, `</s>`. */
export interface SpecialTokens {
  /** What stands for all that is not in the vocabulary. */
  readonly unknown?: string;
  /** What stands before every text. */
  readonly begin?: string;
  /** What stands behind every text. */
  readonly end?: string;
}

/**
 * A vocabulary of `tokens` in their order, followed by the special ones: unknown, begin, end.
 *
 * @throws ConfigError if a token is empty or appears twice.
 */
export function vocabulary(tokens: readonly string[], {unknown, begin, end}: SpecialTokens = {}): Vocabulary {
  const all = [...tokens, ...[unknown, begin, end].filter((token) => token !== undefined)];
  const ids = index(all);
  const idOfSpecial = <K extends string>(name: K, token: string | undefined): {readonly [key in K]?: number} =>
    token === undefined ? {} : ({[name]: ids.get(token)} as {readonly [key in K]?: number});
  const made: Vocabulary = Object.freeze({
    tokens: Object.freeze(all),
    ...idOfSpecial("unknown", unknown),
    ...idOfSpecial("begin", begin),
    ...idOfSpecial("end", end)
  });
  lookups.set(made, ids);
  return made;
}

/** The id of a token; undefined if the vocabulary does not have it (it is not replaced by the unknown token). */
export const idOf = (vocabulary: Vocabulary, token: string): number | undefined => lookup(vocabulary).get(token);

/**
 * The token of an id.
 *
 * @throws ConfigError if the vocabulary has no such id.
 */
export function tokenOf(vocabulary: Vocabulary, id: number): string {
  const token = vocabulary.tokens[id];
  if (token !== undefined) return token;
  throw new ConfigError("tokenOf", "an id is a token's place in the vocabulary", [
    found("id", id),
    found("vocabulary size", vocabulary.tokens.length)
  ]);
}

/** All tokens with their ids. The map is made once for each vocabulary. */
export function lookup(vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const known = lookups.get(vocabulary);
  if (known !== undefined) return known;
  const made = index(vocabulary.tokens);
  lookups.set(vocabulary, made);
  return made;
}

const lookups = new WeakMap<Vocabulary, ReadonlyMap<string, number>>();

function index(tokens: readonly string[]): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  for (const [id, token] of tokens.entries()) {
    if (token === "") throw new ConfigError("vocabulary", "a token has at least one character", [found("id", id)]);
    const first = ids.get(token);
    if (first !== undefined) {
      const places = [found("token", token), found("ids", [first, id])];
      throw new ConfigError("vocabulary", "a token appears once", places, "rename one, or leave one out");
    }
    ids.set(token, id);
  }
  return ids;
}
