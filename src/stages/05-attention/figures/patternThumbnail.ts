import {heat} from "../../../components/chart/heatmap.js";
import {svg} from "../../../components/element.js";

const LEVELS = 8;

/** A pattern of attention as a small picture without names: the darker, the more a row looks at a column. */
export function patternThumbnail(pattern: readonly (readonly number[])[], side: number): SVGSVGElement {
  const cell = side / Math.max(1, pattern.length);
  const paths = new Map<number, string[]>();
  pattern.forEach((row, i) =>
    row.forEach((weight, j) => {
      const level = Math.ceil(weight * LEVELS - 0.4); // what is nearly nothing is not drawn
      if (level < 1) return;
      const list = paths.get(level) ?? [];
      list.push(
        `M${(j * cell).toFixed(2)} ${(i * cell).toFixed(2)}h${cell.toFixed(2)}v${cell.toFixed(2)}h-${cell.toFixed(2)}z`
      );
      paths.set(level, list);
    })
  );
  return svg(
    "svg",
    {width: side, height: side, viewBox: `0 0 ${side} ${side}`, "aria-hidden": "true"},
    svg("rect", {width: side, height: side, style: "fill:var(--surface)"}),
    ...[...paths].map(([level, list]) =>
      svg("path", {d: list.join(""), style: `fill:${heat("attention", level / LEVELS)}`})
    )
  );
}
