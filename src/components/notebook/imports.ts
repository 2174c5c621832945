/** The imports of a cell, found by the parser that runs it, and the cell with others in their place. */
import {parseJavaScript} from "@observablehq/notebook-kit";
import {simple} from "acorn-walk";
import {packageOf} from "./specifiers.js";
import {inNotebook, inScript, isOwn} from "./standIns.js";

interface Span {
  readonly start: number;
  readonly end: number;
}

interface ImportNode extends Span {
  readonly source: Span & {readonly value?: unknown};
  readonly specifiers?: readonly {
    readonly type: string;
    readonly imported?: {readonly name?: string};
    readonly local: {readonly name: string};
  }[];
}

interface Exported {
  /** The code without the imports at its top, where they are taken out. */
  readonly code: string;
  /** Imports of packages, one statement each. */
  readonly imports: readonly string[];
  /** Names that it uses and that are nowhere but in the book. */
  readonly absent: readonly string[];
}

/** What stands in a script for a module of the book that is imported later: a name that nothing defines. */
const BOOK = "importFromTheBook";

/**
 * A cell's code for elsewhere: packages by their names, and stand-ins for what is the book's own.
 *
 * @throws SyntaxError if it is no JavaScript
 */
export function elsewhere(code: string, where: "notebook" | "script", named: (name: string) => string): Exported {
  const {body} = parseJavaScript(code);
  const edits: (Span & {readonly put: string})[] = [];
  const imports: string[] = [];
  const absent: string[] = [];
  const stand = (name: string) =>
    (where === "notebook" ? inNotebook(name) : inScript(name))?.replace(
      /\bimport\("([^"]+)"\)/g,
      (_, specifier: string) => `import("${named(specifier)}")`
    );
  const declared = (node: ImportNode) => {
    const specifier = String(node.source.value);
    if (!isOwn(specifier)) {
      const source = JSON.stringify(named(packageOf(specifier)));
      const statement = code.slice(node.start, node.source.start) + source + code.slice(node.source.end, node.end);
      if (where === "notebook") return void edits.push({...span(node.source), put: source});
      imports.push(statement);
      return void edits.push({...span(node), put: ""});
    }
    const names = (node.specifiers ?? []).map(({imported, local}) => [imported?.name ?? local.name, local.name]);
    const put = names.map(([name = "", local = ""]) => [local, stand(name)] as const);
    absent.push(...put.flatMap(([local, expression]) => (expression === undefined ? [local] : [])));
    const lines = put.flatMap(([local, is]) => (is === undefined ? [] : [`const ${local} = ${is};`]));
    edits.push({...span(node), put: lines.join("\n")});
  };
  const later = (node: ImportNode) => {
    const specifier = node.source.value;
    if (typeof specifier !== "string") return;
    if (!isOwn(specifier))
      return void edits.push({...span(node.source), put: JSON.stringify(named(packageOf(specifier)))});
    // what is asked of a module of the book's own is not known here: in a notebook it gets whatever has a stand-in
    if (where === "script") absent.push(BOOK);
    edits.push({...span(node), put: where === "script" ? `${BOOK}(${JSON.stringify(specifier)})` : ANYTHING});
  };
  const visit = (node: object, then: (node: ImportNode) => void) => then(node as ImportNode);
  simple(body, {
    ImportDeclaration: (node) => visit(node, declared),
    ImportExpression: (node) => visit(node, later)
  });
  const changed = edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, {start, end, put}) => text.slice(0, start) + put + text.slice(end), code);
  return {code: changed.trim(), imports, absent};
}

const span = ({start, end}: Span): Span => ({start, end});

/** Names that the dataflow and promises ask of any value, to see what it is, get nothing. */
const ANYTHING = `Promise.resolve(new Proxy({}, {get: (_, name) => typeof name === "symbol" || /^(then|next|return)$/.test(name) ? undefined : name === "textOf" ? ${inNotebook("textOf")} : ${inNotebook("")}}))`;
