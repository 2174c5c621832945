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

/** Each text of the formulas of a page, with the classes of all elements around it inside of its formula. */
function* textsOf(html: string): Generator<{readonly text: string; readonly within: ReadonlySet<string>}> {
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

/** The characters that the formulas of these pages show in a font, such as `Math-Italic`; fonts unknown here keep all. */
export function signsOf(pages: readonly string[], font = "Main-Regular"): string {
  const wanted = classes[font];
  const signs = new Set(" ");
  for (const page of pages)
    for (const {text, within} of textsOf(page))
      if (wanted === undefined || wanted.some((name) => within.has(name))) for (const sign of text) signs.add(sign);
  return [...signs].sort().join("");
}

/** Rewrites the site's KaTeX fonts in place; their names stay, for its stylesheet has them. */
export async function subsetMathFonts(site: string, pages: readonly string[]): Promise<void> {
  if (signsOf(pages).length < 2) return;
  const files = readdirSync(site, {recursive: true, encoding: "utf8"});
  for (const file of files) {
    const [, font] = /KaTeX_([^/\\]+)\.woff2$/.exec(file) ?? [];
    if (font === undefined) continue;
    const [at, signs] = [join(site, file), signsOf(pages, font)];
    writeFileSync(at, await subsetFont(readFileSync(at), signs, {targetFormat: "woff2", noLayoutClosure: true}));
  }
}
