import {pow} from "/lib/index.js";
import {chart, dotsAt, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {curves, steepness, type CurveName} from "../model/curves.js";

interface Value {
  readonly f: CurveName;
  readonly x: number;
  /** Doublings of the magnification. */
  readonly zoom: number;
}

const NAMES = ["square", "wave", "power", "size"] as const;

/** What the window shows: its half width, and the steepness from the dot to its right end. */
function seen({f, x, zoom}: Value) {
  const {of} = curves[f];
  const half = 2 * pow(0.5, zoom);
  return {of, half, y: of(x), slope: steepness(of, x, x + half)};
}

/** A curve under a magnifying glass: the nearer one looks, the straighter it is, unless it has a corner. */
export const zoomIn = (name = "zoom-in") =>
  figure<Value>({
    name,
    title: "Look closely, and a curve is straight",
    caption:
      "A piece of a curve around the dot. Zoom in until it is a straight line: its steepness is the slope at the dot. The dashed line leads from the dot to the right end of the piece. The last curve has a corner at 0, and no magnification straightens it.",
    controls: {
      f: select<CurveName>(NAMES, {label: "f(x)", format: (f) => curves[f].text}),
      x: slider([-1.5, 1.5], {label: "x", value: 1, step: 0.25, format: (v) => v.toFixed(2).replace("-", "−")}),
      zoom: slider([0, 10], {label: "Zoom", value: 0, step: 0.5, format: (z) => `×${writeNumber(pow(2, z), 3)}`})
    },
    draw: (value, {width}) => {
      const {of, half, y, slope} = seen(value);
      const [left, right] = [value.x - half, value.x + half];
      const points = Array.from({length: 121}, (_, i): Point => {
        const at = left + (2 * half * i) / 120;
        return [at, of(at)];
      });
      const reach = Math.max(half, ...points.map(([, v]) => Math.abs(v - y)));
      return element(
        "div",
        {},
        chart({
          width,
          height: 320,
          marginLeft: 56,
          x: {domain: [left, right], label: "x", ticks: 3},
          y: {domain: [y - reach, y + reach], label: `f(x) = ${curves[value.f].text}`, ticks: 4},
          marks: [
            line(points, {meaning: "ink", name: "curve"}),
            line(
              [
                [value.x, y],
                [right, of(right)]
              ],
              {meaning: "gradient", width: 1.5, dashed: true, name: "straight line"}
            ),
            dotsAt([[value.x, y]], "gradient", 6)
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `From the dot to the right end it rises by ${writeNumber(slope * half, 3)} over ${writeNumber(half, 3)}: `,
          element("b", {}, `slope ${writeNumber(slope, 5)}`)
        )
      );
    },
    describe: (value) => {
      const {half, slope, of} = seen(value);
      const before = steepness(of, value.x - half, value.x);
      return `${curves[value.f].text} around x = ${value.x.toFixed(2)}, magnified ${writeNumber(pow(2, value.zoom), 4)} times. Right of the dot its slope is ${writeNumber(slope, 5)}, left of it ${writeNumber(before, 5)}. The nearer those two, the straighter the piece.`;
    },
    code: ({f, x, zoom}) =>
      `${curves[f].uses.length > 0 ? `import {${curves[f].uses.join(", ")}} from "llm-first-principles";\n\n` : ""}const f = (x) => ${curves[f].code};
const [x, half] = [${x}, ${2 * pow(0.5, zoom)}];
console.log((f(x + half) - f(x)) / half);`,
    rows: (value) => Array.from({length: 11}, (_, zoom) => ({zoom: pow(2, zoom), slope: seen({...value, zoom}).slope}))
  });
