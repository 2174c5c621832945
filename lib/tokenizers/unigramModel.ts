import {real} from "../core/check.js";
import {ConfigError, found} from "../core/errors.js";
import type {AddedToken} from "./addedTokens.js";
import {findPair, pairTable, putPair, type PairTable} from "./pairTable.js";

/** A token with its score, the natural logarithm of its probability. */
export type ScoredToken = readonly [token: string, score: number];

/** Unigram as plain data: a token's id is its place. */
export interface UnigramModel {
  readonly kind: "unigram";
  readonly tokens: readonly ScoredToken[];
  /**
   * What becomes of spaces: `keep` leaves a text as it is; `mark` writes ▁ (U+2581) for each, and before each part of a
   * text that does not begin with one, and no token crosses the start of a ▁. Default keep.
   */
  readonly spaces?: "keep" | "mark";
  /** The token for characters that no token covers; neighboring ones are joined into one. */
  readonly unknown?: string;
  /** Whether such characters are spelled by `<0x00>` … `<0xFF>`, one for each byte, if all are tokens. Default false. */
  readonly byteFallback?: boolean;
  readonly added?: readonly AddedToken[];
  readonly begin?: string;
  readonly end?: string;
}

/** The sign for a space. */
export const spaceMark = "\u2581";

/** What an unknown character costs beyond the lowest score, as in SentencePiece. */
const PENALTY = 10;

/** Tokens as a tree of code units, with what segmenting asks for. */
export interface UnigramTree {
  /** From a node and a code unit to a node, and the token that ends there, or -1. Node 0 is the root. */
  readonly edges: PairTable;
  readonly scores: Float64Array;
  /** What an unknown character costs. */
  readonly unknownScore: number;
}

/**
 * The tree of a model's tokens.
 *
 * @throws ConfigError for a score that is no number, or if there is no token.
 */
export function unigramTree(where: string, tokens: readonly ScoredToken[]): UnigramTree {
  const scores = Float64Array.from(tokens, ([token, score], id) => {
    if (typeof token !== "string")
      throw new ConfigError(`${where}.tokens[${id}]`, "a token is a string", [found("token", token)]);
    return real(`${where}.tokens[${id}].score`, score);
  });
  if (scores.length === 0) throw new ConfigError(`${where}.tokens`, "there is at least one token", []);
  const edges = pairTable(tokens.reduce((sum, [{length}]) => sum + length, 1));
  let nodes = 1;
  tokens.forEach(([token], id) => {
    let node = 0;
    for (let i = 0; i < token.length; i++) {
      let at = findPair(edges, node, token.charCodeAt(i));
      if (at < 0) putPair(edges, (at = ~at), node, token.charCodeAt(i), nodes++, -1);
      if (i === token.length - 1) edges.slots[at + 3] = id;
      node = edges.slots[at + 2]!;
    }
  });
  return {edges, scores, unknownScore: scores.reduce((least, score) => Math.min(least, score), Infinity) - PENALTY};
}

/**
 * Calls `found` for each token that a part of a text has at `start`, the shortest first; then with id -1 for the character
 * there, if it is no token itself.
 */
export function tokensAt(
  {edges, scores, unknownScore}: UnigramTree,
  text: string,
  start: number,
  end: number,
  found: (end: number, id: number, score: number) => void
): void {
  const next = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
  let alone = false;
  for (let i = start, node = 0; i < end; i++) {
    const at = findPair(edges, node, text.charCodeAt(i));
    if (at < 0) break;
    node = edges.slots[at + 2]!;
    const id = edges.slots[at + 3]!;
    if (id < 0) continue;
    if (i + 1 === next) alone = true;
    found(i + 1, id, scores[id]!);
  }
  if (!alone) found(next, -1, unknownScore);
}
