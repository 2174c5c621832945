/** Which pieces were met before: numbers 0, 1, 2, … in the order of their first occurrence. */
export interface PieceTable {
  /** The code units of all pieces in a row. */
  units: Uint16Array;
  /** Where each piece is in that row, and how many code units it has. */
  starts: Int32Array;
  lengths: Int32Array;
  hashes: Int32Array;
  /** The number of the piece at each hash, plus 1; 0 where there is none. */
  slots: Int32Array;
  count: number;
}

/** A table without pieces. It is filled by `pieceNumber`, and belongs to whoever made it. */
export const pieceTable = (): PieceTable => ({
  units: new Uint16Array(512),
  starts: new Int32Array(64),
  lengths: new Int32Array(64),
  hashes: new Int32Array(64),
  slots: new Int32Array(128),
  count: 0
});

/** The number of a stretch of `text`; it was met for the first time if the table’s count grew. */
export function pieceNumber(table: PieceTable, text: string, start: number, end: number): number {
  const length = end - start;
  let hash = length;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  const {units, starts, lengths, hashes, slots} = table;
  const mask = slots.length - 1;
  let slot = hash & mask;
  for (let number; (number = slots[slot]!) !== 0; slot = (slot + 1) & mask)
    if (
      hashes[number - 1] === hash &&
      lengths[number - 1] === length &&
      same(units, starts[number - 1]!, text, start, length)
    )
      return number - 1;
  if (table.count === starts.length) {
    grow(table);
    return pieceNumber(table, text, start, end);
  }
  const number = table.count++;
  const at = number === 0 ? 0 : starts[number - 1]! + lengths[number - 1]!;
  if (at + length > units.length) {
    table.units = new Uint16Array(2 * (at + length));
    table.units.set(units);
  }
  for (let i = 0; i < length; i++) table.units[at + i] = text.charCodeAt(start + i);
  starts[number] = at;
  lengths[number] = length;
  hashes[number] = hash;
  slots[slot] = number + 1;
  return number;
}

function same(units: Uint16Array, at: number, text: string, start: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (units[at + i] !== text.charCodeAt(start + i)) return false;
  return true;
}

function grow(table: PieceTable): void {
  table.starts = doubled(table.starts);
  table.lengths = doubled(table.lengths);
  table.hashes = doubled(table.hashes);
  const slots = new Int32Array(2 * table.slots.length);
  const mask = slots.length - 1;
  for (let i = 0; i < table.count; i++) {
    let slot = table.hashes[i]! & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = i + 1;
  }
  table.slots = slots;
}

/** The same numbers with room for as many again. */
export function doubled(list: Int32Array): Int32Array {
  const made = new Int32Array(2 * list.length);
  made.set(list);
  return made;
}
