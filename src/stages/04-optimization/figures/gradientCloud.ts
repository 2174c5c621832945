import {fold, key, permutation, uniform} from "/lib/index.js";
import {chart, dotsAt, line, note, type Frame, type Mark, type Point} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {moved, settled} from "../../../components/figure/control.js";
import {slider, toggle} from "../../../components/figure/controls.js";
import {draggable, seen} from "../../../components/figure/drag.js";
import {figure} from "../../../components/figure/figure.js";
import {axesOf} from "../model/axes.js";
import {covarianceOf, exampleGradients, meanPlace} from "../model/batchCloud.js";
import {batchVariance} from "../model/noiseScale.js";
import type {Place} from "../model/walk.js";

interface Value {
  /** The batch size, as a power of 2. */
  readonly power: number;
  readonly anew: boolean;
}

const COUNT = exampleGradients.length;
const DRAWN = 200;
const [X0, X1, Y0, Y1] = [-2.1, 1.2, -1.7, 1.1];
const RING = Array.from({length: 73}, (_, i) => (2 * Math.PI * i) / 72);
const [MEAN, COVARIANCE] = [meanPlace(exampleGradients), covarianceOf(exampleGradients)];
const AXES = axesOf(COVARIANCE);
const TRACE = COVARIANCE[0][0] + COVARIANCE[1][1];

/** Small dots that show where they lie on each other. */
const cloud =
  (places: readonly Place[]): Mark =>
  ({x, y}) =>
    places.map(([a, b]) => svg("circle", {cx: x(a), cy: y(b), r: 3, style: "fill:var(--gradient);opacity:0.45"}));

/** The gradients of two hundred batches around the gradient of all examples. */
export function gradientCloud(name = "gradient-cloud") {
  const power = slider([0, 6], {label: "Batch size", value: 2, format: (p) => String(2 ** p)});
  const batchOf = ({power: p}: Value): number => 2 ** p;
  const gradients = ({power: p, anew}: Value): readonly Place[] =>
    Array.from({length: DRAWN}, (_, i) => {
      const drawn = fold(key(1), i);
      const order = permutation(drawn, COUNT);
      return meanPlace(
        Array.from(
          {length: 2 ** p},
          (_, k) => exampleGradients[anew ? Math.floor(COUNT * uniform(drawn, k)) : order[k]!]!
        )
      );
    });
  const predicted = (value: Value): number => Math.sqrt(batchVariance(TRACE, COUNT, batchOf(value), value.anew));
  const measured = (places: readonly Place[]): number =>
    Math.sqrt(places.reduce((sum, [x, y]) => sum + (x - MEAN[0]) ** 2 + (y - MEAN[1]) ** 2, 0) / places.length);
  /** How many deviations a place is away from the mean, of single examples. */
  const away = ([x, y]: Place): number =>
    Math.hypot(
      ...AXES.map(({curvature, direction: [u, v]}) => ((x - MEAN[0]) * u + (y - MEAN[1]) * v) / Math.sqrt(curvature))
    );
  return figure<Value, readonly Place[]>({
    name,
    title: "Gradients of small batches",
    caption:
      "A line is fitted to 64 points, and each dot is the gradient of one batch of them: 200 batches. The large dot is the gradient of all, and the small one is zero. Within the ring, of two deviations in every direction, six of seven would lie if they were normal. Drag the ring, or move the slider.",
    controls: {power, anew: toggle({label: "Draw each example from all (with replacement)"})},
    compute: gradients,
    draw: (value, {width, result}) => {
      let frame: Frame | undefined;
      const reach = 2 * (predicted(value) / Math.sqrt(TRACE));
      const ring = RING.map((angle): Point => {
        const [a, b] = [Math.cos(angle), Math.sin(angle)].map(
          (part, i) => part * reach * Math.sqrt(AXES[i as 0 | 1].curvature)
        ) as [number, number];
        const [{direction: one}, {direction: other}] = AXES;
        return [MEAN[0] + a * one[0] + b * other[0], MEAN[1] + a * one[1] + b * other[1]];
      });
      const drawing = chart({
        width,
        height: 340,
        readable: false,
        x: {domain: [X0, X1], label: "Slope of the loss by the line’s height"},
        y: {domain: [Y0, Y1], label: "Slope by the line’s slope"},
        marks: [
          seen((f) => (frame = f)),
          cloud(result),
          line(ring, {meaning: "ink-2", width: 2, dashed: true, name: "two deviations"}),
          dotsAt([[0, 0]], "ink", 3),
          note([0, 0], "zero", {dy: 18, "text-anchor": "middle"}),
          dotsAt([MEAN], "loss-train", 6)
        ]
      });
      return element(
        "div",
        {},
        draggable(drawing, (px, py, ended) => {
          if (frame === undefined) return;
          const far = away([
            X0 + ((X1 - X0) * (px - frame.left)) / (frame.right - frame.left),
            Y0 + ((Y1 - Y0) * (frame.bottom - py)) / (frame.bottom - frame.top)
          ]);
          power.value = Math.min(6, Math.max(0, Math.round(Math.log2((2 / Math.max(far, 0.1)) ** 2))));
          moved(power);
          if (ended) settled(power);
        }),
        element(
          "p",
          {className: "fig-note"},
          `Batches of ${batchOf(value)}: typically `,
          element("b", {}, measured(result).toFixed(3)),
          ` off, the root of the mean square. By the formula ${predicted(value).toFixed(3)}.`
        )
      );
    },
    describe: (value, places) =>
      `The gradients of ${DRAWN} batches of ${batchOf(value)}, drawn ${value.anew ? "with" : "without"} replacement, are typically ${measured(places).toFixed(3)} away from the gradient of all ${COUNT} examples; by the formula ${predicted(value).toFixed(3)}.`,
    rows: (_, places) => places.map(([byHeight, bySlope], batch) => ({batch, byHeight, bySlope}))
  });
}
