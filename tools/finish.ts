/** After Framework: what its HTML lacks for accessibility and speed, and the policy that lets nothing foreign in. */
import {cpSync, existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {firstFonts, rootFrom} from "./fonts.js";
import {withFormulas} from "./markdown-math.js";
import {subsetMathFonts} from "./math-fonts.js";
import {withPolicy} from "./policy.js";
import {root} from "./root.js";

const repairs: readonly (readonly [from: string, to: string])[] = [
  ["<html>", '<html lang="en">'],
  [", maximum-scale=1", ""],
  [
    '<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar">',
    '<nav aria-label="Open"><input id="observablehq-sidebar-toggle" type="checkbox" title="Contents" aria-label="Contents"></nav>'
  ],
  ['<nav id="observablehq-sidebar">', '<nav id="observablehq-sidebar" aria-label="Contents">'],
  [
    '<input type="search" placeholder="Search">',
    '<input type="search" placeholder="Search" aria-label="Search the book">'
  ],
  ["<pre data-language", '<pre tabindex="0" data-language'],
  ['<aside id="observablehq-toc"', '<aside aria-label="In this section" id="observablehq-toc"'],
  [
    '<footer id="observablehq-footer">\n<nav>',
    '<footer id="observablehq-footer">\n<nav aria-label="Previous and next">'
  ],
  ['<link rel="x-asset"', '<link rel="x-asset" data-remove']
];

/** Pages made by Framework: not what stands under a folder of files. */
export const pagesOf = (site: string): readonly string[] =>
  readdirSync(site, {recursive: true, encoding: "utf8"})
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html") && !file.startsWith("_") && !statics().includes(file))
    .sort();

/** Files that are shipped as they are, from src/static. */
function statics(): readonly string[] {
  const folder = join(root, "src/static");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, encoding: "utf8"}).map((file) => file.replaceAll("\\", "/"));
}

const links = /<link [^>]*>\n?/g;

/** KaTeX’s stylesheet stays only where there is a formula; its fonts have been shipped, and their links have done. */
const withoutUnused = (html: string): string =>
  html.replace(links, (link) =>
    link.includes("data-remove") || (link.includes("katex") && !html.includes('class="katex')) ? "" : link
  );

const withFonts = (html: string, path: string): string =>
  html.replace(
    /<title>/,
    `${firstFonts.map((font) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${rootFrom(path)}${font}">\n`).join("")}<title>`
  );

/** The 404 page is shown at any depth, so its addresses begin at the root; `<base>` would do, and the policy forbids it. */
function anchored(html: string, base: string): string {
  const at = html.replace(/<base [^>]*>\n?/, "").replace(/(href|src)="\.\//g, `$1="${base}`);
  return at.replace(/(["'(])\.\/(_|fonts\/)/g, `$1${base}$2`).replaceAll('href="."', `href="${base}"`);
}

/** KaTeX’s style sheet, which offers each font in three formats, with the first of them alone. */
export const withFirstFormat = (css: string): string =>
  css.replace(/,\s*url\([^)]*\.(woff|ttf)\)\s*format\([^)]*\)/g, "");

/** Only the fonts of the first format are shipped. */
function withoutOldFonts(site: string): void {
  const all = readdirSync(site, {recursive: true, encoding: "utf8"});
  for (const name of all.filter((name) => /katex[\w-]*(\.min)?\.css$/.test(name))) {
    writeFileSync(join(site, name), withFirstFormat(readFileSync(join(site, name), "utf8")));
  }
}

export async function finish(base: string): Promise<void> {
  const site = join(root, "dist");
  const pages = pagesOf(site);
  for (const page of pages) {
    const file = join(site, page);
    const path = `/${page.replace(/\.html$/, "")}`;
    const whole = withFormulas(readFileSync(file, "utf8"));
    const repaired = repairs.reduce((html, [from, to]) => html.replaceAll(from, to), whole);
    const light = withFonts(withoutUnused(repaired), path);
    writeFileSync(file, withPolicy(page === "404.html" ? anchored(light, base) : light));
  }
  withoutOldFonts(site);
  await subsetMathFonts(
    site,
    pages.map((page) => readFileSync(join(site, page), "utf8"))
  );
  if (existsSync(join(root, "src/static"))) cpSync(join(root, "src/static"), site, {recursive: true});
  writeFileSync(join(site, ".nojekyll"), ""); // GitHub Pages would drop folders that begin with _;
}
