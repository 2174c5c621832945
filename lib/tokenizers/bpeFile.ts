import {ConfigError, found} from "../core/errors.js";
import type {BpeModel, Merge} from "./bpeModel.js";
import {byteSymbols} from "./byteAlphabet.js";

/**
 * Refuses a vocabulary that lacks a byte: readers of files drop silently what no token spells.
 *
 * @throws ConfigError
 */
export function checkAllBytes(where: string, ids: ReadonlyMap<string, number>): void {
  const absent = byteSymbols.filter((symbol) => !ids.has(symbol));
  if (absent.length > 0)
    throw new ConfigError(
      where,
      "all 256 bytes are tokens: readers drop silently what no token spells",
      [found("absent", absent)],
      "add them to the tokens"
    );
}

/** The merges of a model as a list; those of ranks are every way to cut a token in two, by the token's id. */
export const listedMerges = ({tokens, merges}: BpeModel, ids: ReadonlyMap<string, number>): readonly Merge[] =>
  merges !== "ranks"
    ? merges
    : tokens.flatMap((token) =>
        Array.from({length: token.length - 1}, (_, i): Merge => [token.slice(0, i + 1), token.slice(i + 1)]).filter(
          ([left, right]) => ids.has(left) && ids.has(right)
        )
      );
