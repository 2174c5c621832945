import type {Mark, Point} from "../components/chart/chart.js";
import {svg} from "../components/element.js";
import {choice} from "../components/figure/controls.js";
import {several} from "../components/figure/several.js";
import {
  OPTIMIZER_TITLES,
  OPTIMIZERS,
  RACED_MODELS,
  type Optimizer,
  type OptimizersOn,
  type RacedModel
} from "./optimizers.js";

const MEASURES = ["nats per token", "bits per token", "perplexity"] as const;
export type Measure = (typeof MEASURES)[number];

export const measured = (measure: Measure, nats: number): number =>
  measure === "nats per token" ? nats : measure === "perplexity" ? Math.exp(nats) : nats / Math.LN2;

export interface OptimizersValue {
  readonly model: RacedModel;
  readonly measure: Measure;
  readonly optimizers: readonly Optimizer[];
}

export const controls = (value: readonly Optimizer[] = ["sgd", "momentum", "adagrad", "adamw", "lion", "muon"]) => ({
  model: choice<RacedModel>([...RACED_MODELS], {
    label: "Model",
    format: (model) => (model === "gru" ? "GRU" : "network over windows")
  }),
  measure: choice<Measure>([...MEASURES], {label: "Measure"}),
  optimizers: several<Optimizer>([...OPTIMIZERS], {
    label: "Optimizers",
    value,
    format: (optimizer) => OPTIMIZER_TITLES[optimizer]
  })
});

export const onModel = (all: readonly OptimizersOn[], model: RacedModel): OptimizersOn =>
  all.find((on) => on.model === model) ?? all[0]!;

export const modelWords = (model: RacedModel): string => (model === "gru" ? "The GRU" : "The network over windows");

/** What a fully untrained model pays, in a measure. */
export const untrained = ({optimizers}: OptimizersOn, measure: Measure): number =>
  measured(measure, optimizers[0]!.runs[0]!.test[0]!);

interface Range {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** The room between two lines, in a color's shade. */
export const band =
  (ranges: readonly Range[], meaning: string): Mark =>
  ({x, y}) => {
    const there: readonly Point[] = [
      ...ranges.map(({x: at, low}): Point => [at, low]),
      ...[...ranges].reverse().map(({x: at, high}): Point => [at, high])
    ];
    const points = there.map(([a, b]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`).join(" ");
    return [svg("polygon", {points, style: `fill:var(--${meaning});fill-opacity:0.18`})];
  };

/** An upright bar at each place. */
export const uprights =
  (ranges: readonly Range[], meaning: string): Mark =>
  ({x, y}) =>
    ranges.map(({x: at, low, high}) =>
      svg("line", {
        x1: x(at),
        x2: x(at),
        y1: y(low),
        y2: y(high),
        "stroke-width": 2,
        style: `stroke:var(--${meaning});stroke-opacity:0.55`
      })
    );
