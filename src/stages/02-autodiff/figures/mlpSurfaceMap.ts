import {surface, type LabeledPoint, type ScalarMlpConfig, type ScalarMlpState} from "/lib/stages/autodiff.js";
import {numbers} from "/lib/scalar.js";
import {label} from "../../../components/chart/chart.js";
import {svg} from "../../../components/element.js";
import {signed} from "../../../components/chart/heatmap.js";
import {depthOf, type Target} from "./mlpSurfaceTarget.js";

export type Params = ScalarMlpState["params"];
export type Shape = Required<Pick<ScalarMlpConfig, "hidden" | "activation">>;

/** All points of a set lie between -EDGE and EDGE, but for a few that noise moved. */
const EDGE = 2;

const LEVELS = 15;
const DEEPEST = 0.6; // of the color of a sign, so that points stand out

/** Numbers at the points of a square grid, in rows from the bottom. */
interface Field {
  readonly n: number;
  readonly values: Float64Array | readonly number[];
}

/** The middles of n × n cells. */
const grid = (n: number) => {
  const range = [EDGE / n - EDGE, EDGE - EDGE / n] as const;
  return {x: range, y: range, columns: n, rows: n};
};

/** What a neuron answers to each point of the plane, between -1 and 1: the score by tanh(score / 2) = 2 p - 1. */
export function fieldOf(params: Params, {hidden, activation}: Shape, target: Target, n: number): Field {
  const depth = depthOf(target, [2, ...hidden, 1]);
  const neuron = params[depth]![target.neuron]!;
  // the network as far as this neuron, whose sum is then the score
  const part = [...params.slice(0, depth), [neuron]];
  const sums = surface(part, {hidden: hidden.slice(0, depth), activation}, grid(n));
  if (depth === params.length - 1) return {n, values: sums.map((sum) => numbers.tanh(sum / 2))};
  const act = numbers[activation];
  return {n, values: sums.map((sum) => (activation === "sigmoid" ? 2 * act(sum) - 1 : act(sum)))};
}

/** What an input of the network is at each point of the plane. */
export const inputField = (input: number, n: number): Field => ({
  n,
  values: Array.from({length: n * n}, (_, i) => (2 * (input === 0 ? i % n : Math.floor(i / n))) / (n - 1) - 1)
});

/** A field as shaded cells: one path for each shade, so that thousands of cells are few elements. */
export function cells({n, values}: Field, left: number, top: number, size: number): readonly SVGPathElement[] {
  const paths = new Map<number, string>();
  const step = size / n;
  const shade = (i: number): number => Math.round(LEVELS * Math.max(-1, Math.min(1, values[i]! || 0)));
  for (let row = 0; row < n; row++)
    for (let from = 0, to = 1; to <= n; to++) {
      const here = shade(row * n + from);
      if (to < n && shade(row * n + to) === here) continue;
      const [x, y] = [left + from * step, top + (n - 1 - row) * step];
      paths.set(
        here,
        `${paths.get(here) ?? ""}M${x.toFixed(1)} ${y.toFixed(1)}h${((to - from) * step).toFixed(1)}v${step.toFixed(1)}H${x.toFixed(1)}z`
      );
      from = to;
    }
  return [...paths].map(([here, d]) =>
    svg("path", {d, style: `fill:${signed((DEEPEST * here) / LEVELS)}`, "shape-rendering": "crispEdges"})
  );
}

/** Where a field is 0, as segments through the squares between four of its points. */
export function boundary({n, values}: Field): readonly (readonly [number, number, number, number])[] {
  const segments: (readonly [number, number, number, number])[] = [];
  const cut = (a: number, b: number): number => a / (a - b);
  for (let j = 0; j + 1 < n; j++)
    for (let i = 0; i + 1 < n; i++) {
      const [a, b, c, d] = [
        values[j * n + i]!,
        values[j * n + i + 1]!,
        values[(j + 1) * n + i + 1]!,
        values[(j + 1) * n + i]!
      ];
      const ends: (readonly [number, number])[] = [];
      if (a < 0 !== b < 0) ends.push([i + cut(a, b), j]);
      if (b < 0 !== c < 0) ends.push([i + 1, j + cut(b, c)]);
      if (d < 0 !== c < 0) ends.push([i + cut(d, c), j + 1]);
      if (a < 0 !== d < 0) ends.push([i, j + cut(a, d)]);
      for (let k = 0; k + 1 < ends.length; k += 2) segments.push([...ends[k]!, ...ends[k + 1]!]);
    }
  return segments;
}

interface MapSpec {
  readonly size: number;
  readonly title: string;
  readonly field: Field;
  readonly train: readonly LabeledPoint[];
  readonly held: readonly LabeledPoint[];
  /** Whether the network has a point on the wrong side. */
  readonly wrong: (point: LabeledPoint) => boolean;
}

const [LEFT, TOP, BOTTOM] = [20, 22, 20];

/** The plane, shaded by what a neuron answers there, with the points: filled if trained on, hollow if held out. */
export function surfaceMap({size, title, field, train, held, wrong}: MapSpec): SVGSVGElement {
  const side = size - LEFT;
  const height = TOP + side + BOTTOM;
  const x = (v: number): number => LEFT + ((v + EDGE) / (2 * EDGE)) * side;
  const y = (v: number): number => TOP + side - ((v + EDGE) / (2 * EDGE)) * side;
  const cell = side / field.n;
  const cx = (i: number): string => (LEFT + (i + 0.5) * cell).toFixed(1);
  const cy = (j: number): string => (TOP + side - (j + 0.5) * cell).toFixed(1);
  const line = boundary(field)
    .map(([a, b, c, d]) => `M${cx(a)} ${cy(b)}L${cx(c)} ${cy(d)}`)
    .join("");
  const inside = ({x: [a, b]}: LabeledPoint): boolean => Math.abs(a) < EDGE && Math.abs(b) < EDGE;
  const mark = ({x: [a, b], label: side}: LabeledPoint): string => {
    const [px, py] = [x(a), y(b)];
    if (side === 1) return `M${(px - 3.5).toFixed(1)} ${py.toFixed(1)}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z`;
    return `M${(px - 4.2).toFixed(1)} ${py.toFixed(1)}l4.2-4.2 4.2 4.2-4.2 4.2z`;
  };
  const marks = (points: readonly LabeledPoint[], side: 1 | -1, hollow: boolean) => {
    const color = `var(--${side === 1 ? "plus" : "minus"})`;
    const style = hollow
      ? `fill:var(--paper);stroke:${color};stroke-width:2`
      : `fill:${color};stroke:var(--paper);stroke-width:1`;
    const d = points
      .filter((point) => point.label === side && inside(point))
      .map(mark)
      .join("");
    return svg("path", {d, style});
  };
  const missed = [...train, ...held].filter((point) => inside(point) && wrong(point));
  const ring = ({x: [a, b]}: LabeledPoint): string =>
    `M${(x(a) - 7).toFixed(1)} ${y(b).toFixed(1)}a7 7 0 1 0 14 0a7 7 0 1 0-14 0z`;
  const tick = (v: number) => [
    label(x(v), height - 5, String(v).replace("-", "−"), {"text-anchor": "middle"}),
    label(LEFT - 6, y(v) + 4, String(v).replace("-", "−"), {"text-anchor": "end"})
  ];
  return svg(
    "svg",
    {width: size, height, viewBox: `0 0 ${size} ${height}`, class: "chart mlp-map", "aria-hidden": "true"},
    label(LEFT, 14, title, {style: "fill:var(--ink)"}),
    ...cells(field, LEFT, TOP, side),
    svg("path", {d: line, fill: "none", style: "stroke:var(--ink);stroke-width:1.5"}),
    ...([1, -1] as const).flatMap((side) => [marks(train, side, false), marks(held, side, true)]),
    svg("path", {d: missed.map(ring).join(""), fill: "none", style: "stroke:var(--ink);stroke-width:1.5"}),
    ...[-1, 0, 1].flatMap(tick)
  );
}
