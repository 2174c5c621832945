import {makeIds, type Ids} from "../text/ids.js";

/** Ids with the place where each ends, as they are found. */
export interface FoundTokens {
  readonly ids: number[];
  readonly ends: number[];
}

/** Adds a token. */
export function foundToken({ids, ends}: FoundTokens, id: number, end: number): void {
  ids.push(id);
  ends.push(end);
}

/** The ids, of a vocabulary of `size` tokens, as tokenizers give them. */
export function packedIds({ids}: FoundTokens, size: number): Ids {
  const packed = makeIds(ids.length, size);
  packed.set(ids);
  return packed;
}
