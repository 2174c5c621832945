/** KaTeX's fonts have every sign of mathematics, and the book uses some: after the build each font keeps only those. */
import {readFileSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import subsetFont from "subset-font";

const entities: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0"};

/** What stands inside of each `<span class="katex-html">` of a page, up to the tag that closes it. */
function formulasOf(html: string): readonly string[] {
  return [...html.matchAll(/<span class="katex-html"/g)].map(({index}) => {
    const tags = /<(\/?)span\b/g;
    tags.lastIndex = index;
    let depth = 0;
    for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
      depth += tag[1] === "/" ? -1 : 1;
      if (depth === 0) return html.slice(index, tag.index);
    }
    return html.slice(index);
  });
}

/** All characters that the formulas of these pages show. */
export function signsOf(pages: readonly string[]): string {
  const text = pages
    .flatMap(formulasOf)
    .join("")
    .replace(/<[^>]*>/g, "");
  const plain = text
    .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all);
  return [...new Set(` ${plain}`)].sort().join("");
}

/** Rewrites the site's KaTeX fonts in place; their names stay, for its stylesheet has them. */
export async function subsetMathFonts(site: string, pages: readonly string[]): Promise<void> {
  const signs = signsOf(pages);
  if (signs.length < 2) return;
  const files = readdirSync(site, {recursive: true, encoding: "utf8"});
  for (const font of files.filter((file) => /KaTeX_[^/\\]+\.woff2$/.test(file))) {
    const file = join(site, font);
    writeFileSync(file, await subsetFont(readFileSync(file), signs, {targetFormat: "woff2", noLayoutClosure: true}));
  }
}
