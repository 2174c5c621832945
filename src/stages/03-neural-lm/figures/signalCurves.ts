import {log10, pow} from "/lib/index.js";
import {chart, line, type Mark, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";

/** Root mean squares, layer by layer from the input. */
interface Curves {
  readonly up: readonly number[];
  readonly back: readonly number[];
  readonly expectedUp?: readonly number[];
  readonly expectedBack?: readonly number[];
}

/** The size of signal and gradient over layers, on a scale of powers of ten. */
export function signalCurves({up, back, expectedUp = [], expectedBack = []}: Curves, width: number): SVGSVGElement {
  const all = [...up, ...back, ...expectedUp, ...expectedBack].filter((v) => v > 0 && Number.isFinite(v));
  const powers = all.map(log10);
  const low = pow(10, Math.floor(Math.min(-1, ...powers)));
  const high = pow(10, Math.ceil(Math.max(0, ...powers)));
  const points = (list: readonly number[]): readonly Point[] => list.map((v, i): Point => [i, v > 0 ? v : NaN]); // nothing has no place on such a scale
  const dashed = (list: readonly number[], meaning: string, name: string): readonly Mark[] =>
    list.length > 0 ? [line(points(list), {meaning, width: 1.5, dashed: true, name})] : [];
  return chart({
    width,
    height: 240,
    marginLeft: 52,
    x: {domain: [0, Math.max(1, up.length - 1)], label: "Layer", ticks: Math.min(10, up.length)},
    y: {
      domain: [low, high],
      label: "Root mean square",
      scale: "log",
      ticks: 5,
      format: decades(log10(high / low) > 6 ? 2 : 1)
    },
    marks: [
      ...dashed(expectedUp, "model", "expected signal"),
      ...dashed(expectedBack, "gradient", "expected gradient"),
      line(points(up), {meaning: "model", dots: true, name: "signal"}),
      line(points(back), {meaning: "gradient", dots: true, name: "gradient"})
    ]
  });
}
