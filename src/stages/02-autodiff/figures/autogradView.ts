import {attributes, svg} from "../../../components/element.js";
import {layered, type Layered, type Place} from "../model/layered.js";
import {computes, knownAt, numberText, signOf, slopeText, type Known, type Trace} from "../model/autogradTrace.js";

interface GraphView {
  readonly trace: Trace;
  readonly step: number;
  readonly width: number;
  /** The reader moves a leaf: by the pointer or by an arrow key; `ended` at the end of a gesture. */
  readonly pull: (name: string, value: number, ended: boolean) => void;
  /** The reader asks for the turn of a node. */
  readonly visit: (id: number) => void;
}

type Point = readonly [x: number, y: number];

interface Sizes {
  readonly width: number;
  readonly height: number;
  /** From the middle of a node to the middle of one in the next layer, and of its neighbor in the same one. */
  readonly along: number;
  readonly across: number;
}

const WIDE: Sizes = {width: 112, height: 64, along: 216, across: 84};
const NARROW: Sizes = {width: 94, height: 62, along: 140, across: 106};
const PAD = 6;
const ABOVE = 30; // room for labels of edges that bend
const SMALLEST = 0.8; // how far a drawing is scaled down before it scrolls

const fixed = (...numbers: readonly number[]): string => numbers.map((n) => n.toFixed(1)).join(" ");
const digits = (wide: boolean): number => (wide ? 7 : 6);

/** The drawing of a graph in the middle of a pass. It runs from left to right, or down where there is no room. */
export function graphView(view: GraphView): SVGSVGElement {
  const {trace, step, width} = view;
  const plan = layered(trace.nodes.map(({inputs}) => inputs.map(({id}) => id)));
  const flat = extent(plan, WIDE, true);
  const down = width < 620 && flat[0] * SMALLEST > width;
  const sizes = down ? NARROW : WIDE;
  const [w, h] = down ? extent(plan, NARROW, false) : flat;
  const at = ({layer, across}: Place): Point => {
    const [a, b] = [layer * sizes.along, across * sizes.across];
    return down
      ? [PAD + sizes.width / 2 + b, PAD + sizes.height / 2 + a]
      : [PAD + sizes.width / 2 + a, ABOVE + sizes.height / 2 + b];
  };
  const known = knownAt(trace, step);
  const scale = Math.max(SMALLEST, Math.min(1, width / w));
  const edges = plan.routes.map((route) => edgeOf(view, known, plan, at, sizes, down, route));
  return attributes(
    svg(
      "svg",
      {},
      ...edges.flatMap(({line}) => line),
      ...trace.nodes.map(({id}) => nodeOf(view, known, at(plan.places[id]!), sizes, id, !down)),
      ...edges.flatMap(({label}) => label)
    ),
    {
      width: Math.round(w * scale),
      height: Math.round(h * scale),
      viewBox: `0 0 ${Math.round(w)} ${Math.round(h)}`,
      class: "chart graph",
      style: "max-width:none",
      role: "group",
      "aria-label": `Graph of ${trace.nodes.length} nodes`
    }
  );
}

const extent = ({layers, breadth}: Layered, {width, height, along, across}: Sizes, flat: boolean): Point => {
  const [a, b] = [(layers - 1) * along, breadth * across];
  return flat ? [a + width + 2 * PAD, b + height + 2 * ABOVE] : [b + width + 2 * PAD, a + height + 2 * PAD];
};

/** The nodes that pass something on at this turn, each with what it passes to. */
const flows = ({turn}: Known, to: number): "none" | "forth" | "back" =>
  turn.kind === "value" && turn.id === to ? "forth" : turn.kind === "hand" && turn.id === to ? "back" : "none";

function edgeOf(
  {trace}: GraphView,
  known: Known,
  plan: Layered,
  at: (place: Place) => Point,
  {width, height}: Sizes,
  down: boolean,
  {from, to, input, through}: Layered["routes"][number]
) {
  const ports = plan.routes
    .filter((route) => route.to === to)
    .sort((a, b) => lastOf(plan, a).across - lastOf(plan, b).across || a.input - b.input);
  const rank = ports.findIndex((route) => route.input === input) - (ports.length - 1) / 2;
  const twins = ports.filter((route) => route.from === from);
  const bend =
    twins.length > 1 && through.length === 0
      ? (twins.findIndex((route) => route.input === input) - (twins.length - 1) / 2) * (down ? 74 : 84)
      : 0;
  const [a, b] = [at(plan.places[from]!), at(plan.places[to]!)];
  const side = rank * ((down ? width : height) / (ports.length + 0.5));
  const middle = through.map(at);
  const points: Point[] = down
    ? [[a[0] + bend / 4, a[1] + height / 2], ...middle, [b[0] + side, b[1] - height / 2 - 7]]
    : [[a[0] + width / 2, a[1] + bend / 4], ...middle, [b[0] - width / 2 - 7, b[1] + side]];
  const flow = flows(known, to);
  const kind = flow === "none" ? (known.valued[to] && known.valued[from] ? "edge" : "edge later") : `edge ${flow}`;
  const line = svg("path", {class: kind, d: curve(points, down, bend)});
  const tip = flow === "back" ? points[0]! : points.at(-1)!;
  const head = svg("path", {class: `${kind} head`, d: headAt(tip, down, flow === "back")});
  const slope = trace.nodes[to]!.inputs[input]!.slope;
  const [p, q] = [points[0]!, points[1]!];
  const share = through.length === 0 ? 0.46 : 0.62;
  const where: Point = [
    p[0] + (q[0] - p[0]) * share + (down ? bend * 0.5 : 0),
    p[1] + (q[1] - p[1]) * share + (down ? 0 : bend * 0.5)
  ];
  const anchor = !down || Math.abs(rank) < 0.1 ? "middle" : rank < 0 ? "end" : "start";
  const beside = anchor === "middle" ? 0 : 12 * Math.sign(rank);
  return {
    line: [line, head],
    label: labelOf(trace, known, [where[0] + beside, where[1]], {from, to, input, slope, flow, anchor})
  };
}

const lastOf = (plan: Layered, {from, through}: Layered["routes"][number]): Place =>
  through.at(-1) ?? plan.places[from]!;

/** A smooth line through points: it leaves and arrives along the direction of the layers. */
function curve(points: readonly Point[], down: boolean, bend: number): string {
  const parts = points.slice(1).map((q, i) => {
    const p = points[i]!;
    const reach = (down ? q[1] - p[1] : q[0] - p[0]) / 2;
    const [c, d]: readonly [Point, Point] = down
      ? [
          [p[0] + bend, p[1] + reach],
          [q[0] + bend, q[1] - reach]
        ]
      : [
          [p[0] + reach, p[1] + bend],
          [q[0] - reach, q[1] + bend]
        ];
    return `C${fixed(...c)} ${fixed(...d)} ${fixed(...q)}`;
  });
  return `M${fixed(...points[0]!)}${parts.join("")}`;
}

const headAt = ([x, y]: Point, down: boolean, back: boolean): string => {
  const tip = back ? -1 : 1;
  return down
    ? `M${fixed(x, y + tip * 6)}L${fixed(x - 4.5, y - tip * 3)}L${fixed(x + 4.5, y - tip * 3)}z`
    : `M${fixed(x + tip * 6, y)}L${fixed(x - tip * 3, y - 4.5)}L${fixed(x - tip * 3, y + 4.5)}z`;
};

interface EdgeFacts {
  readonly from: number;
  readonly to: number;
  readonly input: number;
  readonly slope: number;
  readonly flow: "none" | "forth" | "back";
  readonly anchor: "start" | "middle" | "end";
}

/** The local derivative beside its edge, and what flows over it now. */
function labelOf(
  trace: Trace,
  known: Known,
  [x, y]: Point,
  {from, to, input, slope, flow, anchor}: EdgeFacts
): readonly Node[] {
  const formula = slopeText(trace, to, input);
  const value = known.valued[to] === true ? numberText(slope, 5) : "";
  const driving =
    flow === "back" ? known.derivatives[to] : trace.moving === undefined ? undefined : known.derivatives[from];
  const product = flow === "none" || driving === undefined ? [] : [productText(driving, value, driving * slope)];
  const lines = [formula, ...(value === "" || value === formula ? [] : [value])];
  const kinds = ["slope", "slope number"];
  const top = y + 4 - (lines.length + product.length - 1) * 7;
  return [
    ...lines.map((text, i) => svg("text", {class: kinds[i] ?? "", x, y: top + 14 * i, "text-anchor": anchor}, text)),
    ...product.map((text) =>
      svg("text", {class: "product", x, y: top + 14 * lines.length, "text-anchor": anchor}, text)
    )
  ];
}

function productText(driving: number, slope: string, product: number): string {
  const result = numberText(product, 5);
  const whole = `${numberText(driving, 4)}·${slope} = ${result}`;
  return whole.length <= 14 ? whole : `= ${result}`;
}

function nodeOf(view: GraphView, known: Known, [x, y]: Point, {width, height}: Sizes, id: number, wide: boolean) {
  const {trace, visit} = view;
  const node = trace.nodes[id]!;
  const leaf = node.op === "variable" || node.op === "constant";
  const derivative = known.derivatives[id];
  const turn = known.turn.kind !== "leaves" && known.turn.id === id;
  const text = (kind: string, dx: number, dy: number, words: string, anchor = "middle") =>
    svg("text", {class: kind, x: x + dx, y: y + dy, "text-anchor": anchor}, words);
  const left = 7 - width / 2;
  const name = leaf
    ? [text("name", 0, -14, trace.names[id]!)]
    : [text("small", left, -16, trace.names[id]!, "start"), text("name", 0, -14, signOf(node))];
  const out = id === trace.root ? [text("small", -left, -16, "out", "end")] : [];
  const word = trace.moving === undefined ? "grad" : wide ? "tangent" : "tan.";
  const group = svg(
    "g",
    {class: `node ${node.op === "variable" ? "variable" : leaf ? "constant" : "operation"}${turn ? " now" : ""}`},
    svg("title", {}, titleOf(trace, known, id)),
    svg("rect", {x: x - width / 2, y: y - height / 2, width, height, rx: leaf ? 16 : 4}),
    ...name,
    ...out,
    text("value", 0, 5, known.valued[id] === true ? numberText(node.value, digits(wide)) : "?"),
    text(
      derivative === undefined ? "none" : "derivative",
      0,
      23,
      derivative === undefined ? "·" : `${word} ${numberText(derivative, digits(wide) - 1)}`
    )
  );
  if (node.op === "variable") return movable(group, node.label ?? "", node.value, view);
  if (!leaf) group.addEventListener("click", () => visit(id));
  return group;
}

function titleOf(trace: Trace, known: Known, id: number): string {
  const {op, value} = trace.nodes[id]!;
  const leaf = op === "variable" || op === "constant";
  const computed = leaf ? trace.names[id]! : `${trace.names[id]!} = ${computes(trace, id)}`;
  const derivative = known.derivatives[id];
  return `${computed}${known.valued[id] === true ? ` = ${value}` : ""}${derivative === undefined ? "" : `; ${trace.moving === undefined ? "gradient" : "tangent"} ${derivative}`}`;
}

const PER_PIXEL = 0.02;
const tidy = (value: number): number => Math.round(value * 100) / 100;

/** A leaf that is dragged to the right or up for more, or moved by arrow keys. */
function movable(group: SVGGElement, name: string, value: number, {pull}: GraphView): SVGGElement {
  attributes(group, {role: "slider", tabindex: 0, "aria-label": name, "aria-valuenow": value, "data-leaf": name});
  group.addEventListener("pointerdown", (down) => {
    down.preventDefault();
    const listening = new AbortController();
    const now = (event: PointerEvent) =>
      tidy(value + (event.clientX - down.clientX - (event.clientY - down.clientY)) * PER_PIXEL);
    const {signal} = listening;
    addEventListener("pointermove", (event) => pull(name, now(event), false), {signal});
    const end = (event: PointerEvent) => {
      listening.abort();
      pull(name, now(event), true);
    };
    addEventListener("pointerup", end, {signal});
    addEventListener("pointercancel", end, {signal});
  });
  group.addEventListener("keydown", (event) => {
    const up = ["ArrowUp", "ArrowRight"].includes(event.key);
    if (!up && !["ArrowDown", "ArrowLeft"].includes(event.key)) return;
    event.preventDefault();
    pull(name, tidy(value + (up ? 1 : -1) * (event.shiftKey ? 1 : 0.1)), true);
  });
  return group;
}
