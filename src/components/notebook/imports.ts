/** The imports of a cell, found by the parser that runs it, and the cell with others in their place. */
import {parseJavaScript} from "@observablehq/notebook-kit";
import {simple} from "acorn-walk";
import {packageOf} from "./specifiers.js";
import {isOwn, standIn} from "./standIns.js";

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
}

/**
 * A cell's code for elsewhere: packages by their names, and stand-ins for what is the book's own.
 *
 * @throws SyntaxError if it is no JavaScript
 */
export function elsewhere(code: string, where: "notebook" | "script", named: (name: string) => string): Exported {
  const {body} = parseJavaScript(code);
  const edits: (Span & {readonly put: string})[] = [];
  const imports: string[] = [];
  const stand = (name: string) =>
    standIn(name, where).replace(/\bimport\("([^"]+)"\)/g, (_, specifier: string) => `import("${named(specifier)}")`);
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
    const put = names.map(([name = "", local]) => `const ${local} = ${stand(name)};`).join("\n");
    edits.push({...span(node), put});
  };
  const later = (node: ImportNode) => {
    const specifier = node.source.value;
    if (typeof specifier !== "string") return;
    // what is asked of a module of the book's own is not known here: it gets whatever has a stand-in
    if (isOwn(specifier)) edits.push({...span(node), put: `Promise.resolve(${anyOf(where)})`});
    else edits.push({...span(node.source), put: JSON.stringify(named(packageOf(specifier)))});
  };
  const visit = (node: object, then: (node: ImportNode) => void) => then(node as ImportNode);
  simple(body, {
    ImportDeclaration: (node) => visit(node, declared),
    ImportExpression: (node) => visit(node, later)
  });
  const changed = edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, {start, end, put}) => text.slice(0, start) + put + text.slice(end), code);
  return {code: changed.trim(), imports};
}

const span = ({start, end}: Span): Span => ({start, end});

const anyOf = (where: "notebook" | "script"): string =>
  `new Proxy({}, {get: (_, name) => name === "then" ? undefined : name === "textOf" ? ${standIn("textOf", where)} : ${standIn("", where)}})`;
