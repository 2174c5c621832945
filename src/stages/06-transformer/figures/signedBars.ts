import {scaleBand, scaleLinear} from "/lib/d3.js";
import {label as text} from "../../../components/chart/chart.js";
import {svg} from "../../../components/element.js";

interface SignedBars {
  readonly width: number;
  readonly height: number;
  readonly values: readonly number[];
  readonly label: string;
  readonly meaning: string;
  /** The largest value that fits, up and down. */
  readonly most: number;
}

/** Bars from a line at zero, up and down. */
export function signedBars({width, height, values, label, meaning, most}: SignedBars): SVGSVGElement {
  const [left, right, top, bottom] = [36, width - 4, 28, height - 8];
  const x = scaleBand()
    .domain(values.map((_, i) => String(i)))
    .range([left, right])
    .padding(0.25);
  const y = scaleLinear().domain([-most, most]).range([bottom, top]);
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    text(0, 13, label),
    ...y
      .ticks(5)
      .flatMap((v) => [
        svg("line", {x1: left, x2: right, y1: y(v), y2: y(v), class: v === 0 ? "tick" : "grid"}),
        text(left - 8, y(v) + 4, y.tickFormat(5)(v), {"text-anchor": "end"})
      ]),
    ...values.map((value, i) =>
      svg("rect", {
        x: x(String(i)) ?? left,
        width: x.bandwidth(),
        y: Math.min(y(0), y(value)),
        height: Math.abs(y(value) - y(0)),
        style: `fill:var(--${meaning})`
      })
    )
  );
}
