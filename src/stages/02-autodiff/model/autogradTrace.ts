import {
  backward,
  graphOf,
  namesIn,
  numericalGradient,
  parse,
  tangents,
  type Expression,
  type GraphNode
} from "/lib/scalar.js";
import {formulaText} from "./formulaText.js";

/** One node's turn. */
type Turn =
  | {readonly kind: "leaves"}
  | {readonly kind: "value"; readonly id: number}
  | {readonly kind: "seed"; readonly id: number}
  | {readonly kind: "hand"; readonly id: number};

/** A formula at certain values: its graph, the turns of a pass through it, and all derivatives. */
export interface Trace {
  readonly nodes: readonly GraphNode[];
  /** What each node is called: leaves by their name or number, operations v1, v2, … */
  readonly names: readonly string[];
  /** The nodes that stand for names of the formula, in the order in which the formula uses them. */
  readonly leaves: readonly number[];
  readonly root: number;
  readonly turns: readonly Turn[];
  /** ∂root/∂node, complete. */
  readonly adjoints: readonly number[];
  /** ∂node/∂leaf for the leaf that moves, complete. */
  readonly tangents: readonly number[];
  /** The leaf that moves in forward mode. */
  readonly moving: number | undefined;
  /** By forward mode, one pass for each leaf. */
  readonly forward: readonly number[];
  /** By central differences. */
  readonly measured: readonly number[];
}

const isLeaf = ({op}: GraphNode): boolean => op === "variable" || op === "constant";

/** Runs a formula. `moving` is the leaf whose tangent is 1 in forward mode; without one it is a reverse pass. */
export function traceOf(formula: string, values: Readonly<Record<string, number>>, moving?: string): Trace {
  const root = parse(formula, values);
  const nodes = graphOf(root);
  let operations = 0;
  const names = nodes.map((node) => (isLeaf(node) ? (node.label ?? numberText(node.value, 6)) : `v${++operations}`));
  const order = namesIn(formula);
  const leaves = order.map((name) => nodes.findIndex(({op, label}) => op === "variable" && label === name));
  const seed = moving === undefined ? undefined : leaves[order.indexOf(moving)];
  const inner = nodes.filter((node) => !isLeaf(node)).map(({id}) => id);
  const turns: readonly Turn[] = [
    {kind: "leaves"},
    ...inner.map((id): Turn => ({kind: "value", id})),
    ...(seed === undefined
      ? [{kind: "seed", id: nodes.length - 1} as const, ...[...inner].reverse().map((id): Turn => ({kind: "hand", id}))]
      : [])
  ];
  const at = (x: readonly number[]) => parse(formula, Object.fromEntries(order.map((name, i) => [name, x[i]!]))).value;
  const gradient = backward(root);
  const speeds = (leaf: Expression) => tangents(root, new Map([[leaf, 1]]));
  const expressionOf = (id: number) => nodes[id]!.expression;
  const moved = seed === undefined ? undefined : speeds(expressionOf(seed));
  return {
    nodes,
    names,
    leaves,
    root: nodes.length - 1,
    turns,
    adjoints: nodes.map(({expression}) => gradient.get(expression)),
    tangents: nodes.map(({expression}) => moved?.get(expression) ?? 0),
    moving: seed,
    forward: leaves.map((id) => speeds(expressionOf(id)).get(root)),
    measured: numericalGradient(
      at,
      order.map((name) => values[name]!)
    )
  };
}

/** What is known after a number of turns. */
export interface Known {
  /** Whether each node has its value. */
  readonly valued: readonly boolean[];
  /** What has arrived of each node's derivative; undefined where nothing has. */
  readonly derivatives: readonly (number | undefined)[];
  /** The node whose turn it is, and whether it computes its value or hands its gradient on. */
  readonly turn: Turn;
}

/** The state of a pass after its `step`-th turn. */
export function knownAt({nodes, turns, tangents, moving, root}: Trace, step: number): Known {
  const done = turns.slice(0, step + 1);
  const valued = nodes.map(isLeaf);
  for (const turn of done) if (turn.kind === "value") valued[turn.id] = true;
  const derivatives: (number | undefined)[] = nodes.map(({id}) =>
    moving !== undefined && valued[id] ? tangents[id] : undefined
  );
  for (const turn of done) {
    if (turn.kind === "seed") derivatives[root] = 1;
    if (turn.kind !== "hand") continue;
    // the order of `backward`: first input, then second
    for (const {id, slope} of nodes[turn.id]!.inputs)
      derivatives[id] = (derivatives[id] ?? 0) + derivatives[turn.id]! * slope;
  }
  return {valued, derivatives, turn: done.at(-1)!};
}

/** A node's local derivative with respect to its i-th input, with the names of the graph. */
export function slopeText({nodes, names}: Trace, id: number, i: number): string {
  const {inputs, op} = nodes[id]!;
  const [x, y] = inputs.map(({id: input}) => names[input]!);
  if (["exp", "tanh", "sigmoid", "sqrt"].includes(op)) return ownSlope(op, names[id]!);
  return formulaText(inputs[i]!.formula, x, y);
}

/** The slopes that need nothing but the value, which is how the engine computes them. */
const ownSlope = (op: string, v: string): string =>
  op === "exp" ? v : op === "tanh" ? `1−${v}²` : op === "sigmoid" ? `${v}·(1−${v})` : `1/(2·${v})`;

const SIGNS: Readonly<Record<string, string>> = {
  add: "+",
  sub: "−",
  mul: "×",
  div: "÷",
  pow: "^",
  neg: "−",
  sigmoid: "σ",
  sqrt: "√",
  abs: "| |"
};

/** What a node does, as short as a drawing needs it. */
export const signOf = ({op}: GraphNode): string => SIGNS[op] ?? op;

/** What a node computes, with the names of its inputs. */
export function computes({nodes, names}: Trace, id: number): string {
  const {formula, inputs} = nodes[id]!;
  const [x, y] = inputs.map(({id: input}) => names[input]!);
  return formulaText(formula, x, y);
}

/** A number to some significant digits, with a true minus sign. */
export function numberText(value: number, digits: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞";
  const size = Math.abs(value);
  const text =
    size !== 0 && (size >= 10 ** digits || size < 1e-4)
      ? value.toExponential(Math.max(1, digits - 4))
      : String(Number(value.toPrecision(digits)));
  return text.replaceAll("-", "−");
}
