import type {MarkovMetrics} from "/lib/stages/markov.js";
import {linesPlot, type Series} from "../../../components/chart/linesPlot.js";
import type {Grammar} from "../../../components/chart/plot.js";

interface RunChartOptions {
  readonly width: number;
  /** Tokens there are to count. */
  readonly total: number;
  /** Bits per character of one who guesses uniformly. */
  readonly uniform: number;
}

/** Bits per character over tokens counted: the batch before it is counted, and held-out text. */
export function runChart(
  P: Grammar,
  history: readonly MarkovMetrics[],
  {width, total, uniform}: RunChartOptions
): SVGSVGElement {
  const points = (key: "batchBitsPerCharacter" | "validationBitsPerCharacter"): Series["points"] =>
    history.map((metrics) => [metrics.tokens, metrics[key]]);
  const finite = history.map((m) => m.validationBitsPerCharacter).filter(Number.isFinite);
  return linesPlot(P, {
    width,
    height: 300,
    x: {domain: [0, Math.max(1, total)], label: "Tokens counted", ticks: 4},
    y: {domain: [Math.max(0, Math.min(uniform, ...finite) - 0.5), uniform + 0.4], label: "Bits per character"},
    levels: [{at: uniform, name: `uniform guess, ${uniform.toFixed(2)} bits`}],
    series: [
      {name: "next batch", meaning: "loss-train", points: points("batchBitsPerCharacter"), thickness: 1, end: ""},
      {name: "held out", meaning: "loss-validation", points: points("validationBitsPerCharacter")}
    ]
  });
}
