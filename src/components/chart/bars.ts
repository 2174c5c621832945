import {scaleBand, scaleLinear} from "/lib/d3.js";
import {label} from "./chart.js";
import {svg} from "../element.js";

interface Bar {
  readonly name: string;
  /** Filled: what is. */
  readonly value: number;
  /** Outlined: what was, or what is compared with. */
  readonly outline?: number;
  /** Drawn as a cross: cannot be. */
  readonly excluded?: boolean;
}

interface BarsSpec {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly Bar[];
  /** What the height means, with its unit. */
  readonly label: string;
  readonly meaning?: string;
  /** Meaning of the outlines. */
  readonly outlined?: string;
  readonly max?: number;
  readonly format?: (value: number) => string;
  /** Said at the top right of the frame. */
  readonly note?: string;
}

/** Bars over names: filled for what is, outlined for what it is compared with. */
export function bars(spec: BarsSpec): SVGSVGElement {
  const {width, height, bars, meaning = "probability", outlined = "data", format, note = ""} = spec;
  const [left, right, top, bottom] = [44, width - 4, 28, height - 28];
  const largest = Math.max(1e-9, ...bars.flatMap(({value, outline = 0}) => [value, outline]));
  const x = scaleBand()
    .domain(bars.map((_, i) => String(i)))
    .range([left, right])
    .padding(0.18);
  const y = scaleLinear()
    .domain([0, spec.max ?? largest * 1.04])
    .range([bottom, top]);
  const write = format ?? y.tickFormat(5);
  const wide = x.bandwidth();
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    label(0, 13, spec.label),
    label(right, 13, note, {"text-anchor": "end", style: "fill:var(--ink);font-size:14px"}),
    ...y
      .ticks(5)
      .flatMap((v) => [
        svg("line", {x1: left, x2: right, y1: y(v), y2: y(v), class: "grid"}),
        label(left - 8, y(v) + 4, write(v), {"text-anchor": "end"})
      ]),
    ...bars.flatMap(({name, value, outline, excluded = false}, i) => {
      const at = x(String(i)) ?? left;
      const rect = (v: number, grow: number) => ({
        x: at - grow,
        width: wide + 2 * grow,
        y: y(v),
        height: bottom - y(v)
      });
      return [
        svg("rect", {...rect(value, 0), style: `fill:var(--${meaning})`}),
        ...(outline === undefined
          ? []
          : [
              svg("rect", {
                ...rect(outline, 1.5),
                fill: "none",
                "stroke-width": 1.5,
                style: `stroke:var(--${outlined})`
              })
            ]),
        ...(excluded ? [label(at + wide / 2, bottom - 6, "×", {"text-anchor": "middle"})] : []),
        label(at + wide / 2, bottom + 18, name, {"text-anchor": "middle"})
      ];
    })
  );
}
