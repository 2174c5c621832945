import type {DocumentEnds} from "/lib/stages/neural-lm.js";

/** A document's ids after its begin, which is context only. */
interface Document {
  readonly ids: Uint32Array;
  readonly from: 1;
}

/** The documents that stand in a row, each by itself: as models that count take them, and scores are given for each. */
export function documentsOf({begin, end}: DocumentEnds, ids: ArrayLike<number>): readonly Document[] {
  const list: Document[] = [];
  let open: number[] = [begin];
  const close = (): void => {
    list.push({ids: Uint32Array.from(open), from: 1});
    open = [begin];
  };
  for (let i = 0; i < ids.length; i++) {
    open.push(ids[i]!);
    if (ids[i] === end) close();
  }
  if (open.length > 1) close();
  return list;
}
