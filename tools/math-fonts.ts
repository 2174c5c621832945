/** KaTeX's fonts have every sign of mathematics, and the book uses some: after the build each font keeps only those. */
import {readFileSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import subsetFont from "subset-font";

/** ASCII, and every other character that some page shows, in a formula or not. */
export const signsOf = (pages: readonly string[]): string => {
  const ascii = Array.from({length: 95}, (_, i) => String.fromCharCode(32 + i));
  return [...new Set([...ascii, ...pages.flatMap((html) => html.match(/[^\0-\x7f]/gu) ?? [])])].sort().join("");
};

/** Rewrites the site's KaTeX fonts in place; their names stay, for its stylesheet has them. */
export async function subsetMathFonts(site: string, pages: readonly string[]): Promise<void> {
  const signs = signsOf(pages);
  const files = readdirSync(site, {recursive: true, encoding: "utf8"});
  for (const font of files.filter((file) => /KaTeX_[^/\\]+\.woff2$/.test(file))) {
    const file = join(site, font);
    writeFileSync(file, await subsetFont(readFileSync(file), signs, {targetFormat: "woff2", noLayoutClosure: true}));
  }
}
