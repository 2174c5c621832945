import {chart, ends, level, line, moment, type Mark, type Point} from "../chart/chart.js";
import type {BenchMetrics} from "./benchMetrics.js";
import type {Baseline} from "./look.js";
import type {Logged} from "./loggedAt.js";
import {smoothed} from "./smoothed.js";

/** A run as it is drawn. */
export interface Curve {
  /** What differs from the first run. */
  readonly title: string;
  readonly from: number;
  readonly log: readonly Logged<BenchMetrics>[];
}

interface CurvesSpec {
  readonly width: number;
  readonly height: number;
  /** The last step, so that the axis stands still. */
  readonly steps: number;
  readonly curves: readonly Curve[];
  readonly baselines: readonly Baseline[];
  /** A kept run of the same settings, drawn faintly behind. */
  readonly behind?: Curve["log"];
  /** The step that is looked at. */
  readonly at: number;
  /** Where lines break off upwards. */
  readonly ceiling?: number;
}

/** The colors of futures after the first, which are dashed and named besides. */
const MEANINGS = ["loss-validation", "adam", "muon", "rmsprop", "momentum"] as const;

export const meaningOf = (i: number): string => MEANINGS[i % MEANINGS.length] ?? MEANINGS[0];

/** Points over which the batch's loss is smoothed. */
const MEMORY = 10;

const short = (value: number): string => (Number.isFinite(value) ? value.toFixed(3) : "∞");

/** Loss by step: held out of every run, and of the first run's batches, raw and smoothed; baselines lie across. */
export function lossCurves({
  width,
  height,
  steps,
  curves,
  baselines,
  behind = [],
  at,
  ceiling
}: CurvesSpec): SVGSVGElement {
  const held = curves.map(({log}) => log.map(({step, metrics}): Point => [step, metrics.validationLoss]));
  const batch = curves.map(({log}) => log.map(({step, metrics}): Point => [step, metrics.batchLoss]));
  const finite = [
    ...held.flat(),
    ...behind.map(({step, metrics}): Point => [step, metrics.validationLoss]),
    ...(batch[0] ?? [])
  ]
    .map(([, y]) => y)
    .filter(Number.isFinite);
  const levels = baselines.map(({loss}) => loss);
  const most = Math.max(...levels, ...finite.slice(0, 2), 0.1);
  const top = Math.min(ceiling ?? 1.25 * most, 1.05 * Math.max(most, ...finite));
  const low = 0.95 * Math.min(...levels, ...finite, top);
  const cut = (list: readonly Point[]): readonly Point[] =>
    list.map(([x, y]) => [x, Number.isFinite(y) ? Math.min(y, top) : top]);
  const own = (i: number): readonly Point[] => held[i]!.filter(([step]) => step >= curves[i]!.from);
  const lines = curves.flatMap(({title, from}, i): readonly Mark[] => {
    const look = {meaning: meaningOf(i), name: `${title}, held out`, dashed: i > 0};
    return [...(i > 0 ? [moment(from)] : []), line(cut(own(i)), {...look, width: i === 0 ? 2.75 : 2.25})];
  });
  const noisy = cut(batch[0] ?? []);
  const last = (i: number) => {
    const [x, y] = held[i]!.at(-1) ?? [0, NaN];
    const told = Number.isFinite(y) ? short(y) : "broken";
    return {
      x,
      y: Number.isFinite(y) ? Math.min(y, top) : top,
      text: `${curves[i]!.title} ${told}`,
      meaning: meaningOf(i)
    };
  };
  return chart({
    width,
    height,
    marginRight: width < 500 ? 96 : 150,
    x: {domain: [0, steps], label: "Step", ticks: width < 500 ? 3 : 5},
    y: {domain: [low, top], label: "Loss, nats per token", ticks: 5},
    marks: [
      ...baselines.filter(({loss}) => loss <= top).map(({name, loss}) => level(loss, name)),
      line(cut(behind.map(({step, metrics}): Point => [step, metrics.validationLoss])), {
        meaning: "edge",
        width: 1,
        name: "the kept run"
      }),
      line(noisy, {meaning: "loss-train", width: 0.6, name: "batch"}),
      line(
        smoothed(noisy, MEMORY).map(([x, y]): Point => [x, Math.min(y, top)]),
        {
          meaning: "loss-train",
          width: 1.25,
          name: "batch, smoothed"
        }
      ),
      ...lines,
      moment(at),
      ends(curves.flatMap((_, i) => (held[i]!.length === 0 ? [] : [last(i)])))
    ]
  });
}

/** A positive measure of every run by step, on a logarithmic scale. */
export function measureCurves(
  {width, height, steps, curves, at}: Omit<CurvesSpec, "baselines" | "ceiling" | "behind">,
  label: string,
  of: (metrics: BenchMetrics) => number
): SVGSVGElement {
  const lists = curves.map(({log}) =>
    log.map(({step, metrics}): Point => [step, of(metrics)]).filter(([, y]) => Number.isFinite(y) && y > 0)
  );
  return logarithmic(
    {width, height, steps, at},
    label,
    lists.map((points, i) => ({points, meaning: i === 0 ? "gradient" : meaningOf(i), name: curves[i]!.title}))
  );
}

/** A path without what all have in common: `layers.0.attention.query.weight` is “0 query”. */
const shortName = (path: string): string =>
  path.replace(/^layers\.(\d+)\.\w+\.(\w+)\.weight$/, "$1 $2").replace(/^embedding\.weight$/, "embedding");

/** How far each layer moves in a step, against its own length: lines of one run. About 1/1000 is usual. */
export function updateRatios(
  {width, height, steps, curves, at}: Omit<CurvesSpec, "baselines" | "ceiling" | "behind">,
  shown: readonly string[]
): SVGSVGElement {
  const log = curves[0]?.log ?? [];
  const series = shown.map((path, i) => ({
    name: shortName(path),
    meaning: ["data", "model", "probability", "attention", "key", "value"][i % 6]!,
    points: log.flatMap(({step, metrics}): readonly Point[] => {
      const layer = metrics.layers.find((one) => one.path === path);
      const ratio = layer === undefined ? NaN : layer.updateNorm / layer.weightNorm;
      return Number.isFinite(ratio) && ratio > 0 ? [[step, ratio]] : [];
    })
  }));
  return logarithmic({width, height, steps, at}, "Update against weight", series, true);
}

interface NamedLine {
  readonly points: readonly Point[];
  readonly meaning: string;
  readonly name: string;
}

function logarithmic(
  {
    width,
    height,
    steps,
    at
  }: {readonly width: number; readonly height: number; readonly steps: number; readonly at: number},
  label: string,
  list: readonly NamedLine[],
  named = false
): SVGSVGElement {
  const values = list.flatMap(({points}) => points.map(([, y]) => y));
  const domain: readonly [number, number] =
    values.length === 0
      ? [0.01, 1]
      : [10 ** Math.floor(Math.log10(Math.min(...values))), 10 ** Math.ceil(Math.log10(1.0001 * Math.max(...values)))];
  return chart({
    width,
    height,
    marginLeft: 52,
    marginRight: named ? 104 : 24,
    x: {domain: [0, steps], label: "Step", ticks: 3},
    y: {domain, label, scale: "log", ticks: 4, format: (v: number) => writePower(v)},
    marks: [
      ...list.map(({points, meaning, name}, i) => line(points, {meaning, name, width: 1.5, dashed: !named && i > 0})),
      ...(values.length > 0 ? [moment(at)] : []),
      ...(named
        ? [
            ends(
              list.flatMap(({points, meaning, name}) => {
                const end = points.at(-1);
                return end === undefined ? [] : [{x: end[0], y: end[1], text: name, meaning}];
              })
            )
          ]
        : [])
    ]
  });
}

const writePower = (value: number): string => {
  const power = Math.round(Math.log10(value));
  return Math.abs(value - 10 ** power) > 1e-9 * value
    ? ""
    : power >= -2 && power <= 3
      ? String(value)
      : `10${superscript(power)}`;
};

const superscript = (n: number): string => [...String(n)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "⁻").join("");
