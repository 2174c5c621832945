import type {ScalarMlpMetrics} from "/lib/stages/autodiff.js";
import {chart, ends, line, moment, type Point} from "../../../components/chart/chart.js";

interface ChartsSpec {
  readonly width: number;
  readonly height: number;
  /** Steps that there are, so that the axis stands still. */
  readonly steps: number;
  readonly first: readonly ScalarMlpMetrics[];
  /** The second future, with its past. */
  readonly second: readonly ScalarMlpMetrics[] | undefined;
  readonly fork: number | null;
}

type Measure = keyof ScalarMlpMetrics;

const points = (history: readonly ScalarMlpMetrics[], key: Measure, from = 0): readonly Point[] =>
  history.slice(from).map((metrics, i) => [from + i, metrics[key]]);

function curves(
  {width, height, steps, first, second, fork}: ChartsSpec,
  [train, held]: readonly [Measure, Measure],
  y: {readonly domain: readonly [number, number]; readonly label: string; readonly format?: (value: number) => string},
  write: (value: number) => string
): SVGSVGElement {
  const ofTrain = points(first, train);
  const ofHeld = points(first, held);
  const dashed = second === undefined || fork === null ? [] : points(second, held, fork);
  const end = (list: readonly Point[], name: string, meaning: string) => {
    const [x, value] = list.at(-1) ?? [0, NaN];
    return {x, y: Math.min(value, y.domain[1]), text: `${name} ${write(value)}`, meaning};
  };
  const clip = (list: readonly Point[]): readonly Point[] =>
    list.map(([x, value]) => [x, Number.isFinite(value) ? Math.min(value, y.domain[1]) : value]);
  return chart({
    width,
    height,
    marginRight: 96,
    x: {domain: [0, steps], label: "Step", ticks: 3},
    y: {...y, ticks: 4},
    marks: [
      ...(dashed.length > 0 ? [moment(fork ?? 0)] : []),
      line(clip(ofTrain), {meaning: "loss-train", width: 1.25}),
      line(clip(ofHeld), {meaning: "loss-validation", width: 2.75}),
      line(clip(dashed), {meaning: "loss-validation", width: 2.75, dashed: true}),
      ends([
        end(ofTrain, "train", "loss-train"),
        end(ofHeld, "held", "loss-validation"),
        ...(dashed.length > 0 ? [end(dashed, "fork", "loss-validation")] : [])
      ])
    ]
  } as const);
}

const CEILING = 3; // nats: a run that breaks may go far beyond, which would flatten all the rest

/** Loss over steps, in nats a point: of the points trained on, of those held out, and of a second future. */
export function lossChart(spec: ChartsSpec): SVGSVGElement {
  const all = [...spec.first, ...(spec.second ?? [])].flatMap(({trainLoss, validationLoss}) => [
    trainLoss,
    validationLoss
  ]);
  const top = Math.min(CEILING, Math.max(0.8, ...all.filter(Number.isFinite)));
  return curves(spec, ["trainLoss", "validationLoss"], {domain: [0, 1.05 * top], label: "Loss, nats per point"}, (v) =>
    v.toFixed(3)
  );
}

/** Share of points on the right side over steps. */
export function accuracyChart(spec: ChartsSpec): SVGSVGElement {
  const percent = (value: number): string => `${Math.round(100 * value)}%`;
  return curves(
    spec,
    ["trainAccuracy", "validationAccuracy"],
    {domain: [0, 1], label: "Points on the right side", format: percent},
    percent
  );
}
