/** Types as their authors wrote them: typedoc prints types anew, and loses what is spread or taken apart in them. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import ts from "typescript";
import {root} from "../root.js";

type Declaration =
  | ts.FunctionDeclaration
  | ts.VariableDeclaration
  | (ts.ClassDeclaration & {readonly name: ts.Identifier})
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.PropertySignature
  | ts.MethodSignature
  | ts.PropertyDeclaration
  | ts.GetAccessorDeclaration;

const isDeclaration = (node: ts.Node): node is Declaration =>
  [
    ts.isFunctionDeclaration,
    ts.isVariableDeclaration,
    ts.isClassDeclaration,
    ts.isInterfaceDeclaration,
    ts.isTypeAliasDeclaration,
    ts.isPropertySignature,
    ts.isMethodSignature,
    ts.isPropertyDeclaration,
    ts.isGetAccessorDeclaration
  ].some((is) => is(node));

const place = (line: number, name: string): string => `${line}:${name}`;

/** Every declaration of a file by the line and name at which it stands. */
function read(file: string): ReadonlyMap<string, Declaration> {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.ES2022, true);
  const found = new Map<string, Declaration>();
  const visit = (node: ts.Node): void => {
    if (isDeclaration(node) && node.name !== undefined) {
      const {line} = source.getLineAndCharacterOfPosition(node.name.getStart());
      found.set(place(line + 1, node.name.getText()), node);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Reads a declaration of a file by where it stands; each file is parsed once. */
export function declarations(): (file: string, line: number, name: string) => Declaration {
  const files = new Map<string, ReadonlyMap<string, Declaration>>();
  return (file, line, name) => {
    const all = files.get(file) ?? read(file);
    files.set(file, all);
    // a name that a face gives it stands nowhere in its file
    const declaration = all.get(place(line, name)) ?? [...all].find(([at]) => at.startsWith(place(line, "")))?.[1];
    if (declaration === undefined) throw new Error(`the reference: ${file}:${line} declares no ${name}`);
    return declaration;
  };
}

/** Code without what says that it is exported, and moved to the left as far as its last line is. */
function tidy(code: string): string {
  const lines = code.replace(/^export (?:declare )?/, "").split("\n");
  const indent = /^ */.exec(lines.at(-1) ?? "")![0];
  return [lines[0]!, ...lines.slice(1).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))]
    .join("\n")
    .trim();
}

type Function = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

/** A function from its type parameters to its result, which is `inferred` where nobody wrote it. */
function headOf(node: Function, inferred: string): string {
  const start = node.typeParameters?.pos ?? node.parameters.pos;
  const end = node.type?.getEnd() ?? node.parameters.end;
  const text = node.getSourceFile().text;
  // one before the list begins is its bracket
  const head = text.slice(start - 1, end);
  return tidy(node.type === undefined ? `${head}): ${inferred}` : head);
}

/** Members of a class, an interface or an object type come after: here its name and what it extends. */
const titleOf = (node: ts.ClassDeclaration | ts.InterfaceDeclaration): string =>
  tidy(/^[^{]*/.exec(node.getText())![0].replace(/\s+/g, " "));

/** What is short enough to be shown as it is; a longer value has its type there. */
const SHORT = 240;

function ofConstant({type, initializer}: ts.VariableDeclaration, name: string, inferred: string): string {
  if (type !== undefined) return `const ${name}: ${tidy(type.getText())}`;
  const value = initializer === undefined ? "" : tidy(initializer.getText());
  if (initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)))
    return `function ${name}${headOf(initializer, inferred)}`;
  return / as const$|^-?[\d._]+$/.test(value) && value.length <= SHORT
    ? `const ${name} = ${value}`
    : `const ${name}: ${inferred}`;
}

/**
 * A declaration under the name that it is exported by, as it stands in the source, without the body of a function and the
 * fields of an interface. What the source leaves to be inferred, a function's result or a constant's type, is `inferred`.
 */
export function signatureOf(node: Declaration, name: string, inferred: string): string {
  if (ts.isFunctionDeclaration(node)) return `function ${name}${headOf(node, inferred)}`;
  if (ts.isVariableDeclaration(node)) return ofConstant(node, name, inferred);
  const own = new RegExp(`\\b${node.name.getText()}\\b`);
  if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) return titleOf(node).replace(own, name);
  if (ts.isTypeAliasDeclaration(node)) return tidy(node.getText().replace(/;$/, "")).replace(own, name);
  return typeOf(node);
}

/** The type of a field; a method's as the function that it is. */
export function typeOf(node: Declaration): string {
  if (ts.isMethodSignature(node))
    return tidy(
      node
        .getText()
        .slice(node.name.getText().length)
        .replace(/^\?|;$/g, "")
    ).replace(/\)\s*:/, ") =>");
  const type = "type" in node ? node.type?.getText() : undefined;
  return tidy(type ?? "unknown").replace(/\s+/g, " ");
}
