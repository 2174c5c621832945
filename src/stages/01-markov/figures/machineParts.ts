import {attributes, svg} from "../../../components/element.js";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Point = readonly [x: number, y: number];

/** A share as a label has it. */
export const percent = (p: number): string =>
  p >= 0.9995 ? "100%" : p >= 0.1 ? `${(100 * p).toFixed(0)}%` : p >= 0.001 ? `${(100 * p).toFixed(1)}%` : "<0.1%";

/** How wide a name stands, in pixels: characters beyond Latin may take two places. */
export const widthOf = (name: string): number =>
  Math.max(30, 16 + [...name].reduce((sum, c) => sum + (c < "⺀" ? 8.5 : 16), 0));

/** How strong a transition of probability p is drawn. */
const stroke = (p: number): number => 1 + 8 * p;

interface StateLook {
  readonly name: string;
  readonly label: string;
  readonly current: boolean;
  readonly go: () => void;
}

/** A state as a button in a drawing. */
export function stateNode({x, y, width, height}: Box, {name, label, current, go}: StateLook): SVGGElement {
  const node = svg(
    "g",
    {class: current ? "state current" : "state", role: "button", "aria-label": label, tabindex: current ? 0 : -1},
    svg("rect", {x: x - width / 2, y: y - height / 2, width, height, rx: 6}),
    svg("text", {x, y: y + 5, "text-anchor": "middle"}, name)
  );
  if (current) attributes(node, {"aria-current": "true"});
  node.addEventListener("click", go);
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    go();
  });
  return node;
}

/** One stop for Tab, from which the arrows walk through all states. */
export function roving<E extends SVGElement>(drawing: E): E {
  drawing.addEventListener("keydown", (event) => {
    const step = ["ArrowRight", "ArrowDown"].includes(event.key)
      ? 1
      : ["ArrowLeft", "ArrowUp"].includes(event.key)
        ? -1
        : 0;
    const states = [...drawing.querySelectorAll<SVGGElement>(".state")];
    const at = states.findIndex((state) => state === document.activeElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    const next = states[(at + step + states.length) % states.length];
    states.forEach((state) => state.setAttribute("tabindex", state === next ? "0" : "-1"));
    next?.focus();
  });
  return drawing;
}

interface EdgeLook {
  readonly prob: number;
  /** Written beside it. */
  readonly text?: string;
  /** Out of the state that the machine is in. */
  readonly active: boolean;
  /** The one that was just taken. */
  readonly taken: boolean;
}

/** Where a ray from the middle of a box leaves it. */
export function border({x, y, width, height}: Box, [dx, dy]: Point, gap = 2): Point {
  const scale = Math.min(
    (width / 2 + gap) / Math.max(1e-9, Math.abs(dx)),
    (height / 2 + gap) / Math.max(1e-9, Math.abs(dy))
  );
  return [x + dx * scale, y + dy * scale];
}

const unit = ([x, y]: Point): Point => {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
};

const fixed = (...numbers: readonly number[]): string => numbers.map((n) => n.toFixed(1)).join(" ");

/** A curve from a point over a control point to another, with a head on it and its probability along it. */
export function arrow(from: Point, over: Point, to: Point, look: EdgeLook, at = 0.5): readonly SVGElement[] {
  const {prob, text, active, taken} = look;
  const wide = stroke(prob);
  const [dx, dy] = unit([to[0] - over[0], to[1] - over[1]]);
  const size = 5 + wide / 1.5;
  const neck: Point = [to[0] - dx * size, to[1] - dy * size];
  const kind = `transition${active ? " active" : ""}${taken ? " taken" : ""}`;
  const head = `M${fixed(...to)}L${fixed(neck[0] - (dy * size) / 1.8, neck[1] + (dx * size) / 1.8)}L${fixed(neck[0] + (dy * size) / 1.8, neck[1] - (dx * size) / 1.8)}z`;
  const line = svg("path", {
    class: kind,
    d: `M${fixed(...from)}Q${fixed(...over)} ${fixed(...neck)}`,
    "stroke-width": wide.toFixed(2)
  });
  const middle = (i: 0 | 1) => (1 - at) * (1 - at) * from[i] + 2 * at * (1 - at) * over[i] + at * at * to[i];
  const label =
    text === undefined
      ? []
      : [
          svg(
            "text",
            {class: kind, x: middle(0).toFixed(1), y: (middle(1) + 4).toFixed(1), "text-anchor": "middle"},
            text
          )
        ];
  return [line, svg("path", {class: `${kind} head`, d: head}), ...label];
}

/** A transition between two states. It bends to its right, so that one there and one back lie apart. */
export function edge(a: Box, b: Box, look: EdgeLook): readonly SVGElement[] {
  const [dx, dy]: Point = [b.x - a.x, b.y - a.y];
  const over: Point = [(a.x + b.x) / 2 - dy * 0.16, (a.y + b.y) / 2 + dx * 0.16];
  return arrow(border(a, [over[0] - a.x, over[1] - a.y]), over, border(b, [over[0] - b.x, over[1] - b.y], 3), look);
}

/** A transition from a state to itself: an ear on its upper side. */
export function ear({x, y, width, height}: Box, look: EdgeLook): readonly SVGElement[] {
  const {prob, text, active, taken} = look;
  const kind = `transition${active ? " active" : ""}${taken ? " taken" : ""}`;
  const top = y - height / 2;
  const d = `M${fixed(x - width / 4, top)}C${fixed(x - width / 2 - 8, top - 34)} ${fixed(x + width / 2 + 8, top - 34)} ${fixed(x + width / 4, top - 2)}`;
  const head = `M${fixed(x + width / 4, top - 1)}l${fixed(-1.5, -9)}l${fixed(8, 3.5)}z`;
  const label = text === undefined ? [] : [svg("text", {class: kind, x, y: top - 28, "text-anchor": "middle"}, text)];
  return [
    svg("path", {class: kind, d, "stroke-width": stroke(prob).toFixed(2)}),
    svg("path", {class: `${kind} head`, d: head}),
    ...label
  ];
}
