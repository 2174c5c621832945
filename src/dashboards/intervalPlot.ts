import {ground, ink, plot, type Grammar} from "../components/chart/plot.js";

/** A line of the chart: a mean between two ends, or a heading over those that follow. */
export interface IntervalRow {
  readonly name: string;
  readonly interval?: {
    readonly low: number;
    readonly at: number;
    readonly high: number;
    readonly meaning: string;
    /** What stands at its right. */
    readonly text: string;
  };
}

interface IntervalSpec {
  readonly width: number;
  readonly label: string;
  readonly rows: readonly IntervalRow[];
  /** A line from top to bottom, such as 0 of differences. */
  readonly rule?: number;
  readonly marginRight?: number;
}

const ROW = 27;
const LEFT = 122; // room for the longest name

/** Dots with intervals, one under the other, each with its name at the left and its numbers at the right. */
export function intervalPlot(P: Grammar, {width, label, rows, rule, marginRight = 120}: IntervalSpec): SVGSVGElement {
  const indexed = rows.map((row, i) => ({...row, i}));
  const bars = indexed.flatMap(({interval, i}) => (interval === undefined ? [] : [{...interval, i}]));
  const ends = [...bars.flatMap(({low, high}) => [low, high]), ...(rule === undefined ? [] : [rule])];
  const [least, most] = ends.length === 0 ? [0, 1] : [Math.min(...ends), Math.max(...ends)]; // nothing is chosen
  const room = 0.04 * (most - least || 1);
  return plot(P, {
    width,
    height: 80 + ROW * rows.length,
    marginLeft: LEFT,
    marginRight,
    x: {domain: [least - room, most + room], label, ticks: width < 500 ? 3 : 6},
    y: {domain: [-0.6, rows.length - 0.4], reverse: true, ticks: [], label: null},
    marks: [
      ...ground(P).slice(1),
      ...(rule === undefined ? [] : [P.ruleX([rule], {stroke: ink("ink-2")})]),
      P.ruleY(bars, {
        x1: "low",
        x2: "high",
        y: "i",
        stroke: ({meaning}: {readonly meaning: string}) => ink(meaning),
        strokeWidth: 3
      }),
      P.dot(bars, {x: "at", y: "i", r: 5, fill: ({meaning}: {readonly meaning: string}) => ink(meaning)}),
      ...[400, 700].map((fontWeight) =>
        P.text(
          indexed.filter(({interval}) => (interval === undefined) === (fontWeight === 700)),
          {frameAnchor: "left", y: "i", text: "name", dx: 8 - LEFT, textAnchor: "start", fill: ink("ink"), fontWeight}
        )
      ),
      P.text(bars, {frameAnchor: "right", y: "i", text: "text", dx: 10, textAnchor: "start", fill: ink("ink-2")})
    ]
  });
}
