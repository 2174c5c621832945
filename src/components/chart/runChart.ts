import type {MarkovMetrics} from "/lib/stages/markov.js";
import {chart, ends, level, line, type Point} from "./chart.js";

export interface RunChartOptions {
  readonly width: number;
  /** Tokens there are to count. */
  readonly total: number;
  /** Bits per character of one who guesses uniformly. */
  readonly uniform: number;
}

/** Bits per character over characters counted: the batch before it is counted, and held-out text. */
export function runChart(history: readonly MarkovMetrics[], {width, total, uniform}: RunChartOptions): SVGSVGElement {
  const points = (key: "batchBitsPerCharacter" | "validationBitsPerCharacter"): readonly Point[] =>
    history.map((metrics) => [metrics.tokens, metrics[key]]);
  const finite = history.map((m) => m.validationBitsPerCharacter).filter(Number.isFinite);
  const last = history.at(-1);
  const ended = last && [
    {
      x: last.tokens,
      y: last.validationBitsPerCharacter,
      text: `${last.validationBitsPerCharacter.toFixed(2)} held out`,
      meaning: "loss-validation"
    }
  ];
  return chart({
    width,
    height: 300,
    marginRight: 120,
    x: {domain: [0, Math.max(1, total)], label: "Tokens counted"},
    y: {domain: [Math.max(0, Math.min(uniform, ...finite) - 0.5), uniform + 0.4], label: "Bits per character"},
    marks: [
      level(uniform, `uniform guess, ${uniform.toFixed(2)} bits`),
      line(points("batchBitsPerCharacter"), {meaning: "loss-train", width: 1}),
      line(points("validationBitsPerCharacter"), {meaning: "loss-validation"}),
      ends(ended ?? [])
    ]
  });
}
