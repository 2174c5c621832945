import {pow} from "/lib/index.js";
import {backward, graphOf, numericalGradient, parse, variable} from "/lib/scalar.js";
import {chart, dotsAt, label, line, type Frame, type Mark, type Point} from "../../../components/chart/chart.js";
import {moved, settled, type Control} from "../../../components/figure/control.js";
import {slider, textInput} from "../../../components/figure/controls.js";
import {draggable, seen, snapped} from "../../../components/figure/drag.js";
import {element, svg} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";

interface Value {
  readonly formula: string;
  readonly x: number;
  readonly y: number;
  /** The power of ten of the step of the differences. */
  readonly h: number;
}

interface Slope {
  readonly name: "x" | "y";
  readonly at: number;
  /** By one pass back through the graph. */
  readonly exact: number;
  /** By evaluating the formula on both sides. */
  readonly difference: number;
}

interface Measured {
  readonly value: number;
  readonly nodes: number;
  readonly slopes: readonly [Slope, Slope];
}

const RANGE = [-3, 3] as const;
const XS = 0.01;
const SAMPLES = 240;

const valueAt = (formula: string, x: number, y: number): number => parse(formula, {x, y}).value;

/** Value, graph and both slopes of a formula at a point. */
function measure({formula, x: at, y: beside, h}: Value): Measured {
  const [x, y] = [variable(at, "x"), variable(beside, "y")];
  const root = parse(formula, {x, y});
  const gradients = backward(root);
  const differences = numericalGradient(([a = 0, b = 0]) => valueAt(formula, a, b), [at, beside], pow(10, h));
  const slope = (name: "x" | "y", i: 0 | 1): Slope => {
    const variable = i === 0 ? x : y;
    return {name, at: variable.value, exact: gradients.get(variable), difference: differences[i] ?? NaN};
  };
  return {value: root.value, nodes: graphOf(root).length, slopes: [slope("x", 0), slope("y", 1)]};
}

const digits = (value: number, many = 10): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(many))).replace("-", "−") : "no number";

const readable = (formula: string): boolean => {
  try {
    return parse(formula, {x: 1, y: 1}) !== undefined;
  } catch {
    return false;
  }
};

/** The middle of the values, with some air: a pole must not flatten the rest of the curve. */
function heights(points: readonly Point[], value: number): readonly [number, number] {
  const sorted = points
    .map(([, y]) => y)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const known = Number.isFinite(value) ? [value] : [];
  const [low, high] = [Math.min(at(0.03), ...known), Math.max(at(0.97), ...known)];
  const air = Math.max(0.15 * (high - low), 0.05 * Math.abs(high), 0.5);
  return [low - air, high + air];
}

/** The formula along one variable, the other held still, with the tangent that the pass back found. */
function along(value: Value, {name, at, exact}: Slope, height: number, width: number, drag: Control<number>) {
  const f = (t: number): number =>
    name === "x" ? valueAt(value.formula, t, value.y) : valueAt(value.formula, value.x, t);
  const points = Array.from({length: SAMPLES + 1}, (_, i): Point => {
    const t = RANGE[0] + ((RANGE[1] - RANGE[0]) * i) / SAMPLES;
    return [t, f(t)];
  });
  const [low, high] = heights(points, height);
  const inside = ([t, y]: Point): Point => [t, y >= low && y <= high ? y : NaN];
  const tangent = Array.from({length: 61}, (_, i): Point => {
    const t = at + (i - 30) / 20;
    return t < RANGE[0] || t > RANGE[1] ? [t, NaN] : inside([t, height + exact * (t - at)]);
  });
  let frame: Frame | undefined;
  const drawn = chart({
    readable: false,
    width,
    height: 220,
    x: {domain: RANGE, label: name, ticks: 7},
    y: {
      domain: [low, high],
      label: `The value along ${name}, ${name === "x" ? `y = ${value.y}` : `x = ${value.x}`}`.replace("-", "−")
    },
    marks: [
      seen((now) => (frame = now)),
      line(points.map(inside), {meaning: "ink", width: 2}),
      line(tangent, {meaning: "gradient", width: 2.5}),
      dotsAt([[at, height]], "gradient", 6)
    ]
  });
  return draggable(drawn, (px, _, ended) => {
    if (frame === undefined) return;
    drag.value = snapped(
      RANGE[0] + ((px - frame.left) / (frame.right - frame.left)) * (RANGE[1] - RANGE[0]),
      RANGE,
      XS
    );
    moved(drag);
    if (ended) settled(drag);
  });
}

/** A bar from zero for each way to the slope: filled by the pass back, outlined by differences. */
function slopeBars(slopes: readonly Slope[], width: number): SVGSVGElement {
  const [left, right] = [44, width - 104];
  const finite = slopes.flatMap(({exact, difference}) => [exact, difference]).filter(Number.isFinite);
  const reach = Math.max(1, ...finite.map(Math.abs));
  const x = (v: number): number => left + ((right - left) * (v + reach)) / (2 * reach);
  const rows: readonly Mark[] = slopes.map(({name, exact, difference}, i) => () => {
    const y = 6 + 34 * i;
    const box = (v: number) => ({x: Math.min(x(0), x(v)), width: Math.abs(x(v) - x(0))});
    return [
      label(0, y + 17, `∂/∂${name}`),
      ...(Number.isFinite(exact) ? [svg("rect", {...box(exact), y, height: 24, style: "fill:var(--gradient)"})] : []),
      ...(Number.isFinite(difference)
        ? [
            svg("rect", {
              ...box(difference),
              y: y - 3,
              height: 30,
              fill: "none",
              "stroke-width": 1.5,
              style: "stroke:var(--data)"
            })
          ]
        : []),
      label(right + 8, y + 17, digits(exact, 6), {style: "fill:var(--gradient)", "font-weight": 600})
    ];
  });
  const frame: Frame = {x, y: (v) => v, left, right, top: 0, bottom: 68};
  return svg(
    "svg",
    {width, height: 76, viewBox: `0 0 ${width} 76`, class: "chart"},
    svg("line", {x1: x(0), x2: x(0), y1: 0, y2: 74, class: "tick"}),
    ...rows.flatMap((row) => row(frame))
  );
}

/** Any formula of two variables: its value, and both of its slopes by one pass back, beside differences. */
export function slopeMachine(name = "autodiff-slopes") {
  const x = slider(RANGE, {label: "x", value: 1.2, step: XS, format: (v) => v.toFixed(2)});
  const y = slider(RANGE, {label: "y", value: -0.8, step: XS, format: (v) => v.toFixed(2)});
  return figure<Value, Measured>({
    name,
    title: "A formula that knows its slopes",
    caption:
      "Write a formula of x and y, and drag either curve. The lines are tangents: both slopes come from one evaluation and one pass back through the formula’s own operations. Outlined bars: the same by differences over steps of h, which evaluate the formula twice for each variable. Make h large, or tiny, and they go wrong; the filled bars have no step.",
    interactive: true,
    controls: {
      formula: textInput({
        label: "Formula",
        value: "sin(x * y) + x^2 / 4",
        size: 60,
        rule: "a formula of x and y, such as x * tanh(y) + 1",
        example: "x * tanh(y) + exp(-x^2)",
        valid: readable
      }),
      x,
      y,
      h: slider([-16, 0], {
        label: "Step h",
        value: -5,
        step: 0.5,
        format: (e) => pow(10, e).toExponential(0).replace("-", "−")
      })
    },
    compute: measure,
    draw: (value, {width, result: {value: height, nodes, slopes}}) => {
      const each = width >= 560 ? Math.floor(width / 2) - 8 : width;
      const [first, second] = slopes;
      const off = Math.max(...slopes.map(({exact, difference}) => Math.abs(exact - difference)));
      return element(
        "div",
        {},
        element("div", {className: "row"}, along(value, first, height, each, x), along(value, second, height, each, y)),
        slopeBars(slopes, width),
        element(
          "p",
          {className: "fig-note"},
          element("b", {}, `Value ${digits(height)}.`),
          ` ${nodes} nodes, one pass back. `,
          element(
            "b",
            {},
            Number.isFinite(off)
              ? `Differences are off by ${off.toExponential(1).replace("-", "−")}.`
              : "There is no slope here."
          )
        )
      );
    },
    describe: ({formula, x, y, h}, {value, nodes, slopes: [ofX, ofY]}) =>
      `${formula} at x = ${x.toFixed(2)} and y = ${y.toFixed(2)} has the value ${digits(value, 6)}. One pass back through its ${nodes} nodes finds the slope ${digits(ofX.exact, 6)} along x and ${digits(ofY.exact, 6)} along y; differences over steps of ${pow(10, h).toExponential(0)} find ${digits(ofX.difference, 6)} and ${digits(ofY.difference, 6)}.`,
    code: ({
      formula,
      x,
      y,
      h
    }) => `import {backward, numericalGradient, parse, variable} from "llm-first-principles/scalar";

const formula = ${JSON.stringify(formula)};
const [x, y] = [variable(${x}), variable(${y})];
const root = parse(formula, {x, y});
const slopes = backward(root);
console.log(root.value, slopes.get(x), slopes.get(y));

const f = ([x, y]) => parse(formula, {x, y}).value;
console.log(numericalGradient(f, [x.value, y.value], ${pow(10, h)}));`,
    rows: ({formula}, {value, slopes}) =>
      slopes.map(({name, at, exact, difference}) => ({formula, value, variable: name, at, backward: exact, difference}))
  });
}
