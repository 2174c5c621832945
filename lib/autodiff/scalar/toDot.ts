import type {ScalarMap} from "./backward.js";
import type {GraphNode} from "./graphOf.js";

/**
 * A graph in Graphviz's DOT language (Gansner and North 2000): values flow from left to right, each edge carries its
 * local derivative, and with gradients each node its own. `dot -Tsvg` draws it.
 */
export function toDot(nodes: readonly GraphNode[], gradients?: ScalarMap): string {
  const lines = nodes.flatMap(({id, op, label, value, inputs, expression}) => {
    const name = label ?? (op === "constant" || op === "variable" ? undefined : op);
    const gradient = gradients?.get(expression);
    const words = [name, show(value), gradient === undefined ? undefined : `grad ${show(gradient)}`];
    const text = words
      .filter((word) => word !== undefined)
      .map(escaped)
      .join("\\n");
    const shape = inputs.length === 0 ? ", shape=box" : "";
    return [
      `  n${id} [label="${text}"${shape}];`,
      ...inputs.map((edge) => `  n${edge.id} -> n${id} [label="${show(edge.slope)}"];`)
    ];
  });
  return ["digraph {", "  rankdir=LR;", ...lines, "}"].join("\n");
}

const show = (x: number): string => String(Number(x.toPrecision(6)));

/** Inside DOT's quotes, a backslash begins an escape and a quote ends the text. */
const escaped = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
