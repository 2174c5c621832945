import type {Landscape} from "/lib/stages/optimization.js";
import {chart, type Frame, type Mark} from "../../../components/chart/chart.js";
import {relief} from "../../../components/chart/relief.js";
import {draggable, seen} from "../../../components/figure/drag.js";
import {svg} from "../../../components/element.js";
import type {Place} from "../model/walk.js";

/** A walk on the map: the last of its places is where it stands now. */
interface Trace {
  readonly path: readonly Place[];
  /** Its color's name. */
  readonly meaning: string;
  readonly dashed?: boolean;
  /** Without dots at its ends. */
  readonly plain?: boolean;
}

interface LandscapeMapSpec {
  /** Width in pixels; the height is the same. */
  readonly width: number;
  readonly landscape: Landscape;
  /** See `heightsOn`: [size, size], the lowest row first. */
  readonly heights: Float64Array;
  readonly traces: readonly Trace[];
  /** How much more finely low heights are told apart than high ones. */
  readonly bend?: number;
  /** Told where the reader drags the start. */
  readonly moveStart?: (place: Place, ended: boolean) => void;
}

/** Pixels beyond which nobody can tell one distance from another. */
const FAR = 1e5;
/** Pixels outside of the map that still count as on it. */
const SLACK = 2;

/** A landscape from above, the darker the higher, with its lowest points as rings, and walks down it. */
export function landscapeMap({
  width,
  landscape,
  heights,
  traces,
  bend = 200,
  moveStart
}: LandscapeMapSpec): SVGSVGElement {
  const {box, minima} = landscape;
  let frame: Frame | undefined;
  const map = chart({
    width,
    height: width,
    marginLeft: 32,
    readable: false,
    x: {domain: box.x, label: "x", ticks: 4},
    y: {domain: box.y, label: "y", ticks: 4},
    marks: [
      seen((now) => (frame = now)),
      relief(heights, Math.round(Math.sqrt(heights.length)), {bend, levels: 14}),
      ({x, y}) =>
        minima.map(({at: [a = 0, b = 0]}) =>
          svg("circle", {cx: x(a), cy: y(b), r: 6, fill: "none", style: "stroke:var(--ink);stroke-width:2"})
        ),
      ...traces.map(drawn)
    ]
  });
  if (moveStart === undefined) return map;
  return draggable(map, (px, py, ended) => {
    if (frame === undefined) return;
    const across = (px - frame.left) / (frame.right - frame.left);
    const up = (frame.bottom - py) / (frame.bottom - frame.top);
    moveStart([box.x[0] + across * (box.x[1] - box.x[0]), box.y[0] + up * (box.y[1] - box.y[0])], ended);
  });
}

/** A path where it is on the map, and where it stands: a hollow dot at the edge if that is beyond. */
const drawn =
  ({path, meaning, dashed = false, plain = false}: Trace): Mark =>
  ({x, y, left, right, top, bottom}) => {
    const pixel = ([a, b]: Place): Place => [held(x(a), -FAR, FAR), held(y(b), -FAR, FAR)];
    const known = path.filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
    const [first, now] = [known[0], known.at(-1)];
    if (first === undefined || now === undefined) return [];
    const text = known
      .map((place) =>
        pixel(place)
          .map((v) => v.toFixed(1))
          .join(" ")
      )
      .join("L");
    const line = svg("path", {
      d: `M${text}`,
      fill: "none",
      "stroke-width": 2.25,
      "stroke-linejoin": "round",
      style: `stroke:var(--${meaning})`
    });
    if (dashed) line.setAttribute("stroke-dasharray", "5 3");
    const [width, height] = [right - left, bottom - top];
    const window = {
      x: left,
      y: top,
      width,
      height,
      viewBox: `${left} ${top} ${width} ${height}`,
      style: "overflow:hidden"
    };
    const dot = (place: Place, r: number, look: string) => {
      const [px, py] = pixel(place);
      const cx = held(px, left, right).toFixed(1);
      return svg("circle", {cx, cy: held(py, top, bottom).toFixed(1), r, style: look});
    };
    const [px, py] = pixel(now);
    const inside = px >= left - SLACK && px <= right + SLACK && py >= top - SLACK && py <= bottom + SLACK;
    const look = inside
      ? `fill:var(--${meaning});stroke:var(--paper);stroke-width:1.5`
      : `fill:var(--paper);stroke:var(--${meaning});stroke-width:2.5`;
    if (plain) return [svg("svg", window, line)];
    return [
      svg("svg", window, line),
      dot(first, 4, "fill:var(--paper);stroke:var(--ink);stroke-width:2"),
      dot(now, 5.5, look)
    ];
  };

const held = (v: number, low: number, high: number): number => Math.min(high, Math.max(low, v));
