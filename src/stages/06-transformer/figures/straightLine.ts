import {chart, dotsAt, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {onLine} from "../model/powerLaws.js";

interface Value {
  readonly exponent: number;
  readonly floor: number;
  readonly axes: "linear" | "logarithmic" | "less the floor";
}

const [LEAST, MOST] = [1e3, 1e9];
/** What the smallest has above the floor, and the highest floor. */
const [ABOVE, FLOORS] = [4, 2];
const TOP = 1.1 * (ABOVE + FLOORS);
/** The last size that was trained: beyond it, the line is a forecast. */
const SEEN = 1e6;

const aboveAt = (size: number, {exponent}: Value): number => ABOVE * Math.pow(size / LEAST, -exponent);
const lossAt = (size: number, value: Value): number => value.floor + aboveAt(size, value);

/** A power law with a floor, on axes of the reader’s choice, and the straight line that one would draw. */
export function straightLine(name = "straight-line") {
  const ruler = (value: Value, x: number): number =>
    onLine(x, [LEAST, lossAt(LEAST, value)], [SEEN, lossAt(SEEN, value)]).value;
  return figure<Value>({
    name,
    title: "What is straight on which axes?",
    caption:
      "A loss that falls as a power of the number of parameters, 4 nats above its floor at a thousand of them. Dots are models that were trained; the dashed line is a ruler laid on logarithmic axes through the first and the last of them, and goes on to the right. Raise the floor, and see where the ruler leaves the curve. Made up, to be played with.",
    controls: {
      exponent: slider([0.05, 0.5], {label: "Exponent α", value: 0.2, step: 0.05, format: (x) => x.toFixed(2)}),
      floor: slider([0, FLOORS], {label: "Floor E", value: 0.5, step: 0.1, format: (x) => x.toFixed(1)}),
      axes: choice<Value["axes"]>(["linear", "logarithmic", "less the floor"], {label: "Axes", value: "logarithmic"})
    },
    draw: (value, {width}) => {
      const off = value.axes === "less the floor" ? value.floor : 0;
      const log = value.axes !== "linear";
      const sizes = Array.from({length: 121}, (_, i) => LEAST * Math.pow(MOST / LEAST, i / 120));
      const curve = sizes.map((size): Point => [size, lossAt(size, value) - off]);
      const ruled = sizes.map((size): Point => [size, ruler(value, size) - off]).filter(([, y]) => y > 0);
      const seen = [1e3, 1e4, 1e5, 1e6].map((size): Point => [size, lossAt(size, value) - off]);
      const least = Math.min(...curve.map(([, y]) => y), ...(off > 0 ? [] : ruled.map(([, y]) => y)));
      const [end, guess] = [curve.at(-1)!, ruled.at(-1)!];
      return element(
        "div",
        {},
        chart({
          width,
          height: 320,
          marginRight: 84,
          x: {
            domain: log ? [LEAST, MOST] : [0, MOST],
            label: "Parameters",
            scale: log ? "log" : "linear",
            format: log ? decades(1) : (x) => `${Math.round(x / 1e6)}M`
          },
          y: {
            domain: log ? [least / 1.1, TOP] : [0, TOP],
            label: off > 0 ? "Loss above the floor, nats" : "Loss, nats",
            scale: log ? "log" : "linear",
            format: (y) => (y < 0.1 ? y.toPrecision(1) : y.toFixed(1))
          },
          marks: [
            ...(value.floor > 0 && off === 0 && value.floor > (log ? least / 1.1 : 0)
              ? [level(value.floor, "floor")]
              : []),
            line(
              ruled.filter(([, y]) => y >= (log ? least / 1.1 : 0)),
              {meaning: "data", dashed: true, name: "ruler"}
            ),
            line(curve, {meaning: "model", name: "law"}),
            dotsAt(seen, "model"),
            ends([
              {x: end[0], y: end[1], text: "law", meaning: "model"},
              ...(guess[1] >= (log ? least / 1.1 : 0) && guess[0] === MOST
                ? [{x: guess[0], y: guess[1], text: "ruler", meaning: "data"}]
                : [])
            ])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `At 10⁹ parameters the law says ${lossAt(MOST, value).toFixed(2)} nats, and the ruler ${ruler(value, MOST).toFixed(2)}`
        )
      );
    },
    describe: (value) =>
      `A loss of ${value.floor.toFixed(1)} and a power law with the exponent ${value.exponent.toFixed(2)} above it, on ${value.axes === "less the floor" ? "logarithmic axes, less the floor" : `${value.axes} axes`}: ${lossAt(LEAST, value).toFixed(2)} nats at a thousand parameters, ${lossAt(SEEN, value).toFixed(2)} at a million, ${lossAt(MOST, value).toFixed(2)} at a billion. A ruler through the first and the last model on logarithmic axes says ${ruler(value, MOST).toFixed(2)} at a billion.`,
    code: ({exponent, floor}) => `import {logLogFit} from "llm-first-principles";

const sizes = [1e3, 1e4, 1e5, 1e6];
const losses = sizes.map((n) => ${floor} + 4 * (n / 1e3) ** -${exponent});
const {slope, intercept} = logLogFit(sizes, losses); // least squares; the figure’s ruler touches both ends
console.log(slope, Math.exp(intercept) * 1e9 ** slope);`,
    rows: (value) =>
      [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9].map((parameters) => ({
        parameters,
        loss: lossAt(parameters, value),
        ruler: ruler(value, parameters)
      }))
  });
}
