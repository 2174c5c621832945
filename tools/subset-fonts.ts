/**
 * Subsets the book's fonts from fontsource into src/fonts: `npx tsx tools/subset-fonts.ts`, when a font or a character is
 * added. Combining marks, such as the macron of x̄, are those that the sources use: a browser that has to look elsewhere
 * for a mark may lose it. All fonts are under the SIL Open Font License 1.1, without a reserved name, so a subset may keep its name.
 */
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import subsetFont from "subset-font";
import {combiningMarks} from "./combiningMarks.js";
import {root} from "./root.js";

interface Job {
  readonly source: string;
  readonly text: string;
  readonly axes: Readonly<Record<string, number | {readonly min: number; readonly max: number}>>;
  /** Whether what its features turn characters into is kept. */
  readonly features?: true;
}

const marks = combiningMarks();
const ascii = Array.from({length: 95}, (_, i) => String.fromCharCode(32 + i)).join("");
const latin = `${ascii}\u00a0¡£§©«°±²³µ¶·¹»¼½¾¿ÀÁÂÄÅÆÇÈÉÊËÍÑÓÔÖ×ØÚÜßàáâãäåæçèéêëìíîïñòóôõö÷øùúûüý–—‘’“”„•…′″‹›€−≈≤≥←↑→↓`;
// italics, labels and code have few accents: what they lack is taken from the reader's own fonts
const plain = `${ascii}\u00a0·×÷−±≤≥≈→←↑↓–—‘’“”…′″½¼²³éèêàçñöäüæœ`;
const greek = "ΔΘΛΠΣΦΨΩαβγδεζηθικλμνξπρσςτφχψω";

const weights = {wght: {min: 400, max: 700}};
const literata = "literata/files/literata";
const jobs: Readonly<Record<string, Job>> = {
  text: {source: `${literata}-latin-wght-normal`, text: latin + marks, axes: weights},
  "text-italic": {source: `${literata}-latin-wght-italic`, text: plain + marks, axes: {wght: 400}},
  "text-greek": {source: `${literata}-greek-wght-normal`, text: greek, axes: {wght: 400}},
  display: {source: `${literata}-latin-opsz-normal`, text: `${ascii}\u00a0–—‘’“”…×é`, axes: {wght: 600, opsz: 72}},
  sans: {
    source: "instrument-sans/files/instrument-sans-latin-wght-normal",
    text: plain + marks,
    axes: weights,
    features: true
  },
  mono: {source: "jetbrains-mono/files/jetbrains-mono-latin-wght-normal", text: plain + marks, axes: weights}
};

mkdirSync(join(root, "src/fonts"), {recursive: true});
let total = 0;
for (const [name, {source, text, axes, features = false}] of Object.entries(jobs)) {
  const font = readFileSync(join(root, `node_modules/@fontsource-variable/${source}.woff2`));
  const subset = await subsetFont(font, text, {targetFormat: "woff2", variationAxes: axes, noLayoutClosure: !features});
  writeFileSync(join(root, `src/fonts/${name}.woff2`), subset);
  total += subset.length;
  console.log(`${name.padEnd(12)} ${font.length} → ${subset.length}`);
}
console.log(`total ${total} bytes`);
