import {readFileSync} from "node:fs";
import {join} from "node:path";
import subsetFont from "subset-font";
import {describe, expect, it} from "vitest";
import {combiningMarks, marksIn} from "../../tools/combiningMarks.js";
import {root} from "../../tools/root.js";

const latin1 = new TextDecoder("latin1");

/** The characters that a font has glyphs for, by the tables of formats 4 and 12 in its `cmap`. */
function charactersOf(sfnt: Buffer): ReadonlySet<number> {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  const found = new Set<number>();
  const add = (from: number, to: number): void => {
    for (let c = from; c <= to && c < 0x10ffff; c++) found.add(c);
  };
  const records = Array.from({length: view.getUint16(4)}, (_, i) => 12 + 16 * i);
  const cmap = records.find((at) => latin1.decode(sfnt.subarray(at, at + 4)) === "cmap");
  if (cmap === undefined) throw new Error("The font has no cmap.");
  const start = view.getUint32(cmap + 8);
  for (let i = 0; i < view.getUint16(start + 2); i++) {
    const at = start + view.getUint32(start + 8 + 8 * i);
    const groups = view.getUint16(at) === 12 ? view.getUint32(at + 12) : 0;
    for (let g = 0; g < groups; g++) add(view.getUint32(at + 16 + 12 * g), view.getUint32(at + 20 + 12 * g));
    const segments = view.getUint16(at) === 4 ? view.getUint16(at + 6) / 2 - 1 : 0; // the last one says the end
    for (let s = 0; s < segments; s++)
      add(view.getUint16(at + 16 + 2 * (segments + 1 + s)), view.getUint16(at + 14 + 2 * s));
  }
  return found;
}

describe("combining marks", () => {
  it("are found in a text, each once", () => {
    expect(marksIn("B\u0304 and C\u0304, u\u0308 as two, \u00fc as one")).toBe("\u0304\u0308");
  });

  it("are used by the sources", () => {
    expect(combiningMarks()).toContain("\u0304"); // the gradient of B is B\u0304
  });

  it.each(["text", "text-italic", "sans", "mono"])("of the sources are in the font %s", async (name) => {
    const marks = combiningMarks();
    const font = readFileSync(join(root, `src/fonts/${name}.woff2`));
    const there = charactersOf(await subsetFont(font, `x${marks}`, {targetFormat: "sfnt"}));
    expect(there.has(0x78)).toBe(true);
    const missing = Array.from(marks).filter((mark) => !there.has(mark.codePointAt(0)!));
    expect(missing.map((mark) => `U+${mark.codePointAt(0)!.toString(16).padStart(4, "0")}`)).toEqual([]);
  });
});
