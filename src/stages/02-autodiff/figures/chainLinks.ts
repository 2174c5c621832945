import {pow} from "/lib/index.js";
import {label} from "../../../components/chart/chart.js";
import {moved, settled} from "../../../components/figure/control.js";
import {select, slider} from "../../../components/figure/controls.js";
import {draggable, snapped} from "../../../components/figure/drag.js";
import {element, svg} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {table} from "../../../components/chart/table.js";
import {curves, powerText, slopeAt, valueAt, type CurveName} from "../model/curves.js";

interface Value {
  readonly g: CurveName;
  readonly f: CurveName;
  readonly x: number;
  /** The power of ten of the step. */
  readonly h: number;
}

const MENU = ["sine", "square", "exponential", "tanh", "cosine", "inverse", "identity", "relu"] as const;
const RANGE = [-2, 2] as const;
const AXIS = [-4, 4] as const; // one scale for the three lines, so that what spreads stretches
const XS = 0.01;
const GAP = 112;
const TOP = 26;

function measured({g, f, x, h}: Value) {
  const [inner, outer] = [curves[g], curves[f]];
  const dx = pow(10, h);
  const through = (at: number) => {
    const u = valueAt(inner, at);
    return [at, u, valueAt(outer, u)] as const;
  };
  const [from, to] = [through(x), through(x + dx)];
  const [du, dy] = [to[1] - from[1], to[2] - from[2]];
  const slopes = [slopeAt(inner, x), slopeAt(outer, from[1])] as const;
  return {inner, outer, dx, du, dy, from, to, slopes, product: slopes[0] * slopes[1], through};
}

/** The name of a function of x as one of u. */
const ofU = (name: string): string => name.replace("x", "u").replace("ˣ", "ᵘ");
const number = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(6))).replace("-", "−") : "none";
const quotient = (above: number, below: number): string => (below === 0 ? "0/0" : number(above / below));

/** x through g and then f, as three number lines: steps are stretched twice, and the stretchings multiply. */
export function chainLinks(name = "chain-links") {
  const pick = (label: string, value: CurveName) =>
    select<CurveName>(MENU, {
      label,
      value,
      format: (c) => (label.startsWith("f") ? ofU(curves[c].name) : curves[c].name)
    });
  const x = slider(RANGE, {label: "x", value: 0.8, step: XS, format: (v) => v.toFixed(2)});
  return figure<Value>({
    name,
    title: "Two stretchings, one after the other",
    caption:
      "Each thin line takes a number x to u = g(x) and on to y = f(u); on one scale, so where lines spread there is stretching. The band is a step dx, which becomes du and then dy. Drag along the first line. Below, quotients of steps beside the slopes by the rules.",
    interactive: true,
    controls: {
      g: pick("g(x)", "square"),
      f: pick("f(u)", "sine"),
      x,
      h: slider([-8, 0], {label: "dx", value: -0.5, step: 0.5, format: (e) => powerText(pow(10, e))})
    },
    draw: (value, {width}) => {
      const {du, dy, dx, slopes, product} = measured(value);
      const drawing = lines(value, width);
      draggable(drawing, (px, _, ended) => {
        x.value = snapped(AXIS[0] + ((px - 28) / (width - 40)) * (AXIS[1] - AXIS[0]), RANGE, XS);
        moved(x);
        if (ended) settled(x);
      });
      const rows = [
        {link: "g: du/dx", steps: quotient(du, dx), slope: number(slopes[0])},
        {link: "f: dy/du", steps: quotient(dy, du), slope: number(slopes[1])},
        {link: "both: dy/dx", steps: quotient(dy, dx), slope: number(product)}
      ];
      return element(
        "div",
        {},
        drawing,
        table(rows, [
          {label: "Link", value: ({link}) => link},
          {label: "Quotient of steps", value: ({steps}) => steps},
          {label: "Slope by the rules", value: ({slope}) => slope}
        ])
      );
    },
    describe: (value) => {
      const {inner, outer, dx, du, dy, from, slopes, product} = measured(value);
      return `x = ${number(value.x)} goes to u = ${inner.name} = ${number(from[1])} and on to y = ${ofU(outer.name)} = ${number(from[2])}. A step of ${powerText(dx)} becomes ${number(du)} and then ${number(dy)}. The slopes are ${number(slopes[0])} and ${number(slopes[1])}, their product ${number(product)}; the quotient of the whole steps is ${quotient(dy, dx)}.`;
    },
    code: (value) => {
      const {inner, outer} = measured(value);
      return `import {${[...new Set(["variable", "backward", ...inner.uses, ...outer.uses])].join(", ")}} from "llm-first-principles/scalar";

const g = (x) => ${inner.code};
const f = (x) => ${outer.code};
const slope = (f, at) => {
  const x = variable(at);
  return backward(f(x)).get(x);
};
const x = ${value.x};
const u = g(variable(x)).value;
console.log(slope(g, x), slope(f, u), slope(g, x) * slope(f, u), slope((x) => f(g(x)), x));`;
    },
    rows: (value) =>
      Array.from({length: 17}, (_, i) => {
        const {dx, du, dy, slopes, product} = measured({...value, h: -i / 2});
        return {dx, du, dy, duDx: du / dx, dyDu: dy / du, dyDx: dy / dx, g: slopes[0], f: slopes[1], product};
      })
  });
}

/** Three number lines, with lines between them for what the two functions do. */
function lines(value: Value, width: number): SVGSVGElement {
  const {inner, outer, from, to, through} = measured(value);
  const height = TOP + 2 * GAP + 44;
  const place = (v: number): number => 28 + ((width - 40) * (v - AXIS[0])) / (AXIS[1] - AXIS[0]);
  const level = (line: number): number => TOP + 10 + line * GAP;
  const within = (v: number): boolean => v >= AXIS[0] && v <= AXIS[1];
  const threads = Array.from({length: 41}, (_, i) => {
    const all = through(RANGE[0] + i / 10);
    const part = (line: number) => {
      const [a = NaN, b = NaN] = all.slice(line, line + 2);
      return within(a) && within(b)
        ? `M${place(a).toFixed(1)} ${level(line)}L${place(b).toFixed(1)} ${level(line + 1)}`
        : "";
    };
    return part(0) + part(1);
  });
  const bands = [0, 1].flatMap((line) => {
    const corners = [
      [line, from[line]],
      [line, to[line]],
      [line + 1, to[line + 1]],
      [line + 1, from[line + 1]]
    ] as const;
    if (!corners.every(([, v = NaN]) => within(v))) return [];
    const d = `M${corners.map(([at, v = 0]) => `${place(v).toFixed(1)} ${level(at)}`).join("L")}z`;
    return [
      svg("path", {
        d,
        "fill-opacity": 0.35,
        "stroke-width": 1.5,
        "stroke-linejoin": "round",
        style: "fill:var(--gradient);stroke:var(--gradient)"
      })
    ];
  });
  const names = ["x", `u = ${inner.name}`, `y = ${ofU(outer.name)}`];
  const marks = Array.from({length: AXIS[1] - AXIS[0] + 1}, (_, i) => AXIS[0] + i);
  const axes = [0, 1, 2].flatMap((line) => [
    svg("line", {
      x1: place(AXIS[0]),
      x2: place(AXIS[1]),
      y1: level(line),
      y2: level(line),
      class: "tick",
      "stroke-width": 1.5
    }),
    ...marks.flatMap((v) => [
      svg("line", {x1: place(v), x2: place(v), y1: level(line) - 4, y2: level(line) + 4, class: "tick"}),
      halo(place(v), level(line) + 18, String(v).replace("-", "−"), "ink-2", "middle")
    ])
  ]);
  const dots = from.map((v, line) =>
    within(v) ? [svg("circle", {cx: place(v), cy: level(line), r: 5.5, style: "fill:var(--gradient)"})] : []
  );
  const titles = names.map((text, line) => halo(0, level(line) - 12, text, "ink", "start"));
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    svg("path", {d: threads.join(""), class: "grid", "stroke-width": 1}),
    ...bands,
    ...axes,
    ...dots.flat(),
    ...titles
  );
}

const halo = (x: number, y: number, text: string, meaning: string, anchor: string): SVGTextElement =>
  label(x, y, text, {
    "text-anchor": anchor,
    style: `fill:var(--${meaning})`,
    stroke: "var(--paper)",
    "stroke-width": 4,
    "paint-order": "stroke"
  });
