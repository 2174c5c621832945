/** Pairs of ids, each with two numbers, by open addressing: four numbers a slot, the left id first, -1 where it is free. */
export interface PairTable {
  readonly slots: Int32Array;
  readonly mask: number;
}

/** An empty table with room for `count` pairs at half its size or less. */
export function pairTable(count: number): PairTable {
  let size = 16;
  while (size < 2 * count) size *= 2;
  return {slots: new Int32Array(4 * size).fill(-1), mask: size - 1};
}

/** Where a pair stands in `slots`, or, complemented (`~`), the free place where it would. */
export function findPair({slots, mask}: PairTable, left: number, right: number): number {
  const mixed = Math.imul(left ^ Math.imul(right, 0x85ebca6b), 0x9e3779b1);
  for (let slot = (mixed ^ (mixed >>> 15)) & mask; ; slot = (slot + 1) & mask) {
    const at = slot << 2;
    const found = slots[at]!;
    if (found === left && slots[at + 1] === right) return at;
    if (found === -1) return ~at;
  }
}

/** Puts a pair at the free place that `findPair` found. */
export function putPair(
  {slots}: PairTable,
  at: number,
  left: number,
  right: number,
  first: number,
  second: number
): void {
  slots[at] = left;
  slots[at + 1] = right;
  slots[at + 2] = first;
  slots[at + 3] = second;
}
