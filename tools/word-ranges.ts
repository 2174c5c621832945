/**
 * `npm run word-ranges`: writes lib/text/wordRanges.ts, the code points that are part of words, with the version of Unicode
 * that this Node knows. A table, because engines know different versions, and the same text must split the same everywhere.
 */
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {root} from "./root.js";

const WORD = /[\p{L}\p{M}\p{N}_]/u;
const LAST = 0x10ffff;
const WIDTH = 100;

/** Lengths of stretches of code points, by turns outside and inside of words, in base 36. */
function stretches(): readonly string[] {
  const lengths: number[] = [];
  let inside = false;
  let length = 0;
  for (let codePoint = 0; codePoint <= LAST; codePoint++) {
    if (WORD.test(String.fromCodePoint(codePoint)) !== inside) {
      lengths.push(length);
      inside = !inside;
      length = 0;
    }
    length++;
  }
  return lengths.map((n) => n.toString(36));
}

/** The text of lib/text/wordRanges.ts. */
export function rangesModule(): string {
  const lines: string[] = [];
  for (const stretch of stretches()) {
    const line = lines.at(-1);
    if (line === undefined || line.length + stretch.length + 1 > WIDTH) lines.push(stretch);
    else lines[lines.length - 1] = `${line} ${stretch}`;
  }
  return `// Written by \`npm run word-ranges\`: edit nothing here.

/** The version of Unicode that the ranges are of. */
export const unicodeVersion = "${process.versions.unicode}";

/** Lengths of stretches of code points from 0 on, in base 36, by turns outside and inside of words; the last is outside. */
export const wordRanges =
${lines.map((line, i) => `  "${line}${i < lines.length - 1 ? " " : ""}"`).join(" +\n")};
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  writeFileSync(join(root, "lib/text/wordRanges.ts"), rangesModule());
