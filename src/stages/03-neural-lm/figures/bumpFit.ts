import {chart, ends, line, type Mark, type Point} from "../../../components/chart/chart.js";
import {choice, select, slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {
  bend,
  boundOf,
  errorOf,
  evaluate,
  fitOf,
  TARGETS,
  targets,
  type Shallow,
  type Target,
  type Unit
} from "../model/bumps.js";

interface Value {
  readonly target: Target;
  readonly unit: Unit;
  readonly pieces: number;
  readonly sharpness: number;
  readonly show: "bumps" | "units";
}

const FINE = 400;
const places = Array.from({length: FINE + 1}, (_, i) => i / FINE);

interface Fitted {
  readonly net: Shallow;
  readonly error: number;
  readonly bound: number;
}

const fitted = ({target, unit, pieces, sharpness}: Value): Fitted => ({
  net: fitOf(unit, target, pieces, sharpness),
  error: errorOf(fitOf(unit, target, pieces, sharpness), target),
  bound: boundOf(unit, target, pieces, sharpness)
});

/** The share of each bump: hats for relu; for tanh the difference of two neighboring steps. */
function bumpsOf({target, unit, pieces: n, sharpness}: Value): readonly (readonly Point[])[] {
  const f = targets[target].at;
  const step = (x: number, k: number): number => {
    if (k <= 0) return 1;
    return k >= n ? 0 : (1 + bend("tanh", sharpness * (n * x - k))) / 2;
  };
  if (unit === "relu")
    return Array.from({length: n + 1}, (_, k) =>
      places.map((x): Point => [x, f(k / n) * Math.max(0, 1 - Math.abs(n * x - k))])
    );
  return Array.from({length: n}, (_, k) =>
    places.map((x): Point => [x, f((k + 0.5) / n) * Math.max(0, step(x, k) - step(x, k + 1))])
  );
}

const unitsOf = ({unit, hidden}: Shallow): readonly (readonly Point[])[] =>
  hidden.map(({weight, bias, out}) => places.map((x): Point => [x, out * bend(unit, weight * x + bias)]));

/** Lines that are seen and not read point by point. */
const thin = (list: readonly (readonly Point[])[]): readonly Mark[] =>
  list.map((points) => {
    const seen = points.map(([x, y], i): Point => {
      const near = [points[i - 1], points[i + 1]].some((p) => p !== undefined && Math.abs(p[1]) > 1e-3);
      return [x, Math.abs(y) > 1e-3 || near ? y : NaN]; // where it adds nothing there is nothing to see
    });
    const drawn = line(seen, {meaning: "model", width: 1});
    return (frame) => drawn(frame);
  });

/** A curve from bumps: the reader adds units, and sees error and bound. */
export function bumpFit(name = "bump-fit") {
  return figure<Value, Fitted>({
    name,
    title: "A curve from bumps",
    caption:
      "A network with one input, one hidden layer and one output; its weights are written down from the curve’s heights, not learned. Thin: what the bumps, or the single units, add. The error is the largest distance between network and curve; the bound is the one proved on this page.",
    controls: {
      target: select<Target>([...TARGETS], {label: "Curve", format: (t) => targets[t].name}),
      unit: choice<Unit>(["relu", "tanh"], {label: "Units"}),
      pieces: slider([2, 64], {label: "Pieces", value: 6}),
      sharpness: slider([0.5, 6], {
        label: "Sharpness of tanh",
        value: 3,
        step: 0.5,
        format: (c) => c.toFixed(1)
      }),
      show: choice<Value["show"]>(["bumps", "units"], {label: "Thin lines"})
    },
    compute: fitted,
    draw: (value, {width, result: {net, error, bound}}) => {
      const f = targets[value.target].at;
      const shares = value.show === "bumps" ? bumpsOf(value) : unitsOf(net);
      const clip = (points: readonly Point[]) => points.map(([x, y]): Point => [x, y >= -0.8 && y <= 1.6 ? y : NaN]);
      const low = value.show === "bumps" ? -0.05 : -0.8;
      return element(
        "div",
        {},
        chart({
          width,
          height: 340,
          marginRight: 76,
          x: {domain: [0, 1], label: "Input x"},
          y: {domain: [low, value.show === "bumps" ? 1.1 : 1.6], label: "Output"},
          marks: [
            ...thin(shares.map(clip)),
            line(
              places.map((x): Point => [x, f(x)]),
              {meaning: "data", dashed: true, name: "curve"}
            ),
            line(
              places.map((x): Point => [x, evaluate(net, x)]),
              {meaning: "model", width: 3, name: "network"}
            ),
            ends([
              {x: 1, y: f(1), text: "curve", meaning: "data"},
              {x: 1, y: evaluate(net, 1), text: "network", meaning: "model"}
            ])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `${net.hidden.length} ${value.unit} ${net.hidden.length === 1 ? "unit" : "units"}. Largest error `,
          element("b", {}, error.toFixed(4)),
          `, bound ${bound.toFixed(4)}`
        )
      );
    },
    describe: ({target, unit, pieces, sharpness}, {net, error, bound}) =>
      `${targets[target].name}, from ${net.hidden.length} ${unit} units in ${pieces} pieces${unit === "tanh" ? ` of sharpness ${sharpness}` : ""}: the largest error is ${error.toFixed(4)}, the bound ${bound.toFixed(4)}.`,
    code: ({pieces}) => `import {sin} from "llm-first-principles";

const curve = (x) => 0.5 + 0.4 * sin(2 * Math.PI * x);
const n = ${pieces};
const slope = (k) => n * (curve((k + 1) / n) - curve(k / n));
const outs = Array.from({length: n}, (_, k) => slope(k) - (k === 0 ? 0 : slope(k - 1)));
const network = (x) => outs.reduce((sum, out, k) => sum + out * Math.max(0, x - k / n), curve(0));
const xs = Array.from({length: 4001}, (_, i) => i / 4000);
console.log(Math.max(...xs.map((x) => Math.abs(network(x) - curve(x)))));`,
    rows: ({target, unit, sharpness}) =>
      Array.from({length: 63}, (_, i) => {
        const pieces = i + 2;
        const net = fitOf(unit, target, pieces, sharpness);
        return {
          pieces,
          units: net.hidden.length,
          error: errorOf(net, target),
          bound: boundOf(unit, target, pieces, sharpness)
        };
      })
  });
}
