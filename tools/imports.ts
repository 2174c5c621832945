/** What the files of the project import, as graphs are made of it: by lint's tests, and to find which pages a change touches. */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import ts from "typescript";
import {root} from "./root.js";
import {sourceOf} from "./site-sources.js";

const text = (file: string): string => readFileSync(join(root, file), "utf8");

/** TypeScript and JavaScript below a folder, as paths from the root; nothing that a build has written. */
export const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), {recursive: true, encoding: "utf8"})
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.(ts|js)$/.test(file) && !/^src\/(lib|\.observablehq)\/|\/node_modules\//.test(file));

/** What a file imports, as it is written; a page's cells are TypeScript between prose. */
const specifiersOf = (file: string): readonly string[] =>
  file.endsWith(".md")
    ? [...text(file).matchAll(/\b(?:from|import\(|FileAttachment\() ?"([^"]+)"/g)].map(
        ([, specifier = ""]) => specifier
      )
    : ts.preProcessFile(text(file)).importedFiles.map(({fileName}) => fileName);

/** The file of the project that a specifier means where a file writes it, as a path from the root; undefined for a package. */
export function resolved(file: string, specifier: string): string | undefined {
  const library = sourceOf(specifier);
  if (library !== undefined) return relative(root, library).replaceAll("\\", "/");
  if (!/^[./]/.test(specifier)) return undefined;
  const path = specifier.startsWith("/") ? join(root, "src", specifier) : resolve(root, dirname(file), specifier);
  const source = relative(root, path).replaceAll("\\", "/");
  // AssemblyScript names modules without an ending
  return /\.(json|d\.ts)$/.test(source) || existsSync(path) ? source : source.replace(/(\.js)?$/, ".ts");
}

/** The files of the project that a file imports, types included, as paths from the root. */
export const importsOf = (file: string): readonly string[] =>
  specifiersOf(file).flatMap((specifier) => resolved(file, specifier) ?? []);

/** A file and all that it imports, directly or not, of those that `follows` says. */
export function reachedFrom(
  files: readonly string[],
  follows: (file: string) => boolean = () => true
): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(join(root, file)) || !follows(file)) return;
    seen.add(file);
    if (/\.(ts|js|md)$/.test(file)) importsOf(file).forEach(visit);
  };
  files.forEach(visit);
  return seen;
}
