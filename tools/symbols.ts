/** Cuts declarations out of TypeScript sources, with the docstring above them, for the pages that show them. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import ts from "typescript";
import {root} from "./root.js";

const sources = new Map<string, ts.SourceFile>();

/** A source as a tree; read anew when its text has changed. */
function parsed(file: string): ts.SourceFile {
  let text: string;
  try {
    text = readFileSync(join(root, file), "utf8");
  } catch (error) {
    throw new Error(`there is no file ${file}`, {cause: error});
  }
  const known = sources.get(file);
  const source = known?.text === text ? known : ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  sources.set(file, source);
  return source;
}

/** The names that a top-level statement declares. */
function declared(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({name}) => name.getText());
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement);
  return named && statement.name !== undefined ? [statement.name.text] : [];
}

/** All of a file. */
export const sourceOfFile = (file: string): string => parsed(file).text.trimEnd();

/** A symbol's declaration as it stands in a file, docstring included; all of its overloads. */
export function sourceOfSymbol(file: string, symbol: string): string {
  const source = parsed(file);
  const found = source.statements.filter((statement) => declared(statement).includes(symbol));
  if (found.length === 0) {
    const known = source.statements.flatMap(declared).join(", ");
    throw new Error(`${file} has no symbol ${symbol}; it has ${known}`);
  }
  return found.map((statement) => source.text.slice(statement.getStart(source, true), statement.end)).join("\n");
}

const isTest = (node: ts.CallExpression): boolean => /^(it|test)(\.\w+)*$/.test(node.expression.getText());

/** The test with a title, without the indentation that it has inside of others. */
export function sourceOfTest(file: string, title: string): string {
  const source = parsed(file);
  const titles: string[] = [];
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    const [first] = ts.isCallExpression(node) && isTest(node) ? node.arguments : [];
    if (first !== undefined && ts.isStringLiteralLike(first)) {
      titles.push(first.text);
      if (first.text === title) found = node.parent;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (found === undefined)
    throw new Error(`${file} has no test “${title}”; it has ${titles.map((t) => `“${t}”`).join(", ")}`);
  const start = found.getStart(source);
  const {character} = source.getLineAndCharacterOfPosition(start);
  return source.text.slice(start, found.end).replaceAll(`\n${" ".repeat(character)}`, "\n");
}

/** The line, from 1, at which a symbol is declared: links point to it. */
export function lineOfSymbol(file: string, symbol: string): number {
  const source = parsed(file);
  const found = source.statements.find((statement) => declared(statement).includes(symbol));
  return found === undefined ? 1 : source.getLineAndCharacterOfPosition(found.getStart(source, true)).line + 1;
}
