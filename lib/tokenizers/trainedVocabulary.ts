import {ConfigError, found} from "../core/errors.js";
import {lookup, vocabulary, type Vocabulary} from "../text/vocabulary.js";
import {wellFormed} from "./wellFormed.js";

/** What every model says of its tokens. */
interface Named {
  readonly tokens: readonly string[];
  readonly unknown?: string;
  readonly begin?: string;
  readonly end?: string;
}

/**
 * The vocabulary of a model, whose special tokens are among its tokens.
 *
 * @throws ConfigError for a token that is empty, there twice or no whole text, and for a special one that is no token.
 */
export function trainedVocabulary(where: string, {tokens, unknown, begin, end}: Named): Vocabulary {
  tokens.forEach((token, id) => {
    if (typeof token !== "string" || wellFormed(token) !== token)
      throw new ConfigError(`${where}.tokens[${id}]`, "a token is a string without half a surrogate pair", [
        found("token", token)
      ]);
  });
  const ids = lookup(vocabulary(tokens));
  const special = (name: string, token: string | undefined): object => {
    if (token === undefined) return {};
    const id = ids.get(token);
    if (id === undefined)
      throw new ConfigError(`${where}.${name}`, "a special token is one of the tokens", [found(name, token)]);
    return {[name]: id};
  };
  return Object.freeze({
    tokens: Object.freeze([...tokens]),
    ...special("unknown", unknown),
    ...special("begin", begin),
    ...special("end", end)
  });
}
