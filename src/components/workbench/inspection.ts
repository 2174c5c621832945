import {element, svg} from "../element.js";
import {heatmap, signed} from "../chart/heatmap.js";
import {writeNumber} from "../number.js";
import type {Inspected} from "./look.js";

/** A tensor as it stands: its numbers in words, how they are spread, and the tensor itself as a heat map. */
export function inspection(inspected: Inspected, width: number): HTMLElement {
  const {shape, mean, deviation, least, most, zeros, broken, blocks, name} = inspected;
  const words = [
    `${name.replace(":", " ")}: [${shape.join(", ")}]`,
    `mean ${writeNumber(mean, 3)}, deviation ${writeNumber(deviation, 3)}, from ${writeNumber(least, 3)} to ${writeNumber(most, 3)}`,
    ...(zeros > 0 ? [`${(100 * zeros).toFixed(1)} % are 0`] : []),
    ...(broken > 0 ? [`${broken} are NaN or infinite`] : [])
  ];
  const [rows, columns] = [blocks.length, blocks[0]?.length ?? 0];
  const largest = Math.max(1e-30, ...blocks.flat().map(Math.abs).filter(Number.isFinite));
  const half = Math.min(width, 340);
  const numbers = (count: number): readonly string[] => Array.from({length: count}, () => "");
  const wide = Math.max(120, Math.min(half, 12 * columns));
  const map =
    rows > 1 && columns > 1
      ? [
          heatmap({
            width: wide,
            title: blockTitle(inspected),
            rows: numbers(rows),
            columns: numbers(columns),
            fill: (i, j) => signed((blocks[i]?.[j] ?? 0) / largest)
          })
        ]
      : [];
  return element(
    "div",
    {className: "bench-inspection"},
    element("p", {className: "fig-note"}, `${words.join(" · ")}.`),
    element("div", {className: "bench-row"}, histogram(inspected, half), ...map)
  );
}

/** Says that a map is of means where a tensor is too large for a cell each. */
const blockTitle = ({shape, blocks}: Inspected): string => {
  const columns = shape.at(-1) ?? 1;
  const rows = shape.slice(0, -1).reduce((product, extent) => product * extent, 1);
  return rows > blocks.length || columns > (blocks[0]?.length ?? 0) ? "Means over blocks" : "Each number";
};

function histogram({bins, least, most}: Inspected, width: number): SVGSVGElement {
  const [left, right, top, bottom] = [8, width - 8, 22, 130];
  const tallest = Math.max(1, ...bins);
  const step = (right - left) / bins.length;
  const place = (value: number): number => left + ((right - left) * (value - least)) / Math.max(1e-30, most - least);
  const text = (x: number, y: number, anchor: string, said: string) =>
    svg("text", {x, y, "text-anchor": anchor, fill: "currentColor"}, said);
  const zero =
    least < 0 && most > 0 ? [svg("line", {x1: place(0), x2: place(0), y1: top, y2: bottom, class: "moment"})] : [];
  return svg(
    "svg",
    {width, height: 150, viewBox: `0 0 ${width} 150`, class: "chart"},
    text(0, 13, "start", "How many of each size"),
    ...bins.map((count, i) =>
      svg("rect", {
        x: left + i * step,
        y: bottom - ((bottom - top) * count) / tallest,
        width: Math.max(0.5, step - 1),
        height: ((bottom - top) * count) / tallest,
        style: "fill:var(--model)"
      })
    ),
    ...zero,
    svg("line", {x1: left, x2: right, y1: bottom, y2: bottom, class: "tick"}),
    text(left, 146, "start", writeNumber(least, 3)),
    text(right, 146, "end", writeNumber(most, 3))
  );
}
