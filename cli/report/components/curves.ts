import * as Plot from "@observablehq/plot";
import {smoothed, type Point} from "./points.js";

interface CurveOptions {
  /** All runs, so that a run keeps its color whichever are shown. */
  readonly runs: readonly string[];
  readonly x: string;
  readonly y: string;
  /** From 0 to 1: see `smoothed`. */
  readonly smoothing?: number;
  readonly log?: boolean;
  readonly width: number;
}

/** Curves of several runs. Where they are smoothed, what was measured stays behind them, faint. */
export function curves(series: readonly (readonly Point[])[], options: CurveOptions): Element {
  const {runs, x, y, smoothing = 0, log = false, width} = options;
  const encoding = {x: "x", y: "y", z: "run", stroke: "run"} as const;
  const measured = series.flat();
  const lines = series.flatMap((points) => smoothed(points, smoothing));
  const alone = series.flatMap((points) => (points.length === 1 ? points : []));
  return Plot.plot({
    width,
    height: 320,
    marginLeft: 56,
    grid: true,
    x: {label: x},
    y: {label: y, type: log ? "log" : "linear"},
    color: {domain: [...runs], legend: runs.length > 1},
    marks: [
      ...(smoothing > 0 ? [Plot.lineY(measured, {...encoding, strokeOpacity: 0.25})] : []),
      Plot.lineY(lines, {...encoding, strokeWidth: 2}),
      Plot.dot(alone, {x: "x", y: "y", stroke: "run"}),
      Plot.tip(lines, Plot.pointer({x: "x", y: "y", stroke: "run", channels: {run: "run"}}))
    ]
  });
}
