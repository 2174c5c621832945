/**
 * The places of all tokens of a text of documents, one document after the other in the order of their first tokens: what a
 * loop takes that goes through a sorted list from its top.
 */
export function sortedPlaces(ids: ArrayLike<number>, end: number): readonly number[] {
  const documents: number[][] = [];
  let open: number[] = [];
  for (let place = 0; place < ids.length; place++) {
    open.push(place);
    if (ids[place] === end) {
      documents.push(open);
      open = [];
    }
  }
  if (open.length > 0) documents.push(open);
  return documents.sort(([a = 0], [b = 0]) => ids[a]! - ids[b]!).flat();
}
