/** Exports that nobody imports, and imports of pages that no cell uses: for tests/exports.test.ts. */
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import ts from "typescript";
import {resolved} from "./imports.js";
import {root} from "./root.js";

const textOf = (file: string): string => readFileSync(join(root, file), "utf8");

/** A file is parsed once, and without its comments: for what it takes, and for what it gives. */
const trees = new Map<string, ts.SourceFile>();
function parsed(file: string): ts.SourceFile {
  const known = trees.get(file);
  if (known !== undefined) return known;
  const options = {languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode: ts.JSDocParsingMode.ParseNone};
  const tree = ts.createSourceFile(file, textOf(file), options);
  trees.set(file, tree);
  return tree;
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({kind}) => kind === ts.SyntaxKind.ExportKeyword) === true;

/** Names of what a statement declares. */
function declaredBy(statement: ts.Statement): readonly string[] {
  const names: string[] = [];
  const name = (node: ts.BindingName): void => {
    if (ts.isIdentifier(node)) names.push(node.text);
    else node.elements.forEach((element) => ts.isBindingElement(element) && name(element.name));
  };
  if (ts.isVariableStatement(statement)) statement.declarationList.declarations.forEach((each) => name(each.name));
  else if ("name" in statement && statement.name !== undefined) name(statement.name as ts.Identifier); // a declaration's
  return names;
}

/** The names that a file exports, but for those that it hands on with a star. */
export const exportsOf = (file: string): readonly string[] =>
  parsed(file).statements.flatMap((statement) => {
    if (isExported(statement)) return declaredBy(statement);
    if (!ts.isExportDeclaration(statement)) return [];
    const {exportClause} = statement;
    return exportClause !== undefined && ts.isNamedExports(exportClause)
      ? exportClause.elements.map(({name}) => name.text)
      : [];
  });

/** In the place of a name: whatever a file exports. */
const ALL = "*";

/** What a statement takes of another file by name, or all of it. */
function namedBy(file: string, statement: ts.Statement): readonly string[] {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
  const from = statement.moduleSpecifier;
  const target = from !== undefined && ts.isStringLiteral(from) ? resolved(file, from.text) : undefined;
  if (target === undefined) return [];
  const named = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
  if (named === undefined) return ts.isExportDeclaration(statement) ? [`${target}#${ALL}`] : [];
  if (!ts.isNamedImports(named) && !ts.isNamedExports(named)) return [];
  return named.elements.map(({name, propertyName}) => `${target}#${(propertyName ?? name).text}`);
}

const WHOLE = /\bimport(?:\(| \* as \w+ from)\s*["`]([^"`]+)["`]/g;

/** What a text may take of modules that it imports whole: names that are among its words. */
function takenWhole(file: string, text: string): readonly string[] {
  const targets = [...text.matchAll(WHOLE)].flatMap(([, from = ""]) => resolved(file, from) ?? []);
  if (targets.length === 0) return [];
  const words = new Set(text.match(/[\w$]+/g));
  return targets.flatMap((target) => [...words].map((word) => `${target}#${word}`));
}

/** Each name that a file takes from another, as `file#name`. */
const takenBy = (file: string): readonly string[] => [
  ...parsed(file).statements.flatMap((statement) => namedBy(file, statement)),
  ...takenWhole(file, textOf(file))
];

const IMPORT = /\bimport\s*(?:type\s*)?\{([^}]*)\}\s*from\s*"([^"]+)"/g;

/** The clauses of named imports in a text: what is imported, its name there, and from where. */
const importsIn = (text: string) =>
  [...text.matchAll(IMPORT)].flatMap(([, names = "", from = ""]) =>
    names
      .split(",")
      .map((name) => name.trim().replace(/^type /, ""))
      .filter((name) => name !== "")
      .map((name) => {
        const [imported = "", local = imported] = name.split(/\s+as\s+/);
        return {imported, local, from};
      })
  );

/** What a page takes: by its imports, and what it lists. */
function takenByPage(page: string): readonly string[] {
  const text = textOf(page);
  const named = importsIn(text).flatMap(({imported, from}) => {
    const target = resolved(page, from);
    return target === undefined ? [] : [`${target}#${imported}`];
  });
  const listed = [...text.matchAll(/^<<<\s+([\w./-]+)#([\w,]+)/gm)].flatMap(([, file = "", symbols = ""]) =>
    symbols.split(",").map((symbol) => `${file}#${symbol}`)
  );
  return [...named, ...takenWhole(page, text), ...listed];
}

/** Exports of `files` that none of `users` (sources, and pages of Markdown) takes, as `file#name`. */
export function deadExports(files: readonly string[], users: readonly string[]): readonly string[] {
  const taken = new Set(users.flatMap((user) => (user.endsWith(".md") ? takenByPage(user) : takenBy(user))));
  return files
    .filter((file) => existsSync(join(root, file)))
    .filter((file) => !taken.has(`${file}#${ALL}`))
    .flatMap((file) => exportsOf(file).map((name) => `${file}#${name}`))
    .filter((name) => !taken.has(name));
}

/** From an opening brace to the one that closes it. */
function braced(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return text.slice(from, at + 1);
  }
  return text.slice(from);
}

/** The code of a page: its cells, and what stands in the prose as `${…}`. */
const codeOf = (page: string): string =>
  [
    ...[...page.matchAll(/^```js\b.*\n([^]*?)^```/gm)].map(([, code = ""]) => code),
    ...[...page.matchAll(/\$\{/g)].map(({index}) => braced(page, index + 1))
  ].join("\n");

/** Names that a page of Markdown imports, and that none of its code uses. */
export function unusedImports(page: string): readonly string[] {
  const code = codeOf(page);
  const rest = code.replace(IMPORT, "");
  return importsIn(code)
    .map(({local}) => local)
    .filter((name) => !new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(rest));
}
