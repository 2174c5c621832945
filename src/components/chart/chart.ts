import {line as path, scaleLinear, scaleLog} from "/lib/d3.js";
import {svg} from "../element.js";
import {writeNumber} from "../number.js";
import {reading, type Frame, type Reading} from "./reading.js";
import {spread} from "./spread.js";
import {stopsOf, type Legible, type Told} from "./stopsOf.js";

export type {Frame};

interface Axis {
  readonly domain: readonly [number, number];
  /** What is measured, with its unit. */
  readonly label: string;
  /** About how many ticks. */
  readonly ticks?: number;
  readonly scale?: "linear" | "log";
  readonly format?: (value: number) => string;
}

/** Draws into a frame. A mark with points says what can be read of it. */
export interface Mark {
  (frame: Frame): readonly Node[];
  readonly read?: Legible;
}

interface ChartSpec {
  readonly width: number;
  readonly height: number;
  readonly x: Axis;
  readonly y: Axis;
  readonly marks: readonly Mark[];
  /** Whether the lines can be read point by point: not where something of the chart is dragged. Default true. */
  readonly readable?: boolean;
  /** Room for names at the right ends of lines. */
  readonly marginRight?: number;
  readonly marginLeft?: number;
}

/** A chart of numbers over numbers. Colors are custom properties, so it follows the theme by itself. */
export function chart({
  width,
  height,
  x,
  y,
  marks,
  marginRight = 12,
  marginLeft = 44,
  readable = true
}: ChartSpec): SVGSVGElement {
  const box = {left: marginLeft, right: width - marginRight, top: 28, bottom: height - 40};
  const scaled = {x: scaleOf(x, [box.left, box.right]), y: scaleOf(y, [box.bottom, box.top])};
  const frame: Frame = {...box, x: (v) => scaled.x(v), y: (v) => scaled.y(v)};
  const xs = ticksOf(scaled.x, x, box.right - box.left < 360 ? 4 : 6);
  const ys = ticksOf(scaled.y, y, 5);
  const read = readable ? readingOf(marks, x, y, frame) : undefined;
  const drawing = svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    ...ys.flatMap(({at, text}) => [
      svg("line", {x1: box.left, x2: box.right, y1: at, y2: at, class: "grid"}),
      label(box.left - 8, at + 4, text, {"text-anchor": "end"})
    ]),
    ...xs.flatMap(({at, text}) => [
      svg("line", {x1: at, x2: at, y1: box.bottom, y2: box.bottom + 4, class: "tick"}),
      label(at, box.bottom + 18, text, {"text-anchor": "middle"})
    ]),
    svg("line", {x1: box.left, x2: box.right, y1: box.bottom, y2: box.bottom, class: "tick"}),
    label(0, 13, y.label),
    label((box.left + box.right) / 2, height - 4, x.label, {"text-anchor": "middle"}),
    ...(read === undefined ? [] : [read.area]),
    ...marks.flatMap((mark) => mark(frame)),
    ...(read === undefined ? [] : [read.shown])
  );
  read?.follow(drawing);
  return drawing;
}

/** What reads a chart's lines, if it has any with two points or more. */
function readingOf(marks: readonly Mark[], x: Axis, y: Axis, frame: Frame): Reading | undefined {
  const lines = marks.flatMap(({read}) => (read === undefined ? [] : [read]));
  if (!lines.some(({points}) => points.length > 1)) return undefined;
  const inside = (at: number): boolean => at >= Math.min(...x.domain) && at <= Math.max(...x.domain);
  const write = (axis: Axis, value: number): string => axis.format?.(value) ?? writeNumber(value, 3);
  const tell = (at: number, there: readonly Told[]): readonly string[] => [
    `${x.label}: ${write(x, at)}`,
    ...there.map((told) => `${lines.length > 1 ? `${told.name} ` : ""}${write(y, told.y)}`)
  ];
  return reading(() => stopsOf(lines, tell, inside), frame, `${y.label} by ${x.label}`);
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

const scaleOf = ({domain, scale = "linear"}: Axis, range: readonly [number, number]): Scale =>
  // a logarithmic scale has all that is used of a linear one
  (scale === "log" ? (scaleLog() as unknown as Scale) : scaleLinear<number, number>()).domain(domain).range(range);

function ticksOf(scale: Scale, {ticks, format, scale: kind}: Axis, usual: number) {
  const count = ticks ?? usual;
  const write = format ?? scale.tickFormat(count);
  const values = scale.ticks(count);
  // a decade of a logarithmic scale has nine ticks: name what `tickFormat` names
  return values.map((v) => ({at: scale(v), text: write(v)})).filter(({text}) => kind !== "log" || text !== "");
}

/** Text of a chart, in its type. */
export const label = (x: number, y: number, text: string, more: Readonly<Record<string, string | number>> = {}) =>
  svg("text", {x, y, ...more}, text);

export type Point = readonly [x: number, y: number];

interface LineLook {
  /** The name of a meaning, such as `loss-train`. */
  readonly meaning: string;
  readonly width?: number;
  readonly dashed?: boolean;
  /** A dot on each point. */
  readonly dots?: boolean;
  /** What it is called where it is read; its meaning, unless told. */
  readonly name?: string;
}

/** A line through points; points that are not finite interrupt it. */
export const line = (
  points: readonly Point[],
  {meaning, width = 2.5, dashed = false, dots = false, name = meaning.replaceAll("-", " ")}: LineLook
): Mark => {
  const draw = ({x, y}: Frame): readonly Node[] => {
    const d = path<Point>()
      .defined(([a, b]) => Number.isFinite(a) && Number.isFinite(b))
      .x(([a]) => x(a))
      .y(([, b]) => y(b))(points);
    const stroke = `stroke:var(--${meaning})`;
    const drawn = svg("path", {
      d: d ?? "",
      fill: "none",
      "stroke-width": width,
      style: stroke,
      "stroke-linejoin": "round"
    });
    if (dashed) drawn.setAttribute("stroke-dasharray", "5 3");
    return [drawn, ...(dots ? dotsAt(points, meaning)({x, y, left: 0, right: 0, top: 0, bottom: 0}) : [])];
  };
  return Object.assign(draw, {read: {points, meaning, name}});
};

/** A dot for each finite point. */
export const dotsAt =
  (points: readonly Point[], meaning: string, radius = 4): Mark =>
  ({x, y}) =>
    points
      .filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b))
      .map(([a, b]) => svg("circle", {cx: x(a), cy: y(b), r: radius, style: `fill:var(--${meaning})`}));

/** A level across the chart with its name above it, such as a baseline. */
export const level =
  (value: number, name: string): Mark =>
  ({y, left, right}) => [
    svg("line", {x1: left, x2: right, y1: y(value), y2: y(value), class: "level"}),
    halo(label(left + 4, y(value) - 5, name))
  ];

/** A moment across the chart, such as where a fork begins. */
export const moment =
  (value: number): Mark =>
  ({x, top, bottom}) => [svg("line", {x1: x(value), x2: x(value), y1: top, y2: bottom, class: "moment"})];

interface End {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly meaning: string;
}

/** Names of lines at their ends, moved apart where they would touch. */
export const ends =
  (list: readonly End[]): Mark =>
  ({x, y, top, bottom}) => {
    const finite = list.filter((end) => Number.isFinite(end.y));
    const places = spread(
      finite.map((end) => y(end.y)),
      17,
      [top, bottom]
    );
    return finite.map((end, i) =>
      halo(
        label(x(end.x) + 8, (places[i] ?? y(end.y)) + 4, end.text, {
          style: `fill:var(--${end.meaning})`,
          "font-weight": 600
        })
      )
    );
  };

/** Any text at a point. */
export const note =
  (at: Point, text: string, more: Readonly<Record<string, string | number>> = {}): Mark =>
  ({x, y}) => [halo(label(x(at[0]), y(at[1]), text, more))];

function halo(text: SVGTextElement): SVGTextElement {
  text.setAttribute("stroke", "var(--paper)");
  text.setAttribute("stroke-width", "4");
  text.setAttribute("paint-order", "stroke");
  return text;
}
