import {writeNumber} from "../number.js";
import {ground, ink, lineEnds, plot, type Grammar} from "./plot.js";
import type {Stop} from "./reading.js";

/** One line of a chart: points in the order of x; what is not finite interrupts it. */
export interface Series {
  readonly name: string;
  readonly meaning: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** In pixels. Default 2.5. */
  readonly thickness?: number;
  readonly dots?: boolean;
  /** What stands at its right end; its name and last value, unless told. */
  readonly end?: string;
}

interface LinesSpec {
  readonly width: number;
  readonly height: number;
  readonly x: {readonly label: string; readonly domain: readonly [number, number]; readonly ticks?: number};
  readonly y: {
    readonly label: string;
    readonly domain: readonly [number, number];
    readonly log?: boolean;
    readonly write?: (value: number) => string;
  };
  readonly series: readonly Series[];
  /** Levels across the chart, each with its name above it. */
  readonly levels?: readonly {readonly at: number; readonly name: string}[];
  readonly marginRight?: number;
  readonly marginLeft?: number;
}

/** Lines over a number, drawn by Observable Plot: named at their ends, and read point by point. */
export function linesPlot(
  P: Grammar,
  {width, height, x, y, series, levels = [], marginRight = 120, marginLeft = 52}: LinesSpec
): SVGSVGElement {
  const write = y.write ?? ((value: number) => writeNumber(value, 3));
  const finite = series.map(({points, ...line}) => ({
    ...line,
    points: points.filter(([, value]) => Number.isFinite(value))
  }));
  const ticks = y.log === true ? powers(y.domain) : 5;
  return plot(P, {
    width,
    height,
    marginLeft,
    marginRight,
    spoken: `${y.label} by ${x.label}`,
    stops: stopsOf(finite, x.label, write),
    x: {domain: [...x.domain], label: x.label, ticks: x.ticks ?? 6},
    y: {
      domain: [...y.domain],
      label: y.label,
      type: y.log === true ? "log" : "linear",
      ticks: ticks as number,
      tickFormat: (value: number) => writeNumber(value, 3)
    },
    marks: [
      ...ground(P, ticks),
      ...levels.flatMap(({at, name}) => [
        P.ruleY([at], {stroke: ink("edge"), strokeDasharray: "2 3"}),
        P.text([name], {x: x.domain[0], y: at, dx: 4, dy: -7, textAnchor: "start", fill: ink("ink-2")})
      ]),
      ...series.map(({points, meaning, thickness = 2.5}) =>
        P.line(points, {x: "0", y: "1", stroke: ink(meaning), strokeWidth: thickness, strokeLinejoin: "round"})
      ),
      ...finite.flatMap(({points, meaning, dots = false}) =>
        dots ? [P.dot(points, {x: "0", y: "1", r: 4, fill: ink(meaning)})] : []
      ),
      lineEnds(
        finite.flatMap(({points, meaning, name, end}) => {
          const last = points.at(-1);
          return last === undefined
            ? []
            : [{x: last[0], y: last[1], text: end ?? `${name} ${write(last[1])}`, meaning}];
        })
      )
    ]
  });
}

const MOST_STOPS = 200;

/** A stop for each x that any line has; of very many, some. */
function stopsOf(series: readonly Series[], label: string, write: (value: number) => string): readonly Stop[] {
  const known = series.map((line) => ({...line, at: new Map(line.points)}));
  const xs = [...new Set(known.flatMap(({at}) => [...at.keys()]))].sort((a, b) => a - b);
  const thin = Math.ceil(xs.length / MOST_STOPS);
  return xs
    .filter((_, i) => i % thin === 0 || i === xs.length - 1)
    .map((x) => {
      const there = known.filter(({at}) => at.has(x));
      const valueOf = (line: (typeof known)[number]): number => line.at.get(x) ?? NaN;
      return {
        x,
        dots: there.map((line) => ({y: valueOf(line), meaning: line.meaning})),
        lines: [`${label}: ${writeNumber(x, 6)}`, ...there.map((line) => `${line.name} ${write(valueOf(line))}`)]
      };
    });
}

/** The powers of ten of a domain; with 2 and 5 between where there are few. */
function powers([low, high]: readonly [number, number]): readonly number[] {
  const list: number[] = [];
  for (let power = 1e-6; power <= high; power *= 10)
    for (const digit of high / low < 1000 ? [1, 2, 5] : [1]) {
      const value = digit * power;
      if (value >= low && value <= high) list.push(value);
    }
  return list;
}
