import {ConfigError, found} from "../core/errors.js";
import type {AddedToken} from "./addedTokens.js";
import {findPair, pairTable, putPair, type PairTable} from "./pairTable.js";
import type {Split} from "./splits.js";

/** Two tokens that become one. */
export type Merge = readonly [left: string, right: string];

/** Byte-level BPE as plain data: a token's id is its place, and it spells bytes in GPT-2's alphabet (a space is Ġ). */
export interface BpeModel {
  readonly kind: "bpe";
  readonly tokens: readonly string[];
  /**
   * The merges, the earliest learned first; or `ranks`, as tiktoken has it: two neighbors merge if what they spell together
   * is a token, that of the smallest id first.
   */
  readonly merges: readonly Merge[] | "ranks";
  /** How a text is cut before; no token crosses a cut. */
  readonly split: Split;
  /** Tokens that are looked for in the text before it is cut. They are among `tokens`. */
  readonly added?: readonly AddedToken[];
  /** Whether a piece that is a token is that token, however its merges go. Default false; true for `ranks`. */
  readonly wholePieces?: boolean;
  /** The token for a byte that no token spells. */
  readonly unknown?: string;
  /** The tokens before a text's first and after its last, which spell nothing. */
  readonly begin?: string;
  readonly end?: string;
}

/**
 * All pairs that merge, each with its rank and the id that it becomes.
 *
 * @throws ConfigError for a merge whose parts or result are no tokens, or that stands there twice.
 */
export function mergeTable({tokens, merges}: BpeModel, ids: ReadonlyMap<string, number>): PairTable {
  return merges === "ranks" ? rankedPairs(tokens, ids) : listedPairs(merges, ids);
}

function listedPairs(merges: readonly Merge[], ids: ReadonlyMap<string, number>): PairTable {
  const table = pairTable(merges.length);
  merges.forEach((merge, rank) => {
    const [left, right] = merge;
    const [a, b, both] = [ids.get(left), ids.get(right), ids.get(left + right)];
    if (a === undefined || b === undefined || both === undefined)
      throw new ConfigError(
        `bpeTokenizer.merges[${rank}]`,
        "both parts of a merge, and what they become, are tokens",
        [found("merge", merge), found("not a token", a === undefined ? left : b === undefined ? right : left + right)],
        "was this list of merges learned with this vocabulary?"
      );
    const at = findPair(table, a, b);
    if (at >= 0)
      throw new ConfigError(`bpeTokenizer.merges[${rank}]`, "a merge stands in the list once", [found("merge", merge)]);
    putPair(table, ~at, a, b, rank, both);
  });
  return table;
}

/** Every way to cut a token into two tokens: the pairs that may become it. */
function rankedPairs(tokens: readonly string[], ids: ReadonlyMap<string, number>): PairTable {
  const found: number[] = [];
  tokens.forEach((token, id) => {
    for (let i = 1; i < token.length; i++) {
      const left = ids.get(token.slice(0, i));
      if (left === undefined) continue;
      const right = ids.get(token.slice(i));
      if (right !== undefined) found.push(left, right, id);
    }
  });
  const table = pairTable(found.length / 3);
  for (let i = 0; i < found.length; i += 3) {
    const [left, right, id] = [found[i]!, found[i + 1]!, found[i + 2]!];
    putPair(table, ~findPair(table, left, right), left, right, id, id);
  }
  return table;
}
