import {pow} from "/lib/index.js";
import {chart, dotsAt, line, note, type Frame, type Mark, type Point} from "../../../components/chart/chart.js";
import {moved, settled} from "../../../components/figure/control.js";
import {choice, select, slider} from "../../../components/figure/controls.js";
import {draggable, seen, snapped} from "../../../components/figure/drag.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {curves, powerText, quotientAt, slopeAt, valueAt, type CurveName} from "../model/curves.js";

interface Value {
  readonly f: CurveName;
  readonly x: number;
  /** The power of ten of h. */
  readonly h: number;
  readonly side: "ahead" | "behind";
}

const MENU = ["square", "inverse", "root", "cube", "sine", "exponential", "size", "relu"] as const;
const [X, Y] = [
  [-3, 3],
  [-3, 5]
] as const;
const XS = 0.01;
const SAMPLES = 360;

const stepOf = ({h, side}: Value): number => (side === "ahead" ? 1 : -1) * pow(10, h);

/** All numbers that the figure shows. */
function measured(value: Value) {
  const curve = curves[value.f];
  const h = stepOf(value);
  const quotient = quotientAt(curve, value.x, h);
  const defined = Number.isFinite(valueAt(curve, value.x));
  const slope = defined ? slopeAt(curve, value.x) : NaN;
  const kink = value.x === 0 && (value.f === "size" || value.f === "relu");
  return {curve, h, quotient, slope, kink, at: valueAt(curve, value.x), ahead: valueAt(curve, value.x + h)};
}

/** The part of a straight line through a point that lies in the frame of the chart. */
function across([a, b]: Point, slope: number): readonly Point[] {
  if (!Number.isFinite(slope)) return [];
  const ends = slope === 0 ? X : Y.map((y) => a + (y - b) / slope).sort((p, q) => p - q);
  return [Math.max(X[0], ends[0] ?? 0), Math.min(X[1], ends[1] ?? 0)].map((x) => [x, b + slope * (x - a)] as const);
}

const digits = (value: number, many = 11): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(many))).replace("-", "−") : "none";

const within = ([x, y]: Point): Point => [x, y >= Y[0] - 0.2 && y <= Y[1] + 0.2 ? y : NaN];

/** Secant and tangent at a point that the reader drags, and the same place under a magnifying glass as wide as the step. */
export function secantTangent(name = "secant-tangent") {
  const x = slider(X, {label: "x", value: 1, step: XS, format: (v) => v.toFixed(2)});
  return figure<Value>({
    name,
    title: "A secant becomes a tangent, until the digits run out",
    caption:
      "First drawing: the function, its secant through two points and its tangent by the library’s rules. Drag x on it. Second: the same place, magnified so that the step fills half of it; both axes are in steps. Once h is as small as the spacing of floating-point numbers, the curve turns into stairs.",
    interactive: true,
    controls: {
      f: select<CurveName>(MENU, {label: "f(x)", value: "square", format: (f) => curves[f].name}),
      x,
      h: slider([-16, 0.25], {label: "h", value: 0, step: 0.25, format: (e) => powerText(pow(10, e))}),
      side: choice<Value["side"]>(["ahead", "behind"], {label: "Second point"})
    },
    draw: (value, {width}) => {
      const {curve, h, quotient, slope, kink, at, ahead} = measured(value);
      const wide = width >= 560;
      const [left, right] = wide ? [Math.round(width * 0.56), Math.round(width * 0.44) - 16] : [width, width];
      let frame: Frame | undefined;
      const points = Array.from({length: SAMPLES + 1}, (_, i): Point => {
        const x = X[0] + ((X[1] - X[0]) * i) / SAMPLES;
        return within([x, valueAt(curve, x)]);
      });
      const second = value.x + h;
      const inside = second >= X[0] && second <= X[1];
      const main = chart({
        width: left,
        height: 310,
        x: {domain: X, label: "x"},
        y: {domain: Y, label: `f(x) = ${curve.name}`},
        marks: [
          seen((now) => (frame = now)),
          line(points, {meaning: "ink", width: 2}),
          line(kink ? [] : across([value.x, at], slope), {meaning: "gradient", width: 2, dashed: true}),
          line(across([value.x, at], quotient), {meaning: "data", width: 1.5}),
          dotsAt(inside ? [within([second, ahead])] : [], "data", 5),
          dotsAt([within([value.x, at])], "gradient", 6)
        ]
      });
      draggable(main, (px, _, ended) => {
        if (frame === undefined) return;
        x.value = snapped(X[0] + ((px - frame.left) / (frame.right - frame.left)) * (X[1] - X[0]), X, XS);
        moved(x);
        if (ended) settled(x);
      });
      const off = Math.abs(quotient - slope);
      return element(
        "div",
        {},
        element("div", {className: "row"}, main, magnified(value, right, wide ? 310 : 270)),
        element(
          "p",
          {className: "fig-note"},
          element("b", {}, `Difference quotient ${digits(quotient)}`),
          ` over h = ${powerText(h)}`
        ),
        element(
          "p",
          {className: "fig-note"},
          kink ? "There is no slope here; the library says " : "Slope ",
          element("b", {}, digits(slope, 15)),
          kink || !Number.isFinite(off) ? "" : `, off by ${powerText(off)}`
        )
      );
    },
    describe: (value) => {
      const {curve, h, quotient, slope, kink, at} = measured(value);
      const where = `f(x) = ${curve.name} at x = ${value.x.toFixed(2)}`;
      if (!Number.isFinite(at)) return `${where} has no value, so there is neither a secant nor a tangent.`;
      const end = kink
        ? `the function has a kink and no slope; the library answers ${digits(slope)}`
        : `the slope is ${digits(slope)}, so the quotient is off by ${powerText(Math.abs(quotient - slope))}`;
      return `${where} is ${digits(at, 6)}. Over a step of ${powerText(h)} the difference quotient is ${digits(quotient)}; ${end}.`;
    },
    code: (value) => {
      const {curve, h} = measured(value);
      return `import {${[...new Set(["variable", "backward", ...curve.uses])].join(", ")}} from "llm-first-principles/scalar";

const f = (x) => ${curve.code};
const x = variable(${value.x});
const slope = backward(f(x)).get(x);
const h = ${h};
const quotient = (f(variable(x.value + h)).value - f(x).value) / h;
console.log({quotient, slope, off: Math.abs(quotient - slope)});`;
    },
    rows: (value) =>
      Array.from({length: 33}, (_, i) => {
        const {h, quotient, slope} = measured({...value, h: -i / 2});
        return {h, quotient, slope, off: Math.abs(quotient - slope)};
      })
  });
}

/** The curve within two steps of x, with the step as the unit of both axes. */
function magnified(value: Value, width: number, height: number): SVGSVGElement {
  const {curve, h, quotient, slope, kink, at} = measured(value);
  const size = Math.abs(h);
  const points = Array.from({length: 201}, (_, i): Point => {
    const t = -2 + i / 50;
    return [t, (valueAt(curve, value.x + t * size) - at) / size];
  });
  const reach = Math.max(2, ...[slope, quotient].filter(Number.isFinite).map((m) => 2.2 * Math.abs(m)));
  const clipped = points.map(([t, y]): Point => [t, Math.abs(y) <= reach ? y : NaN]);
  const through = (m: number): readonly Point[] =>
    Number.isFinite(m)
      ? [
          [-2, -2 * m],
          [2, 2 * m]
        ]
      : [];
  const second = Math.sign(h);
  const rise = second * quotient;
  const seenRise: Mark = note([-1.9, reach * 0.86], `×${powerText(1 / size)}`);
  return chart({
    width,
    height,
    marginLeft: 40,
    x: {domain: [-2, 2], label: "Steps of h from x", ticks: 5},
    y: {domain: [-reach, reach], label: "Rise, in steps of h"},
    marks: [
      line(kink ? [] : through(slope), {meaning: "gradient", width: 2, dashed: true}),
      line(through(quotient), {meaning: "data", width: 1.5}),
      line(clipped, {meaning: "ink", width: 2}),
      dotsAt([[second, rise]], "data", 5),
      dotsAt(Number.isFinite(at) ? [[0, 0]] : [], "gradient", 6),
      seenRise
    ]
  });
}
