import type {Ids} from "../../text/ids.js";
import type {Ngrams} from "./ngrams.js";

/** Index of `value` in the sorted range `from … to - 1`, or -1. */
export function search(sorted: Ids, value: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1;
    const at = sorted[middle]!;
    if (at === value) return middle;
    if (at < value) from = middle + 1;
    else to = middle;
  }
  return -1;
}

/**
 * The contexts that end before position `at` of `ids`, from the empty one to the longest that was ever followed by
 * anything: `path[k]` is its index in level k. Returns how many there are (at least 1).
 */
export function walk({levels, order}: Ngrams, ids: ArrayLike<number>, at: number, path: Uint32Array): number {
  path[0] = 0;
  let node = 0;
  const longest = Math.min(order, at);
  for (let k = 1; k <= longest; k++) {
    const {children} = levels[k - 1]!;
    node = search(levels[k]!.oldest, ids[at - k]!, children[node]!, children[node + 1]!);
    if (node < 0) return k;
    path[k] = node;
  }
  return longest + 1;
}
