import {element, svg} from "../../../components/element.js";
import {label} from "../../../components/chart/chart.js";
import {action, select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {BENDS} from "../model/bends.js";
import {
  closest,
  drawnLayers,
  farthest,
  moved,
  product,
  through,
  type Affine,
  type PlaneBend,
  type Point
} from "../model/bentPlane.js";
import {TOKENS, VECTORS} from "../model/tinyHidden.js";

interface Value {
  readonly bend: PlaneBend;
  readonly layers: number;
  readonly draw: number;
}

const SPAN = 1.5;
const LINES = 13;
const FINE = 60;
const MOST = 12;

const grid: readonly (readonly Point[])[] = Array.from({length: 2 * LINES}, (_, i) => {
  const at = -SPAN + (2 * SPAN * (i % LINES)) / (LINES - 1);
  return Array.from({length: FINE + 1}, (_, k): Point => {
    const along = -SPAN + (2 * SPAN * k) / FINE;
    return i < LINES ? [along, at] : [at, along];
  });
});
const tokens = VECTORS.map(([x = 0, y = 0]): Point => [x, y]);

/** The images of the grid, and the one affine map that is closest to them. */
function seen({bend, layers, draw}: Value) {
  const all = drawnLayers(draw + 1, layers);
  const images = grid.map((lineOf) => lineOf.map((p) => through(all, bend, p)));
  const [flat, flatImages] = [grid.flat(), images.flat()];
  const one = bend === "none" ? product(all) : closest(flat, flatImages);
  return {images, points: tokens.map((p) => through(all, bend, p)), one, off: farthest(one, flat, flatImages)};
}

const signed = (v: number): string => v.toFixed(2).replace("-", "−");
const term = (v: number, of: string): string => `${v < 0 ? "−" : "+"} ${Math.abs(v).toFixed(2)}${of}`;
const row = ([a, b]: Point, c: number): string => `${signed(a)} x ${term(b, " y")} ${term(c, "")}`;
const written = ({matrix: [r, s], bias}: Affine): string => `x′ = ${row(r, bias[0])},  y′ = ${row(s, bias[1])}`;
const distance = (off: number): string => (off < 1e-9 ? off.toExponential(0).replace("-", "−") : off.toFixed(2));

/** A plane with the tiny tokens, through layer after layer, beside what a single layer makes of it. */
export function bentPlane(name = "bent-plane") {
  return figure<Value, ReturnType<typeof seen>>({
    name,
    title: "The plane, through layer after layer",
    caption:
      "A grid over the plane in which the five tiny tokens have their vectors. Each layer turns, stretches and moves it by numbers drawn at random, and then applies the activation to both coordinates. Left: where it was. Right: where it ends, and in thin dashes what the single matrix does that is closest to it.",
    controls: {
      bend: select<PlaneBend>(["none", ...BENDS], {
        label: "Activation",
        format: (b) => (b === "none" ? "none" : b)
      }),
      layers: slider([1, MOST], {label: "Layers", value: 5}),
      draw: action({label: "Other layers"})
    },
    compute: seen,
    draw: ({bend, layers}, {width, result}) => {
      const wide = width >= 520;
      const size = wide ? (width - 24) / 2 : Math.min(width, 330);
      const {images, points, one, off} = result;
      const dashes = bend === "none" ? [] : grid.filter((_, i) => i % 4 === 0).map((l) => l.map((p) => moved(one, p)));
      return element(
        "div",
        {},
        element(
          "div",
          {className: "row"},
          plane(size, "Before", grid, [], tokens),
          plane(size, `After ${layers} ${layers === 1 ? "layer" : "layers"}`, images, dashes, points)
        ),
        element(
          "p",
          {className: "fig-note"},
          bend === "none" ? "All layers are the one map " : "The closest single map is ",
          element("b", {}, written(one)),
          `. Farthest from it: ${distance(off)}.`
        )
      );
    },
    describe: ({bend, layers, draw}, {points, one, off}) =>
      `${layers} layers, ${bend === "none" ? "without activation" : `with ${bend} after each`}, draw ${draw + 1}. The tokens end at ${points.map(([x, y], i) => `${TOKENS[i]} (${signed(x)}, ${signed(y)})`).join(", ")}. The closest single map is ${written(one)}; the grid is at most ${distance(off)} from it.`,
    code: ({bend, layers, draw}) => {
      const names = [
        "abs",
        "key",
        "matmul",
        "max",
        "randomNormal",
        "sub",
        "tensor",
        ...(bend === "none" ? [] : [bend])
      ];
      return `import {${names.sort().join(", ")}} from "llm-first-principles/tensor";

const points = tensor([[0, 0], [1, 0], [0, 1], [1, 1], [-1, 1]], "float64");
const weights = Array.from({length: ${layers}}, (_, i) => randomNormal(key(${draw + 1} + i), [2, 2], "float64"));
const deep = weights.reduce((x, w) => ${bend === "none" ? "matmul(x, w)" : `${bend}(matmul(x, w))`}, points);
const one = weights.reduce((a, b) => matmul(a, b));
console.log(max(abs(sub(deep, matmul(points, one)))).data[0]);`;
    },
    rows: (_, {points}) => points.map(([x, y], i) => ({token: TOKENS[i], x, y}))
  });
}

/** Lines of a grid with the tokens on it, all within a square. */
function plane(
  size: number,
  title: string,
  lines: readonly (readonly Point[])[],
  dashes: readonly (readonly Point[])[],
  points: readonly Point[]
): SVGSVGElement {
  const all = lines.flat();
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const span = Math.max(right - left, high - low, 1e-9);
  const room = size - 24;
  const place = ([x, y]: Point): Point => [
    12 + room * ((x - (left + right) / 2) / span + 0.5),
    32 + room * (0.5 - (y - (low + high) / 2) / span)
  ];
  const path = (line: readonly Point[]): string =>
    `M${line
      .map((p) =>
        place(p)
          .map((v) => v.toFixed(1))
          .join(" ")
      )
      .join("L")}`;
  return svg(
    "svg",
    {width: size, height: size + 20, viewBox: `0 0 ${size} ${size + 20}`, class: "chart"},
    label(0, 13, title),
    svg("path", {
      d: lines.map(path).join(""),
      fill: "none",
      "stroke-width": 1.25,
      "stroke-opacity": 0.6,
      style: "stroke:var(--model)"
    }),
    svg("path", {
      d: dashes.map(path).join(""),
      fill: "none",
      "stroke-width": 1,
      "stroke-dasharray": "4 4",
      style: "stroke:var(--ink-3)"
    }),
    ...points.flatMap((point, i) => {
      const [x, y] = place(point);
      return [
        svg("circle", {cx: x.toFixed(1), cy: y.toFixed(1), r: 4.5, style: "fill:var(--data)"}),
        label(x + 8, y - 7, TOKENS[i]!, {
          style: "fill:var(--data);font-weight:700;font-size:15px",
          stroke: "var(--paper)",
          "stroke-width": 4,
          "paint-order": "stroke"
        })
      ];
    })
  );
}
