import {UsageError} from "../exit.js";

const DIGITS = 10; // of the largest id of 32 bits
const ZERO = 0x30;
const PIECE = 65_536; // ids that are written at once

/** Numbers below this are looked up: their digits, the first in the lowest byte. */
const KNOWN = 10_000;

/** The digits of numbers that have four at most, and how many there are. */
function knownDigits(): {readonly digits: Uint32Array; readonly counts: Uint8Array} {
  const [digits, counts] = [new Uint32Array(KNOWN), new Uint8Array(KNOWN)];
  for (let id = 0; id < KNOWN; id++) {
    counts[id] = id < 10 ? 1 : id < 100 ? 2 : id < 1000 ? 3 : 4;
    for (let rest = id, i = 0; i < counts[id]!; i++, rest = Math.floor(rest / 10))
      digits[id] = digits[id]! * 256 + ZERO + (rest % 10);
  }
  return {digits, counts};
}

/** Ids as a line, in pieces: numbers with spaces between, or a list as JSON has it. */
export function* idLine(ids: ArrayLike<number>, json: boolean): Generator<string, void, undefined> {
  const between = (json ? "," : " ").charCodeAt(0);
  const {digits, counts} = knownDigits();
  const bytes = Buffer.allocUnsafe(PIECE * (DIGITS + 1) + 4);
  if (json) yield "[";
  for (let from = 0; from < ids.length; from += PIECE) {
    const to = Math.min(ids.length, from + PIECE);
    let at = 0;
    for (let i = from; i < to; i++) {
      const id = ids[i]!;
      if (i > 0) bytes[at++] = between;
      if (id < KNOWN) {
        // all four are written, and what was too much is written over
        const four = digits[id]!;
        bytes[at] = four;
        bytes[at + 1] = four >>> 8;
        bytes[at + 2] = four >>> 16;
        bytes[at + 3] = four >>> 24;
        at += counts[id]!;
      } else at += bytes.write(String(id), at, "latin1");
    }
    yield bytes.toString("latin1", 0, at);
  }
  yield json ? "]\n" : "\n";
}

/** The ids of a line in either form. @throws UsageError for what is no list of ids. */
export function idsOf(line: string, place: string): readonly number[] {
  const parts = line
    .trim()
    .replace(/^\[|\]$/g, "")
    .split(/[\s,]+/)
    .filter((part) => part !== "");
  return parts.map((part) => {
    if (/^\d+$/.test(part) && Number.isSafeInteger(Number(part))) return Number(part);
    throw new UsageError(place, "an id is a whole number from 0 up", [{name: "found", value: JSON.stringify(part)}]);
  });
}

/** Lines of a text, without an empty one after the last break. */
export const linesOf = (text: string): readonly string[] => text.replace(/\r?\n$/, "").split(/\r?\n/);
