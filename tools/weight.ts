/**
 * What a page asks for before any figure draws: its HTML, styles, fonts, and the modules that it imports. What its figures
 * load besides is known in a browser only, where the browser suite weighs it.
 */
import {existsSync, readFileSync} from "node:fs";
import {dirname, extname, join, normalize} from "node:path/posix";
import {gzipSync} from "node:zlib";
import ts from "typescript";

const sizes = new Map<string, number>();

/** Bytes on the wire: compressed, unless the format is compressed already. */
function sizeOf(file: string): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const body = readFileSync(file);
  const size = [".woff2", ".png"].includes(extname(file)) ? body.length : gzipSync(body).length;
  sizes.set(file, size);
  return size;
}

interface Imports {
  readonly fixed: readonly string[];
  readonly lazy: readonly string[];
}

const read = new Map<string, Imports>();

/** What a module imports as it loads, and what it may import later. A module that many pages load is read once. */
export function importsOf(code: string): Imports {
  const known = read.get(code) ?? parseImports(code);
  read.set(code, known);
  return known;
}

function parseImports(code: string): Imports {
  const file = ts.createSourceFile("module.js", code, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS);
  const fixed: string[] = [];
  const lazy: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
      if (ts.isStringLiteral(node.moduleSpecifier)) fixed.push(node.moduleSpecifier.text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier !== undefined && ts.isStringLiteral(specifier)) lazy.push(specifier.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return {fixed, lazy};
}

const inline = /<script type="module">([\s\S]*?)<\/script>/g;

interface Weight {
  readonly page: string;
  /** Bytes by kind of file. */
  readonly bytes: ReadonlyMap<string, number>;
  readonly total: number;
}

/** The first load of a page of a site. A local address is read against the page's folder, or the base if absolute. */
export function weigh(site: string, page: string, base: string): Weight {
  const html = readFileSync(join(site, page), "utf8");
  const seen = new Set<string>([join(site, page)]);
  const resolve = (from: string, to: string): string =>
    to.startsWith("/") ? join(site, to.slice(base.length)) : normalize(join(dirname(from), to));
  const add = (file: string): void => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    if (!file.endsWith(".js")) return;
    for (const specifier of importsOf(readFileSync(file, "utf8")).fixed)
      if (/^[./]/.test(specifier)) add(resolve(file, specifier));
  };
  const here = join(site, page);
  for (const [, link = ""] of html.matchAll(
    /<link [^>]*rel="(?:stylesheet|modulepreload|preload)"[^>]*href="([^"]+)"/g
  ))
    add(resolve(here, link));
  for (const [, link = ""] of html.matchAll(
    /<link [^>]*href="([^"]+)"[^>]*rel="(?:stylesheet|modulepreload|preload)"/g
  ))
    add(resolve(here, link));
  for (const [, link = ""] of html.matchAll(/<script [^>]*src="([^"]+)"/g)) add(resolve(here, link));
  for (const [, script = ""] of html.matchAll(inline)) {
    const {fixed, lazy} = importsOf(script); // Framework writes the imports of cells as import(): they run at once
    for (const specifier of [...fixed, ...lazy]) if (/^[./]/.test(specifier)) add(resolve(here, specifier));
  }
  const bytes = new Map<string, number>();
  for (const file of seen) {
    const kind = extname(file).slice(1);
    bytes.set(kind, (bytes.get(kind) ?? 0) + sizeOf(file));
  }
  return {page, bytes, total: [...bytes.values()].reduce((a, b) => a + b, 0)};
}
