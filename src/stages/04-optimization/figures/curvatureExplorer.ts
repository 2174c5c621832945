import {landscapes, type LandscapeName} from "/lib/stages/optimization.js";
import {chart, dotsAt, line, moment, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {kindOf} from "../model/axes.js";
import {curvatureAt, type Curvature} from "../model/curvature.js";
import {heightOf, type Place} from "../model/walk.js";
import {landscapeMap} from "./landscapeMap.js";
import {placeOnMap} from "./placeOnMap.js";

interface Value {
  readonly landscape: LandscapeName;
  readonly x: number;
  readonly y: number;
}

const POINTS = 81;
const NAMES = ["steeper", "shallower"] as const;
const COLORS = ["gradient", "model"] as const;

const KINDS = {
  bowl: "It bends up in every direction, as in a bowl.",
  saddle: "It bends up in one direction and down in the other, as on a saddle.",
  dome: "It bends down in every direction, as on a dome.",
  flat: "In one direction it hardly bends at all."
} as const;

/** A landscape's two own directions at a point, and its profile along them, beside the parabolas that the Hessian makes. */
export function curvatureExplorer(name = "curvature-explorer") {
  const {landscape, x, y, drag, heights: heightsOf} = placeOnMap({landscape: "rosenbrock", step: 0.05});

  const numbers = ({axes: [steep, shallow]}: Curvature): string => {
    const [a, b] = [writeNumber(steep.curvature, 3), writeNumber(shallow.curvature, 3)];
    const ratio = steep.curvature / shallow.curvature;
    return ratio > 0 && steep.curvature > 0 ? `${a} and ${b}, ${writeNumber(ratio, 3)} times as much` : `${a} and ${b}`;
  };
  return figure<Value, {readonly heights: Float64Array; readonly curvature: Curvature}>({
    name,
    wide: true,
    interactive: true,
    title: "How a landscape bends",
    caption:
      "Drag the point. The two bars are the directions that the Hessian only stretches; red is the one with the larger curvature. On the right: solid, the height along each of the two, and dashed what height, slope and curvature at the point predict.",
    controls: {landscape, x, y},
    compute: ({landscape: on, x, y}) => ({heights: heightsOf(on), curvature: curvatureAt(landscapes[on], [x, y])}),
    draw: ({landscape: on, x: a, y: b}, {width, result: {heights, curvature}}) => {
      const shape = landscapes[on];
      const reach = (shape.box.x[1] - shape.box.x[0]) / 6;
      const wide = width >= 620;
      const side = wide ? Math.min(420, Math.round(width * 0.5)) : Math.min(width, 420);
      const along = (direction: Place, t: number): Place => [a + t * direction[0], b + t * direction[1]];
      const map = landscapeMap({
        width: side,
        landscape: shape,
        heights,
        traces: [
          ...curvature.axes.map(({direction}, i) => ({
            path: [along(direction, -reach), along(direction, reach)],
            meaning: COLORS[i]!,
            plain: true
          })),
          {path: [[a, b]], meaning: "ink"}
        ],
        moveStart: drag
      });
      const height = heightOf(shape);
      const ts = Array.from({length: POINTS}, (_, i) => reach * ((2 * i) / (POINTS - 1) - 1));
      const here = height(a, b);
      const profiles = curvature.axes.map(({direction, curvature: bend}) => {
        const slope = curvature.gradient[0] * direction[0] + curvature.gradient[1] * direction[1];
        return {
          real: ts.map((t): Point => [t, height(...along(direction, t))]),
          predicted: ts.map((t): Point => [t, here + slope * t + (bend * t * t) / 2])
        };
      });
      const all = profiles.flatMap(({real}) => real.map(([, v]) => v));
      const [low, high] = [Math.min(...all), Math.max(...all)];
      const room = 0.08 * (high - low || 1);
      const clipped = (points: readonly Point[]): readonly Point[] =>
        points.map(([t, v]): Point => [t, v < low - room || v > high + room ? NaN : v]);
      const slices = chart({
        width: wide ? width - side - 24 : width,
        height: wide ? side : 260,
        marginLeft: 52,
        x: {domain: [-reach, reach], label: "Way from the point, along each direction"},
        y: {domain: [low - room, high + room], label: "Height"},
        marks: [
          moment(0),
          ...profiles.flatMap(({real, predicted}, i) => [
            line(clipped(predicted), {meaning: COLORS[i]!, width: 1.5, dashed: true, name: `${NAMES[i]!}, predicted`}),
            line(real, {meaning: COLORS[i]!, name: NAMES[i]!})
          ]),
          dotsAt([[0, here]], "ink", 5)
        ]
      });
      return element(
        "div",
        {},
        element("div", {className: "row"}, map, slices),
        element(
          "p",
          {className: "fig-note"},
          "Curvatures ",
          element("b", {}, numbers(curvature)),
          `. ${KINDS[kindOf(curvature.axes)]} Gradient (${curvature.gradient.map((g) => writeNumber(g, 3)).join(", ")}).`
        )
      );
    },
    describe: ({landscape: on, x: a, y: b}, {curvature}) =>
      `${landscapes[on].label} at (${a}, ${b}): curvatures ${numbers(curvature)}. ${KINDS[kindOf(curvature.axes)]}`,
    code: ({landscape: on, x: a, y: b}) => `import {hessianVectorProduct, tensor} from "llm-first-principles/tensor";
import {landscapes} from "llm-first-principles/stages/optimization";

const {value} = landscapes.${on};
const place = tensor([${a}, ${b}], "float64");
for (const direction of [[1, 0], [0, 1]])
  console.log(hessianVectorProduct(value, place, tensor(direction, "float64")).toString()); // a row of the Hessian`,
    rows: ({landscape: on}, {curvature: {axes, gradient}}) =>
      axes.map(({curvature, direction: [u, v]}) => ({
        landscape: on,
        curvature,
        u,
        v,
        gradientX: gradient[0],
        gradientY: gradient[1]
      }))
  });
}
