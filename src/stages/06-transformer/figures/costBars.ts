import {label} from "../../../components/chart/chart.js";
import {svg} from "../../../components/element.js";
import type {ParameterCounts} from "/lib/transformer.js";

const PARTS = [
  {field: "embedding", name: "embedding", meaning: "data"},
  {field: "positions", name: "positions", meaning: "key"},
  {field: "attention", name: "attention", meaning: "attention"},
  {field: "feedForward", name: "feed-forward", meaning: "model"},
  {field: "norms", name: "norms", meaning: "ink-3"},
  {field: "unembedding", name: "unembedding", meaning: "probability"}
] as const satisfies readonly {
  readonly field: keyof ParameterCounts;
  readonly name: string;
  readonly meaning: string;
}[];

const [ROW, TOP, NAMES] = [28, 6, 108] as const;

/** A bar for each part of a model, as long as its share of the parameters. */
export function costBars(width: number, counts: ParameterCounts, write: (count: number) => string): SVGSVGElement {
  const height = TOP + ROW * PARTS.length + 4;
  const short = width < 500;
  const room = width - NAMES - (short ? 92 : 168);
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    ...PARTS.flatMap(({field, name, meaning}, i) => {
      const y = TOP + ROW * i;
      const share = counts[field] / counts.total;
      return [
        label(NAMES - 10, y + 17, name, {"text-anchor": "end"}),
        svg("rect", {
          x: NAMES,
          y: y + 3,
          width: Math.max(1, room * share),
          height: ROW - 8,
          style: `fill:var(--${meaning})`
        }),
        label(
          NAMES + Math.max(1, room * share) + 8,
          y + 17,
          short
            ? write(counts[field])
            : `${write(counts[field])}, ${(100 * share).toFixed(share < 0.001 && share > 0 ? 3 : 1)}%`
        )
      ];
    })
  );
}
