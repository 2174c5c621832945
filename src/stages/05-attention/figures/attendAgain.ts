import {chart, dotsAt, line, moment, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {slider, toggle} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {attendAgain as again, contraction, weightsOf, ownShare, points, type Row} from "../model/averaging.js";

interface Value {
  readonly steps: number;
  readonly residual: boolean;
}

const MOST = 8;
const FLOOR = 1e-16;

/** With the residual the whole plane doubles at each step, so it is drawn half as large each time. */
const drawn = (rows: readonly Row[], step: number, residual: boolean): readonly Point[] =>
  rows.map(([x = 0, y = 0]): Point => (residual ? [x / 2 ** step, y / 2 ** step] : [x, y]));

const shareText = (share: number): string => (share < 1e-3 ? share.toExponential(0) : share.toFixed(3));

/** Eight points that attend to one another, again and again. */
export function attendAgain(name = "attend-again") {
  return figure<Value, readonly (readonly Row[])[]>({
    name,
    title: "Eight points attend to one another",
    caption:
      "Each point is a token with a vector of two numbers; queries, keys and values are the vectors themselves. In each step, every point becomes the mean of all points by its weights of attention, or that mean is added to it. Lines show the ways of the points. With the residual all vectors about double in each step, so the plane is drawn half as large each time. Below: the share of the vectors that is not common to all of them.",
    controls: {
      steps: slider([0, MOST], {label: "Steps", value: 2}),
      residual: toggle({label: "Add to what was there"})
    },
    compute: ({residual}) => again(points, MOST, {residual}),
    draw: ({steps, residual}, {width, result}) => {
      const places = result.map((rows, step) => drawn(rows, step, residual));
      const plane = Math.min(width, 440);
      const shares = [false, true].map((kept) =>
        (kept === residual ? result : again(points, MOST, {residual: kept})).map((rows, step): Point => [
          step,
          Math.max(FLOOR, ownShare(rows))
        ])
      );
      return element(
        "div",
        {},
        chart({
          width: plane,
          height: plane * 0.8,
          x: {domain: [-2, 2], label: "First number"},
          y: {domain: [-2, 2], label: "Second number"},
          readable: false,
          marks: [
            ...points.map((_, i) =>
              line(
                places.slice(0, steps + 1).map((rows) => rows[i]!),
                {meaning: "ink-3", width: 1.2}
              )
            ),
            dotsAt(places[0]!, "ink-3", 3),
            dotsAt(places[steps]!, "attention", 5)
          ]
        }),
        chart({
          width,
          height: 220,
          x: {domain: [0, MOST], label: "Steps", ticks: MOST},
          y: {domain: [FLOOR, 3], label: "Share that is not common", scale: "log", ticks: 17, format: decades(4)},
          marks: [
            moment(steps),
            line(shares[0]!, {meaning: "attention", name: "alone", dots: !residual}),
            line(shares[1]!, {meaning: "value", name: "added", dots: residual, dashed: residual ? false : true})
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `After ${steps} ${steps === 1 ? "step" : "steps"}: share of its own ${shareText(ownShare(result[steps]!))} · least shrinking that is promised for the next step: times ${contraction(weightsOf(result[steps]!)).toFixed(2)}`
        )
      );
    },
    describe: ({residual}, result) =>
      `${residual ? "With the residual" : "Attention alone"}: the share of the vectors that is not common to all is ${result.map((rows, step) => `${shareText(ownShare(rows))} after ${step}`).join(", ")} steps.`,
    code: ({steps, residual}) => `import {add, attention, reshape, show, tensor} from "llm-first-principles/tensor";

let x = tensor(${JSON.stringify(points)});
for (let step = 0; step < ${steps}; step++) {
  const rows = reshape(x, [1, 1, 8, 2]);
  const answers = reshape(attention(rows, rows, rows), [8, 2]);
  x = ${residual ? "add(x, answers)" : "answers"};
}
console.log(show(x));`,
    rows: ({residual}, result) =>
      result.flatMap((rows, step) => rows.map(([x, y], i) => ({step, point: i + 1, x, y, residual})))
  });
}
