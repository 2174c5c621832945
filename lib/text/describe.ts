import {shown, type Finding} from "../core/errors.js";

/** A size for a reader: `20 MB (20,000,000 bytes)`. One MB is a million bytes. */
export function describeBytes(bytes: number): string {
  const exact = `${grouped(bytes)} ${bytes === 1 ? "byte" : "bytes"}`;
  const [unit, name] = bytes >= 1e6 ? [1e6, "MB"] : [1e3, "kB"];
  return bytes < 1000 ? exact : `${Math.round((bytes / unit) * 100) / 100} ${name} (${exact})`;
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** Code points that would not show, or would change how their neighbors show. */
const invisible = /[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}]/u;

/** A code point for a reader: `U+0041 "A"`; those that would not show, or would disturb the line, as `U+202E` alone. */
export function describeCodePoint(codePoint: number): string {
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  const character = String.fromCodePoint(codePoint);
  return invisible.test(character) ? name : `${name} "${character}"`;
}

/** A token for a reader: quoted, or code point by code point if some would not show. */
export function describeToken(token: string): string {
  const codePoints = Array.from(token, (character) => character.codePointAt(0) ?? 0);
  if (codePoints.length === 1) return describeCodePoint(codePoints[0]!);
  return disturbing.test(token) ? codePoints.map(describeCodePoint).join(" ") : shown(token);
}

const disturbing = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Where in a text the code unit `unit` is, in code points: index from 0, line and column from 1. */
export function findPosition(text: string, unit: number): Finding {
  let line = 1;
  let column = 1;
  let index = 0;
  for (let i = 0; i < unit; index++) {
    const codePoint = text.codePointAt(i) ?? 0;
    i += codePoint > 0xffff ? 2 : 1;
    column++;
    if (codePoint === 10) {
      line++;
      column = 1;
    }
  }
  return {name: "at", value: `character ${index}, counted from 0 (line ${line}, column ${column})`};
}
