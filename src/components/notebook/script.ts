/** A notebook as one program for Node: imports first, then cells after what they need. It computes what the notebook does. */
import {parseJavaScript, transpileJavaScript} from "@observablehq/notebook-kit";
import {messageOf} from "../message.js";
import type {Cell} from "./cell.js";
import {untyped} from "./frame/typescript.js";
import {elsewhere} from "./imports.js";
import {commented, present} from "./present.js";

interface Part {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Code, or a comment where it can be none. */
  readonly code: string;
  readonly runs: boolean;
  readonly imports: readonly string[];
  /** Names that it uses and only the book has. */
  readonly absent: readonly string[];
}

/** Names that a notebook gives its cells, and a script must make for itself. */
const given: Readonly<Record<string, string>> = {
  Plot: 'import * as Plot from "@observablehq/plot";',
  d3: 'import * as d3 from "d3";',
  display: "const display = (value) => (value === undefined || console.log(value), value);",
  view: "const view = (control) => control.value; // what it begins with",
  Generators:
    "const Generators = {input: (control) => control.value, observe: (start) => new Promise((next) => start(next))};",
  Mutable: "const Mutable = (value) => ({value});",
  Inputs:
    'const Inputs = new Proxy({}, {get: (_, kind) => (options, settings = options) => ({value: settings?.value ?? (kind === "toggle" ? false : Array.isArray(options) ? options[0] : "")})}); // what controls begin with',
  invalidation: "const invalidation = new Promise(() => {});",
  visibility: "const visibility = async () => {};",
  now: "const now = Date.now();",
  width: "const width = 640;",
  resize: "const resize = () => undefined;"
};

/** What a cell that shows something draws with. */
const drawn: ReadonlySet<string> = new Set(["html", "svg", "htl", "md", "tex", "document", "window", "Plot", "resize"]);

/** Names of a browser and of a notebook that Node has not. */
const ofPages: ReadonlySet<string> = new Set(
  "document window location history localStorage sessionStorage indexedDB Worker Image DOMParser Element HTMLElement Node matchMedia getComputedStyle requestAnimationFrame IntersectionObserver ResizeObserver MutationObserver html svg htl md tex dark FileAttachment".split(
    " "
  )
);

interface Span {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const plain: ReadonlySet<string> = new Set([
  "Literal",
  "TemplateLiteral",
  "ObjectExpression",
  "ArrayExpression",
  "ArrowFunctionExpression",
  "FunctionExpression",
  "ClassExpression"
]);

/** Code whose values are waited for where they are declared: a notebook does so between cells. */
function settled(code: string): string {
  const {body, expression} = parseJavaScript(code);
  if (expression) return `display(await settle(${code.replace(/;\s*$/, "")}));`;
  const {body: statements} = body as unknown as {
    readonly body: readonly (Span & {readonly declarations?: readonly {readonly init: Span | null}[]})[];
  };
  return statements
    .flatMap(({declarations = []}) =>
      declarations.flatMap(({init}) => (init === null || plain.has(init.type) ? [] : [init]))
    )
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, {start, end}) => `${text.slice(0, start)}await settle(${text.slice(start, end)})${text.slice(end)}`,
      code
    );
}

function partOf({value, mode}: Cell): Part {
  const comment = (text: string, outputs: readonly string[] = []): Part => ({
    inputs: [],
    outputs,
    imports: [],
    absent: [],
    runs: false,
    code: commented(text)
  });
  try {
    const source = mode === "ts" ? untyped(value) : value;
    const {inputs = [], outputs = [], autodisplay} = transpileJavaScript(source, {});
    if (outputs.length === 0 && inputs.some((name) => drawn.has(name)))
      return comment(`drawn in the notebook:\n${value.trim()}`);
    const {code, imports, absent} = elsewhere(source, "script", (name) => name);
    const shown = autodisplay === true ? [...inputs, "display"] : inputs;
    return {inputs: shown, outputs, imports, absent, code, runs: code !== ""};
  } catch (error) {
    return comment(`${messageOf(error)}\n${value}`);
  }
}

/** Sorted so that each comes after what it needs, else in the order given; a circle is left as it is. */
function ordered(parts: readonly Part[]): readonly Part[] {
  const maker = new Map(parts.flatMap((part) => part.outputs.map((name) => [name, part] as const)));
  const sorted = new Set<Part>();
  const visit = (part: Part, path: readonly Part[]) => {
    if (sorted.has(part) || path.includes(part)) return;
    for (const name of part.inputs) {
      const needed = maker.get(name);
      if (needed !== undefined) visit(needed, [...path, part]);
    }
    sorted.add(part);
  };
  for (const part of parts) visit(part, []);
  return [...sorted];
}

/** Parts in order, with comments in place of what can't run in Node, and of what needs that. */
function runnable(parts: readonly Part[]): readonly Part[] {
  const made = new Set(parts.flatMap(({outputs}) => outputs));
  const lost = new Map<string, string>(parts.flatMap(({absent}) => absent.map((name) => [name, "is the book’s own"])));
  const defined = (name: string) => made.has(name) || name in given;
  return parts.map((part) => {
    if (!part.runs) {
      for (const name of part.outputs) lost.set(name, "is not here");
      return part;
    }
    const undefinedHere = new Set(part.inputs.filter((name) => !defined(name)));
    const {code, empty, ...found} = present(part.code, (name) => {
      if (lost.has(name)) return lost.get(name);
      if (ofPages.has(name) && !made.has(name)) return "needs a page";
      return undefinedHere.has(name) ? "is defined nowhere" : undefined;
    });
    for (const name of found.lost) lost.set(name, "is not here");
    return {...part, code, runs: !empty};
  });
}

/** The program's text: an ES module, which imports packages by their names alone. */
export function scriptOf(title: string, cells: readonly Cell[]): string {
  const code = cells.filter(({mode, value}) => (mode === "js" || mode === "ts") && value.trim() !== "");
  const parts = runnable(ordered(code.map(partOf)));
  const asked = new Set(parts.flatMap(({runs, inputs}) => (runs ? inputs : [])));
  const made = new Set(parts.flatMap(({outputs}) => outputs));
  const helpers = Object.entries(given).flatMap(([name, code]) => (asked.has(name) && !made.has(name) ? [code] : []));
  const text = parts.flatMap(({code, runs}) => (code === "" ? [] : [runs ? settled(code) : code]));
  const reads = text.some((one) => one.includes("readFile("));
  const imports = [
    ...(reads ? ['import {readFile} from "node:fs/promises";'] : []),
    ...new Set(parts.flatMap(({imports}) => imports)),
    ...helpers.filter((code) => code.startsWith("import"))
  ];
  const lines = [
    `// ${title}`,
    ...imports,
    "",
    'const settle = async (value) => (typeof value?.next === "function" ? (await value.next()).value : value);',
    ...helpers.filter((code) => !code.startsWith("import")),
    "",
    ...text
  ];
  return `${lines.join("\n")}\n`;
}
