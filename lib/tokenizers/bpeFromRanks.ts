import {ConfigError, found} from "../core/errors.js";
import type {BpeModel} from "./bpeModel.js";
import {tokenOfBytes} from "./byteAlphabet.js";
import type {Split} from "./splits.js";

/**
 * Byte-level BPE of a vocabulary as tiktoken publishes it: a list of what each token spells, in which the place is at once
 * the id and the rank. A piece that is a token is that token; otherwise two neighbors merge if together they are one, that
 * of the smallest id first. Ids equal those of `encode_ordinary` of tiktoken. Special tokens can be put behind, in `tokens`
 * and `added`, where their ids follow on.
 *
 * @throws ConfigError if a place has no bytes.
 */
export function bpeFromRanks(ranks: readonly Uint8Array[], split: Split): BpeModel {
  ranks.forEach((bytes, id) => {
    if (bytes.length === 0)
      throw new ConfigError(`bpeFromRanks.ranks[${id}]`, "a token spells at least one byte", [found("id", id)]);
  });
  return {kind: "bpe", tokens: ranks.map(tokenOfBytes), merges: "ranks", split, wholePieces: true};
}
