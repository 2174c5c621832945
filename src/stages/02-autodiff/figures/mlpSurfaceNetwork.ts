import {attributes, svg} from "../../../components/element.js";
import {label} from "../../../components/chart/chart.js";
import {cells, fieldOf, inputField, type Params, type Shape} from "./mlpSurfaceMap.js";
import {
  depthOf,
  nameOf,
  neighbor,
  neuronsOf,
  readTarget,
  unitName,
  writeTarget,
  type Target
} from "./mlpSurfaceTarget.js";

interface NetworkSpec {
  readonly width: number;
  readonly height: number;
  readonly params: Params;
  readonly gradients: Params;
  readonly shape: Shape;
  /** What widths and colors of edges say. */
  readonly show: "weights" | "gradients";
  /** What is looked at. */
  readonly target: Target;
  /** The reader points at something, or at nothing any more. */
  readonly point: (target: Target | undefined) => void;
  /** The reader settles on something. */
  readonly settle: (target: Target) => void;
}

interface Network {
  readonly node: SVGSVGElement;
  /** Marks what is looked at. */
  readonly mark: (target: Target) => void;
  /** What the thickest edge is, without its sign. */
  readonly largest: number;
}

const THUMB = 10;
const THICKEST = 8;
const [LEFT, RIGHT, TOP, BOTTOM] = [22, 40, 20, 8];

const sizesOf = ({hidden}: Shape): readonly number[] => [2, ...hidden, 1];
const written = (value: number): string => (Number.isFinite(value) ? value.toPrecision(3) : String(value));

/** Where a point is nearest to a segment, as a distance. */
function distance(
  x: number,
  y: number,
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number]
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** A network: each neuron with its surface, each weight or gradient as wide as it is large and in the color of its sign. */
export function network({width, height, params, gradients, shape, show, target, point, settle}: NetworkSpec): Network {
  const sizes = sizesOf(shape);
  const most = Math.max(...sizes);
  const pitch = (height - TOP - BOTTOM) / most;
  const box = Math.max(14, Math.min(30, pitch - 8));
  const place = (depth: number, unit: number): readonly [number, number] => [
    LEFT + box / 2 + (depth / (sizes.length - 1)) * (width - LEFT - RIGHT - box),
    TOP + (height - TOP - BOTTOM) / 2 + (unit - (sizes[depth]! - 1) / 2) * Math.min(pitch, 64)
  ];
  const shown = show === "weights" ? params : gradients;
  const largest = Math.max(
    1e-12,
    ...shown
      .flatMap((neurons) => neurons.flatMap(({weights, bias}) => [...weights, bias]))
      .filter(Number.isFinite)
      .map(Math.abs)
  );
  const look = (value: number): string =>
    Number.isFinite(value)
      ? `stroke:var(--${value < 0 ? "minus" : "plus"});stroke-width:${(0.4 + (THICKEST * Math.abs(value)) / largest).toFixed(2)}`
      : "stroke:var(--ink-3);stroke-width:1;stroke-dasharray:2 3";
  const ends = (depth: number, neuron: number, input: number) => {
    const [[ax, ay], [bx, by]] = [place(depth, input), place(depth + 1, neuron)];
    return [
      [ax + box / 2, ay],
      [bx - box / 2, by]
    ] as const;
  };
  const button = (part: SVGGElement | SVGPathElement, of: Target, value: number, gradient: number, what: string) =>
    attributes(part, {
      "data-target": writeTarget(of),
      role: "button",
      tabindex: -1,
      "aria-label": `${nameOf(of, sizes)}: ${what} ${written(value)}, gradient ${written(gradient)}`
    });

  const edges = neuronsOf(sizes).flatMap((of) => {
    const depth = depthOf(of, sizes);
    const {weights} = params[depth]![of.neuron]!;
    return weights.map((weight, input) => {
      const [[ax, ay], [bx, by]] = ends(depth, of.neuron, input);
      const d = `M${ax.toFixed(1)} ${ay.toFixed(1)}L${bx.toFixed(1)} ${by.toFixed(1)}`;
      const drawn = svg("path", {d, class: "mlp-edge", style: look(shown[depth]![of.neuron]!.weights[input]!)});
      return button(drawn, {...of, input}, weight, gradients[depth]![of.neuron]!.weights[input]!, "weight");
    });
  });
  const unit = (depth: number, at: number, frame: string): readonly SVGElement[] => {
    const [x, y] = place(depth, at);
    const [left, top] = [x - box / 2, y - box / 2];
    const of: Target = {layer: depth === sizes.length - 1 ? -1 : depth - 1, neuron: at, input: null};
    const field = depth === 0 ? inputField(at, THUMB) : fieldOf(params, shape, of, THUMB);
    return [
      svg("rect", {x: left, y: top, width: box, height: box, style: "fill:var(--surface)"}),
      ...cells(field, left, top, box),
      svg("rect", {x: left, y: top, width: box, height: box, fill: "none", style: frame, class: "mlp-frame"})
    ];
  };
  const neurons = neuronsOf(sizes).map((of) => {
    const depth = depthOf(of, sizes);
    const {bias} = params[depth]![of.neuron]!;
    const slope = gradients[depth]![of.neuron]!.bias;
    const [x, y] = place(depth + 1, of.neuron);
    const outer = box + 8;
    const halo = svg("rect", {x: x - outer / 2, y: y - outer / 2, width: outer, height: outer, class: "mlp-halo"});
    const part = svg(
      "g",
      {class: "mlp-neuron"},
      halo,
      ...unit(depth + 1, of.neuron, look(show === "weights" ? bias : slope))
    );
    return button(part, of, bias, slope, "bias");
  });
  const names = sizes.flatMap((size, depth) => {
    const outer = depth === 0 || depth === sizes.length - 1;
    if (!outer) return [label(place(depth, 0)[0], 12, `layer ${depth}`, {"text-anchor": "middle"})];
    return Array.from({length: size}, (_, at) => {
      const [x, y] = place(depth, at);
      const name = unitName(depth, at, sizes);
      return depth === 0
        ? label(x - box / 2 - 6, y + 4, name, {"text-anchor": "end"})
        : label(x + box / 2 + 5, y + 4, name);
    });
  });
  const node = svg(
    "svg",
    // Chromium makes an svg that listens for focus a stop of Tab by itself
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      class: "chart mlp-network",
      role: "group",
      tabindex: -1,
      "aria-label": "The network; arrows walk through neurons and weights"
    },
    ...edges,
    ...[0, 1].flatMap((at) => unit(0, at, "stroke:var(--edge)")),
    ...neurons,
    ...names
  );

  const buttons = [...edges, ...neurons];
  const buttonOf = (of: Target) => buttons.find((part) => part.dataset["target"] === writeTarget(of));
  const mark = (of: Target): void => {
    const one = writeTarget(of);
    for (const part of buttons) {
      const name = part.dataset["target"] ?? "";
      part.classList.toggle("chosen", name === one);
      part.setAttribute("tabindex", name === one ? "0" : "-1");
    }
    for (const edge of edges) {
      const name = edge.dataset["target"] ?? "";
      const concerned = name === one || name.startsWith(`${one}from`) || one === "score";
      edge.classList.toggle("aside", !concerned);
    }
  };
  /** The neuron under a pointer, or else the weight nearest to it. */
  const under = ({clientX, clientY}: MouseEvent): Target | undefined => {
    const frame = node.getBoundingClientRect();
    const [x, y] = [((clientX - frame.x) * width) / frame.width, ((clientY - frame.y) * height) / frame.height];
    const reach = box / 2 + 4;
    const neuron = neuronsOf(sizes).find((of) => {
      const [nx, ny] = place(depthOf(of, sizes) + 1, of.neuron);
      return Math.abs(x - nx) <= reach && Math.abs(y - ny) <= reach;
    });
    if (neuron !== undefined) return neuron;
    let [nearest, least]: [Target | undefined, number] = [undefined, 8];
    for (const of of neuronsOf(sizes)) {
      const depth = depthOf(of, sizes);
      for (let input = 0; input < sizes[depth]!; input++) {
        const away = distance(x, y, ...ends(depth, of.neuron, input));
        if (away < least) [nearest, least] = [{...of, input}, away];
      }
    }
    return nearest;
  };
  const named = (part: EventTarget | null): Target | undefined =>
    part instanceof SVGElement ? readTarget(part.dataset["target"] ?? "") : undefined;
  node.addEventListener("pointermove", (event) => event.pointerType === "mouse" && point(under(event)));
  node.addEventListener("pointerleave", () => point(undefined));
  node.addEventListener("click", (event) => {
    const of = under(event);
    if (of !== undefined) settle(of);
  });
  node.addEventListener("focusin", ({target: part}) => point(named(part)));
  node.addEventListener("focusout", () => point(undefined));
  node.addEventListener("keydown", (event) => {
    const of = named(event.target);
    if (of === undefined) return;
    if (event.key === "Enter" || event.key === " ") settle(of);
    else {
      const next = neighbor(of, event.key, sizes);
      if (next === undefined) return;
      mark(next);
      buttonOf(next)?.focus();
    }
    event.preventDefault();
  });
  mark(target);
  return {node, mark, largest};
}
