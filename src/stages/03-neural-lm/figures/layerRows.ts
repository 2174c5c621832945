import {label} from "../../../components/chart/chart.js";
import {svg} from "../../../components/element.js";

interface LayerRow {
  readonly name: string;
  readonly signal: readonly number[];
  readonly gradient: readonly number[];
  /** Said above each of the two. */
  readonly told: string;
  readonly toldBack: string;
}

const [BINS, SPAN] = [41, 3];

/** Shares of numbers from −3 to 3, those beyond in the outermost bins. */
function binned(list: readonly number[]): readonly number[] {
  const counts = Array.from({length: BINS}, () => 0);
  for (const x of list) {
    const bin = Math.floor(((x + SPAN) / (2 * SPAN)) * BINS);
    const inside = Math.min(BINS - 1, Math.max(0, bin));
    counts[inside] = counts[inside]! + 1;
  }
  return counts.map((count) => count / Math.max(1, list.length));
}

const [LEFT, GAP, HIGH, STEP] = [26, 18, 34, 58];

/** For each layer a histogram of what goes forward, and one of what comes back. */
export function layerRows(rows: readonly LayerRow[], width: number): SVGSVGElement {
  const both = width - LEFT - GAP;
  const wide = Math.round(both * (width < 420 ? 0.6 : 0.5)); // room for what is told of a layer
  const height = 40 + rows.length * STEP;
  const columns = [
    {x: LEFT, wide, meaning: "model", of: ({signal}: LayerRow) => signal, told: ({told}: LayerRow) => told},
    {
      x: LEFT + wide + GAP,
      wide: both - wide,
      meaning: "gradient",
      of: ({gradient}: LayerRow) => gradient,
      told: (r: LayerRow) => r.toldBack
    }
  ];
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    label(LEFT, 13, "Passed on →", {style: "fill:var(--model)"}),
    label(width, 13, "← Gradient", {"text-anchor": "end", style: "fill:var(--gradient)"}),
    ...rows.flatMap((row, i) => {
      const base = 28 + i * STEP + 16 + HIGH;
      return [
        label(0, base, row.name, {style: "fill:var(--ink)", "font-weight": 600}),
        ...columns.flatMap(({x, wide, meaning, of, told}) => [
          label(x, base - HIGH - 4, told(row)),
          svg("path", {d: outline(binned(of(row)), x, wide, base), style: `fill:var(--${meaning})`}),
          svg("line", {x1: x, x2: x + wide, y1: base, y2: base, class: "tick"}),
          svg("line", {x1: x + wide / 2, x2: x + wide / 2, y1: base, y2: base + 4, class: "tick"})
        ])
      ];
    })
  );
}

/** The bars of a histogram as one shape; heights go with the root, so that what is rare can still be seen. */
function outline(shares: readonly number[], x: number, wide: number, base: number): string {
  const each = wide / shares.length;
  return shares
    .map((share, i) =>
      share === 0
        ? ""
        : `M${(x + i * each).toFixed(1)} ${base}v${(-HIGH * Math.sqrt(share)).toFixed(1)}h${(each * 0.9).toFixed(1)}V${base}Z`
    )
    .join("");
}
