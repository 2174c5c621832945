/** KaTeX's fonts have every sign of mathematics, and the book uses some: after the build each font keeps only those. */
import {readFileSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import subsetFont from "subset-font";

const entities: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0"};

/** Classes with which KaTeX's stylesheet turns to another font; what has none of them is in KaTeX_Main-Regular. */
const classes: Readonly<Record<string, readonly string[]>> = {
  "Math-Italic": ["mathnormal"],
  "Math-BoldItalic": ["boldsymbol"],
  "Main-Bold": ["mathbf", "textbf"],
  "Main-Italic": ["mathit", "textit"],
  "Main-BoldItalic": ["textbf"],
  "AMS-Regular": ["amsrm", "mathbb", "textbb"],
  "Caligraphic-Regular": ["mathcal"],
  "Caligraphic-Bold": ["mathcal"],
  "Size1-Regular": ["size1", "delim-size1", "small-op"],
  "Size2-Regular": ["size2", "large-op"],
  "Size3-Regular": ["size3"],
  "Size4-Regular": ["size4", "delim-size4"]
};

const plainText = (text: string): string =>
  text
    .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all);

const PART = /<(\/?)(\w+)(?:[^>]*?\sclass="([^"]*)")?[^>]*?(\/?)>|[^<]+/g;

interface Text {
  readonly text: string;
  /** The classes of all elements around it, inside of its formula. */
  readonly within: ReadonlySet<string>;
}

/** Each text of the formulas of a page. */
function* textsOf(html: string): Generator<Text> {
  for (const {index} of html.matchAll(/<span class="katex-html"/g)) {
    const open: (readonly string[])[] = [];
    PART.lastIndex = index;
    for (let part = PART.exec(html); part !== null; part = PART.exec(html)) {
      const [text, end, tag, names = "", empty] = part;
      if (tag === undefined) yield {text: plainText(text), within: new Set(open.flat())};
      else if (end === "/") open.pop();
      else if (empty !== "/") open.push(names.split(" "));
      if (open.length === 0) break;
    }
  }
}

const allTexts = (pages: readonly string[]): readonly Text[] => pages.flatMap((page) => [...textsOf(page)]);

function signsIn(texts: readonly Text[], font: string): string {
  const wanted = classes[font];
  const inFont = texts.filter(({within}) => wanted === undefined || wanted.some((name) => within.has(name)));
  return [...new Set([" ", ...inFont.flatMap(({text}) => [...text])])].sort().join("");
}

/** The characters that the formulas of these pages show in a font, such as `Math-Italic`; fonts unknown here keep all. */
export const signsOf = (pages: readonly string[], font = "Main-Regular"): string => signsIn(allTexts(pages), font);

/** Rewrites the site's KaTeX fonts in place; their names stay, for its stylesheet has them. */
export async function subsetMathFonts(site: string, pages: readonly string[]): Promise<void> {
  const texts = allTexts(pages);
  if (texts.length === 0) return;
  for (const file of readdirSync(site, {recursive: true, encoding: "utf8"})) {
    const [, font] = /KaTeX_([^/\\]+)\.woff2$/.exec(file) ?? [];
    if (font === undefined) continue;
    const [at, signs] = [join(site, file), signsIn(texts, font)];
    writeFileSync(at, await subsetFont(readFileSync(at), signs, {targetFormat: "woff2", noLayoutClosure: true}));
  }
}
