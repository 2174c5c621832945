import {doubled, pieceNumber, pieceTable} from "./pieceTable.js";
import {pieceEnd, type Split} from "./splits.js";

/** How often each piece occurs. */
export type PieceCounts = ReadonlyMap<string, number>;

/**
 * How often each piece of the texts occurs: all that BPE learns from. Pieces stand in the order of their first occurrence.
 *
 * @throws ConfigError for a split that is none.
 */
export function countPieces(texts: string | Iterable<string>, split: Split): PieceCounts {
  const endOf = pieceEnd("countPieces.split", split);
  const counts = new Map<string, number>();
  for (const text of typeof texts === "string" ? [texts] : texts) {
    const met = pieceTable();
    const distinct: string[] = [];
    let times: Int32Array = new Int32Array(64);
    for (let start = 0; start < text.length;) {
      const end = endOf(text, start, text.length);
      const number = pieceNumber(met, text, start, end);
      if (number === distinct.length) distinct.push(text.slice(start, end));
      if (number === times.length) times = doubled(times);
      times[number]!++;
      start = end;
    }
    distinct.forEach((piece, i) => counts.set(piece, (counts.get(piece) ?? 0) + times[i]!));
  }
  return counts;
}
