import {graphOf, numericalGradient, parse, variable, type GraphNode} from "/lib/scalar.js";

/** An engine with one mistake in it. */
interface Bug {
  readonly name: string;
  /** In place of adding up what users hand back. */
  readonly sets?: boolean;
  readonly oldestFirst?: boolean;
  /** Hands on local slopes without what came back. */
  readonly alone?: boolean;
  /** In place of a local slope; undefined leaves it as it is. */
  readonly slope?: (node: GraphNode, i: number, inputs: readonly number[]) => number | undefined;
}

/** The engine as it is, and six that are wrong in the ways in which engines are. */
export const bugs: readonly Bug[] = [
  {name: "No mistake"},
  {name: "Sets where it should add", sets: true},
  {name: "Goes from the oldest to the youngest", oldestFirst: true},
  {name: "Forgets what came back", alone: true},
  {name: "Exchanges the slopes of a product", slope: ({op}, i, inputs) => (op === "mul" ? inputs[i] : undefined)},
  {name: "Subtracts with slope +1", slope: ({op}) => (op === "sub" ? 1 : undefined)},
  {name: "Takes 1 − x² for the slope of tanh", slope: ({op}, _, [x = 0]) => (op === "tanh" ? 1 - x * x : undefined)}
];

/** The slopes with x and y of a formula at a point, by the engine with a bug. */
export function slopesWith(bug: Bug, formula: string, [x, y]: readonly [number, number]): readonly [number, number] {
  const variables = {x: variable(x, "x"), y: variable(y, "y")};
  const nodes = graphOf(parse(formula, variables));
  const gradients = new Float64Array(nodes.length);
  gradients[nodes.length - 1] = 1;
  for (const node of bug.oldestFirst === true ? nodes : [...nodes].reverse()) {
    const values = node.inputs.map(({id}) => nodes[id]?.value ?? NaN);
    node.inputs.forEach(({id, slope}, i) => {
      const local = bug.slope?.(node, i, values) ?? slope;
      const share = bug.alone === true ? local : (gradients[node.id] ?? 0) * local;
      gradients[id] = (bug.sets === true ? 0 : (gradients[id] ?? 0)) + share;
    });
  }
  const of = (name: "x" | "y"): number => {
    const id = nodes.findIndex(({expression}) => expression === variables[name]);
    return id < 0 ? 0 : (gradients[id] ?? NaN);
  };
  return [of("x"), of("y")];
}

/** How far these slopes are from central differences, relative to the larger of 1 and those: the larger of two errors. */
export function errorOf(bug: Bug, formula: string, point: readonly [number, number]): number {
  const found = slopesWith(bug, formula, point);
  const expected = numericalGradient(([x = 0, y = 0]) => parse(formula, {x, y}).value, point);
  return Math.max(...expected.map((slope, i) => Math.abs((found[i] ?? NaN) - slope) / Math.max(1, Math.abs(slope))));
}
