import {findPair, type PairTable} from "./pairTable.js";

/** Pairs that merge: the rank of each (lower merges first), and the id that it becomes. */
type Merges = PairTable;

/** Whether a merge is left out, asked each time one is due: what makes BPE-dropout. */
export type Dropped = () => boolean;

const NEVER = 0x7fffffff;

/** Longer runs of symbols than this go by a heap: below it, looking at all pairs is faster. */
const SHORT = 48;

/**
 * Merges the first `count` ids of `symbols`, in place, until no pair merges: always the pair of lowest rank, of equal ones
 * the leftmost (Sennrich et al. 2016, section 3.2). Returns how many ids are left, at the start of `symbols`.
 *
 * n symbols take O(n log n), however they lie.
 */
export function mergeSymbols(merges: Merges, symbols: Int32Array, count: number, ranks: Int32Array): number {
  if (count < 2) return count;
  return count > SHORT ? mergeByHeap(merges, symbols, count) : mergeShort(merges, symbols, count, ranks);
}

/** Room for the ranks of short runs, to be handed to `mergeSymbols`. */
export const rankRoom = (): Int32Array => new Int32Array(SHORT);

function rankAt(merges: Merges, left: number, right: number): number {
  const at = findPair(merges, left, right);
  return at < 0 ? NEVER : merges.slots[at + 2]!;
}

function mergeShort(merges: Merges, symbols: Int32Array, count: number, ranks: Int32Array): number {
  let n = count - 1; // pairs
  for (let i = 0; i < n; i++) ranks[i] = rankAt(merges, symbols[i]!, symbols[i + 1]!);
  for (;;) {
    let [best, rank] = [-1, NEVER];
    for (let i = 0; i < n; i++)
      if (ranks[i]! < rank) {
        rank = ranks[i]!;
        best = i;
      }
    if (best < 0) return n + 1;
    const at = findPair(merges, symbols[best]!, symbols[best + 1]!);
    symbols[best] = merges.slots[at + 3]!;
    for (let i = best + 1; i < n; i++) {
      symbols[i] = symbols[i + 1]!;
      ranks[i] = ranks[i + 1]!;
    }
    n--;
    if (best < n) ranks[best] = rankAt(merges, symbols[best]!, symbols[best + 1]!);
    if (best > 0) ranks[best - 1] = rankAt(merges, symbols[best - 1]!, symbols[best]!);
  }
}

/** The same by a heap of pairs and a list of symbols linked both ways; `dropped` may leave merges out. */
export function mergeByHeap(merges: Merges, symbols: Int32Array, count: number, dropped?: Dropped): number {
  const next = Int32Array.from({length: count}, (_, i) => i + 1);
  const previous = Int32Array.from({length: count}, (_, i) => i - 1);
  // each merge takes one pair away and adds two at most
  const heap = {ranks: new Int32Array(3 * count), places: new Int32Array(3 * count), size: 0};
  const offer = (left: number): void => {
    if (left < 0 || next[left]! >= count) return;
    const rank = rankAt(merges, symbols[left]!, symbols[next[left]!]!);
    if (rank !== NEVER) push(heap, rank, left);
  };
  for (let i = 0; i + 1 < count; i++) offer(i);
  let skipped: (readonly [rank: number, place: number])[] = [];
  while (heap.size > 0) {
    const [rank, left] = [heap.ranks[0]!, heap.places[0]!];
    pop(heap);
    // what was offered may have merged with another neighbor since
    const right = next[left]!;
    if (symbols[left]! < 0 || right >= count) continue;
    const at = findPair(merges, symbols[left]!, symbols[right]!);
    if (at < 0 || merges.slots[at + 2] !== rank) continue;
    if (dropped?.() === true) {
      skipped.push([rank, left]);
      continue;
    }
    for (const [rank, place] of skipped) push(heap, rank, place);
    skipped = [];
    symbols[left] = merges.slots[at + 3]!;
    symbols[right] = -1;
    const after = next[right]!;
    next[left] = after;
    if (after < count) previous[after] = left;
    offer(left);
    offer(previous[left]!);
  }
  let kept = 0;
  for (let i = 0; i < count; i = next[i]!) symbols[kept++] = symbols[i]!;
  return kept;
}

interface Heap {
  readonly ranks: Int32Array;
  readonly places: Int32Array;
  size: number;
}

/** Whether entry a goes before entry b: by rank, then from the left. */
const before = ({ranks, places}: Heap, a: number, b: number): boolean =>
  ranks[a]! < ranks[b]! || (ranks[a] === ranks[b] && places[a]! < places[b]!);

function exchange({ranks, places}: Heap, a: number, b: number): void {
  const [rank, place] = [ranks[a]!, places[a]!];
  ranks[a] = ranks[b]!;
  places[a] = places[b]!;
  ranks[b] = rank;
  places[b] = place;
}

function push(heap: Heap, rank: number, place: number): void {
  let i = heap.size++;
  heap.ranks[i] = rank;
  heap.places[i] = place;
  for (let parent; i > 0 && before(heap, i, (parent = (i - 1) >> 1)); i = parent) exchange(heap, i, parent);
}

function pop(heap: Heap): void {
  exchange(heap, 0, --heap.size);
  for (let i = 0; ;) {
    let first = i;
    for (let child = 2 * i + 1; child <= 2 * i + 2 && child < heap.size; child++)
      if (before(heap, child, first)) first = child;
    if (first === i) return;
    exchange(heap, i, first);
    i = first;
  }
}
