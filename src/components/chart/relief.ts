import {svg} from "../element.js";
import type {Mark} from "./chart.js";
import {contour} from "./contours.js";
import {heat} from "./heatmap.js";

interface ReliefLook {
  /** How many bands of height. Default 12. */
  readonly levels?: number;
  /**
   * How much more finely the lowest heights are told apart than the highest: 0, the default, draws lines at equal distances
   * of height, and 1000 those of its logarithm.
   */
  readonly bend?: number;
}

/** Heights of a function on a grid over a square, the lowest row first: what `relief` draws. */
export function heightsOn(
  [low, high]: readonly [number, number],
  size: number,
  of: (x: number, y: number) => number
): Float64Array {
  const at = (k: number) => low + ((high - low) * k) / (size - 1);
  return Float64Array.from({length: size * size}, (_, k) => of(at(k % size), at(Math.floor(k / size))));
}

const SHADES = 20;
const DARKEST = 0.625;

/**
 * A landscape as shaded cells, the darker the higher, with lines of equal height. It fills the frame.
 *
 * @param heights - [size, size], the lowest row first.
 */
export const relief = (heights: Float64Array, size: number, {levels = 12, bend = 0}: ReliefLook = {}): Mark => {
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const share = (height: number): number => {
    const t = high > low ? (height - low) / (high - low) : 0;
    return bend === 0 ? t : Math.log1p(bend * t) / Math.log1p(bend);
  };
  const bent = heights.map(share);
  return ({left, right, top, bottom}) => {
    const [w, h] = [(right - left) / (size - 1), (bottom - top) / (size - 1)];
    const at = (column: number, row: number) => [left + w * column, bottom - h * row] as const;
    const cells = new Map<string, string>();
    for (let j = 0; j + 1 < size; j++)
      for (let i = 0; i + 1 < size; i++) {
        const corners = [j * size + i, j * size + i + 1, (j + 1) * size + i, (j + 1) * size + i + 1];
        const middle = corners.reduce((sum, k) => sum + bent[k]!, 0) / 4;
        const color = heat("loss-train", (Math.round(SHADES * middle) / SHADES) * DARKEST);
        const [x, y] = at(i, j + 1);
        const cell = `M${x.toFixed(1)} ${y.toFixed(1)}h${w.toFixed(2)}v${h.toFixed(2)}h-${w.toFixed(2)}z`;
        cells.set(color, `${cells.get(color) ?? ""}${cell}`);
      }
    const lines = Array.from({length: levels - 1}, (_, k) => contour(bent, size, (k + 1) / levels, at));
    return [
      ...Array.from(cells, ([color, d]) =>
        svg("path", {d, style: `fill:${color};stroke:${color}`, "stroke-width": 0.6})
      ),
      svg("path", {d: lines.join(""), fill: "none", "stroke-width": 1, style: "stroke:var(--loss-train)"})
    ];
  };
};
