/** What of a program can run where some names are not: statement by statement, for one that needs such a name takes its own along. */
import {parseJavaScript} from "@observablehq/notebook-kit";
import {simple} from "acorn-walk";

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Present {
  /** The code with what can't run as comments. */
  readonly code: string;
  /** Names that it was to define, and does not. */
  readonly lost: readonly string[];
  /** Whether nothing of it is left. */
  readonly empty: boolean;
}

/** Names that a node reads, of whatever scope. */
function reads(node: object): ReadonlySet<string> {
  const names = new Set<string>();
  simple(node as Parameters<typeof simple>[0], {
    Identifier: (one) => names.add((one as unknown as {readonly name: string}).name)
  });
  return names;
}

/** As much of a pattern as has names. */
interface Pattern {
  readonly type: string;
  readonly name?: string;
  readonly properties?: readonly Pattern[];
  readonly elements?: readonly (Pattern | null)[];
  readonly value?: Pattern;
  readonly left?: Pattern;
  readonly argument?: Pattern;
}

function namesIn({type, name, properties, elements, value, left, argument}: Pattern): readonly string[] {
  if (type === "Identifier" && name !== undefined) return [name];
  const inside = [...(properties ?? []), ...(elements ?? []), value, left, argument];
  return inside.flatMap((one) => (one ? namesIn(one) : []));
}

/** Names that a statement declares. */
function declares(node: object): readonly string[] {
  const {declarations = [], id} = node as {
    readonly declarations?: readonly {readonly id: Pattern}[];
    readonly id?: Pattern | null;
  };
  return [...declarations.map((one) => one.id), ...(id ? [id] : [])].flatMap(namesIn);
}

export const commented = (text: string): string => text.replace(/^/gm, "// ");

/** @param missing - says of a name that it will not be there, and why */
export function present(code: string, missing: (name: string) => string | undefined): Present {
  const {body, expression} = parseJavaScript(code);
  const lost = new Set<string>();
  const whyNot = (node: object): string | undefined => {
    for (const name of reads(node)) {
      const why = lost.has(name) ? "is not here" : missing(name);
      if (why !== undefined) return `${name} ${why}:`;
    }
    return undefined;
  };
  if (expression) {
    const why = whyNot(body);
    return why === undefined
      ? {code, lost: [], empty: false}
      : {code: commented(`${why}\n${code}`), lost: [], empty: true};
  }
  const {body: statements} = body as unknown as {readonly body: readonly (object & Span)[]};
  const edits: (Span & {readonly put: string})[] = [];
  for (const statement of statements) {
    const why = whyNot(statement);
    if (why === undefined) continue;
    for (const name of declares(statement)) lost.add(name);
    const {start, end} = statement;
    edits.push({start, end, put: commented(`${why}\n${code.slice(start, end)}`)});
  }
  return {
    code: edits.reduceRight((text, {start, end, put}) => text.slice(0, start) + put + text.slice(end), code),
    lost: [...lost],
    empty: edits.length === statements.length
  };
}
