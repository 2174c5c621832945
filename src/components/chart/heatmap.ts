import {svg} from "../element.js";

/**
 * Sequential scale: t in [0, 1], from the paper to the color of a meaning. It is mixed in Oklab, so equal steps look
 * equal, and nothing is always the page, light or dark.
 */
export const heat = (meaning: string, t: number): string =>
  `color-mix(in oklab, var(--${meaning}) ${Math.round(100 * Math.min(1, Math.max(0, t || 0)))}%, var(--surface))`;

/** Diverging scale: t in [-1, 1], blue below zero and orange above it. */
export const signed = (t: number): string => heat(t < 0 ? "minus" : "plus", Math.abs(t));

interface Heatmap {
  /** Width in pixels; the height follows, for cells are square. */
  readonly width: number;
  readonly title: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** A color for each cell, from `heat` or `signed`. */
  readonly fill: (row: number, column: number) => string;
}

const TOP = 40;
const LEFT = 16;
const NAMED = 9;

/**
 * Cells of a matrix, named along its edges where there is room.
 *
 * All cells of one color are one path, so 10,000 cells are at most 201 elements, which follow the theme by themselves.
 */
export function heatmap({width, title, rows, columns, fill}: Heatmap): SVGSVGElement {
  const cell = (width - LEFT) / Math.max(1, columns.length);
  const height = Math.ceil(TOP + cell * rows.length);
  const paths = new Map<string, string[]>();
  rows.forEach((_, i) =>
    columns.forEach((_, j) => {
      const color = fill(i, j);
      const path = paths.get(color) ?? [];
      path.push(
        `M${(LEFT + j * cell).toFixed(2)} ${(TOP + i * cell).toFixed(2)}h${cell.toFixed(2)}v${cell.toFixed(2)}h-${cell.toFixed(2)}z`
      );
      paths.set(color, path);
    })
  );
  const every = Math.max(1, Math.ceil(NAMED / cell));
  const name = (x: number, y: number, text: string) =>
    svg("text", {x: x.toFixed(2), y: y.toFixed(2), "text-anchor": "middle", fill: "currentColor"}, text);
  const along = (names: readonly string[], place: (i: number, text: string) => SVGTextElement) =>
    names.flatMap((text, i) => (i % every === 0 ? [place(i, text)] : []));
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, style: "color:var(--ink-2);font:9px var(--sans)"},
    svg("text", {x: 0, y: 13, style: "font-size:13px", fill: "currentColor"}, title),
    ...[...paths].map(([color, path]) =>
      svg("path", {d: path.join(""), style: `fill:${color}`, "shape-rendering": "crispEdges"})
    ),
    ...along(columns, (j, text) => name(LEFT + (j + 0.5) * cell, TOP - 5, text)),
    ...along(rows, (i, text) => name(6, TOP + (i + 0.5) * cell + 3, text))
  );
}
