import {scaleLinear} from "/lib/d3.js";
import {label} from "../../../components/chart/chart.js";
import {svg} from "../../../components/element.js";
import type {Interval} from "../model/intervals.js";

interface IntervalRow extends Interval {
  readonly name: string;
  readonly meaning: string;
  /** What the interval is made of: a dot each. */
  readonly values: readonly number[];
}

interface IntervalRowsSpec {
  readonly width: number;
  readonly rows: readonly IntervalRow[];
  readonly domain: readonly [number, number];
  readonly label: string;
  /** A level that rows are compared with. */
  readonly level?: number;
}

const [ROW, TOP, BOTTOM, NAMES] = [26, 8, 44, 150] as const;

/** A row for each of several means, with its interval and the values that it is made of. */
export function intervalRows({width, rows, domain, label: what, level}: IntervalRowsSpec): SVGSVGElement {
  const height = TOP + ROW * rows.length + BOTTOM;
  const x = scaleLinear<number, number>()
    .domain([...domain])
    .range([NAMES, width - 12])
    .clamp(true);
  const end = TOP + ROW * rows.length;
  const ticks = x.ticks(width < 500 ? 4 : 7);
  const write = x.tickFormat(ticks.length);
  const upright = (value: number, className: string) =>
    svg("line", {x1: x(value), x2: x(value), y1: TOP, y2: end, class: className});
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    ...ticks.flatMap((value) => [
      upright(value, "grid"),
      label(x(value), end + 18, write(value).replace("-", "−"), {"text-anchor": "middle"})
    ]),
    ...(level === undefined ? [] : [upright(level, "moment")]),
    label((NAMES + width) / 2, height - 6, what, {"text-anchor": "middle"}),
    ...rows.flatMap(({name, meaning, values, mean, half}, i) => {
      const y = TOP + ROW * (i + 0.5);
      const stroke = `stroke:var(--${meaning})`;
      return [
        label(NAMES - 10, y + 4, name, {"text-anchor": "end", style: `fill:var(--${meaning})`}),
        ...(Number.isFinite(half)
          ? [svg("line", {x1: x(mean - half), x2: x(mean + half), y1: y, y2: y, style: stroke, "stroke-width": 2})]
          : []),
        ...values.map((value) => svg("circle", {cx: x(value), cy: y, r: 3, style: stroke, fill: "none"})),
        svg("line", {x1: x(mean), x2: x(mean), y1: y - 8, y2: y + 8, style: stroke, "stroke-width": 3})
      ];
    })
  );
}
