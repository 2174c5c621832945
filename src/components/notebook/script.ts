/** A notebook as one program for Node: imports first, then cells after what they need. It computes what the notebook does. */
import {parseJavaScript, transpileJavaScript} from "@observablehq/notebook-kit";
import {messageOf} from "../message.js";
import type {Cell} from "./cell.js";
import {untyped} from "./frame/typescript.js";
import {elsewhere} from "./imports.js";

interface Part {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly text: string;
  readonly imports: readonly string[];
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

/** What needs a page to be drawn on. */
const drawn: ReadonlySet<string> = new Set(["html", "svg", "htl", "md", "tex", "document", "window", "Plot", "resize"]);

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

const commented = (text: string): string => text.replace(/^/gm, "// ");

function partOf({value, mode}: Cell): Part {
  try {
    const source = mode === "ts" ? untyped(value) : value;
    const {inputs = [], outputs = [], autodisplay} = transpileJavaScript(source, {});
    if (outputs.length === 0 && inputs.some((name) => drawn.has(name)))
      return {inputs: [], outputs, imports: [], text: commented(`drawn in the notebook:\n${value.trim()}`)};
    const {code, imports} = elsewhere(source, "script", (name) => name);
    const text = code === "" ? "" : settled(code);
    return {inputs: autodisplay === true ? [...inputs, "display"] : inputs, outputs, imports, text};
  } catch (error) {
    return {inputs: [], outputs: [], imports: [], text: commented(`${messageOf(error)}\n${value}`)};
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

/** The program's text: an ES module, which imports packages by their names alone. */
export function scriptOf(title: string, cells: readonly Cell[]): string {
  const parts = cells.filter(({mode, value}) => (mode === "js" || mode === "ts") && value.trim() !== "").map(partOf);
  const made = new Set(parts.flatMap(({outputs}) => outputs));
  const asked = new Set(parts.flatMap(({inputs}) => inputs).filter((name) => !made.has(name)));
  const helpers = Object.entries(given).flatMap(([name, code]) => (asked.has(name) ? [code] : []));
  const missing = [...asked].filter((name) => !(name in given));
  const text = ordered(parts).flatMap(({text}) => (text === "" ? [] : [text]));
  const reads = text.some((one) => one.includes("readFile("));
  const imports = [
    ...(reads ? ['import {readFile} from "node:fs/promises";'] : []),
    ...new Set(parts.flatMap(({imports}) => imports)),
    ...helpers.filter((code) => code.startsWith("import"))
  ];
  const lines = [
    `// ${title}`,
    ...(missing.length > 0 ? [`// the notebook does not define: ${missing.join(", ")}`] : []),
    ...imports,
    "",
    'const settle = async (value) => (typeof value?.next === "function" ? (await value.next()).value : value);',
    ...helpers.filter((code) => !code.startsWith("import")),
    "",
    ...text
  ];
  return `${lines.join("\n")}\n`;
}
