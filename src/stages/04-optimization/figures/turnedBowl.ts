import {chart, dotsAt, ends, line, moment, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {heightsOn, relief} from "../../../components/chart/relief.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {bestTurned, TURNED, TURNED_STEPS, turnedHeight, type Turned} from "../model/turnedBowl.js";

interface Value {
  readonly kappa: "10" | "100" | "1000";
  readonly angle: number;
}

const SIDE = 61;
const REACH = 12;
const FLOOR = 1e-8;
const ANGLES = Array.from({length: 10}, (_, i) => 5 * i);
const COLORS: Readonly<Record<Turned, string>> = {
  "gradient descent": "sgd",
  momentum: "momentum",
  AdaGrad: "adagrad",
  Adam: "adam"
};

type Ends = Readonly<Record<Turned, readonly number[]>>;

/** A bowl that is turned, and what that costs the rules that divide number by number. */
export function turnedBowl(name = "turned-bowl") {
  const known = new Map<number, Ends>(); // of each condition number, once
  const endsOf = (kappa: number): Ends => {
    const found =
      known.get(kappa) ??
      (Object.fromEntries(
        TURNED.map((method) => [method, ANGLES.map((angle) => bestTurned({kappa, angle}, method).height)])
      ) as unknown as Ends); // of every method
    known.set(kappa, found);
    return found;
  };
  const shown = (height: number): number => Math.max(FLOOR, height);
  return figure<Value, {readonly heights: Ends; readonly walks: readonly ReturnType<typeof bestTurned>[]}>({
    name,
    wide: true,
    title: "Turn the bowl",
    caption: `A bowl with curvatures 1 and κ, from above, and four walks of ${TURNED_STEPS} steps, each with the best of 41 rates for this very bowl. On the right, how high each ends, by how far the bowl is turned. Heights below 10⁻⁸ are drawn there.`,
    controls: {
      kappa: choice<Value["kappa"]>(["10", "100", "1000"], {label: "Condition number κ", value: "100"}),
      angle: slider([0, 45], {label: "Turned by", value: 0, step: 5, format: (v) => `${v}°`})
    },
    compute: ({kappa, angle}) => ({
      heights: endsOf(Number(kappa)),
      walks: TURNED.map((method) => bestTurned({kappa: Number(kappa), angle}, method))
    }),
    draw: ({kappa, angle}, {width, result: {heights, walks}}) => {
      const wide = width >= 620;
      const side = wide ? Math.min(380, Math.round(width * 0.46)) : Math.min(width, 380);
      const turned = {kappa: Number(kappa), angle};
      const grid = heightsOn([-REACH, REACH], SIDE, (x, y) => turnedHeight(turned, [x, y]));
      const inside = ([x, y]: readonly [number, number]): Point =>
        Math.max(Math.abs(x), Math.abs(y)) > REACH ? [NaN, NaN] : [x, y];
      return element(
        "div",
        {className: "row"},
        chart({
          width: side,
          height: side,
          marginLeft: 32,
          readable: false,
          x: {domain: [-REACH, REACH], label: "x", ticks: 4},
          y: {domain: [-REACH, REACH], label: "y", ticks: 4},
          marks: [
            relief(grid, SIDE, {bend: 200, levels: 14}),
            ...walks.map(({path}, i) =>
              line(path.map(inside), {meaning: COLORS[TURNED[i]!], width: 2, name: TURNED[i]!})
            ),
            ...walks.map(({path}, i) => dotsAt([inside(path.at(-1)!)], COLORS[TURNED[i]!], 5)),
            dotsAt([inside(walks[0]!.path[0]!)], "ink", 5)
          ]
        }),
        chart({
          width: wide ? width - side - 24 : width,
          height: wide ? side : 270,
          marginRight: 124,
          x: {domain: [0, 45], label: "Turned by, degrees", ticks: 4},
          y: {domain: [FLOOR / 2, 1000], label: "Height after the walk", scale: "log", ticks: 12, format: decades(2)},
          marks: [
            moment(angle),
            ...TURNED.map((method) =>
              line(
                heights[method].map((height, i): Point => [ANGLES[i]!, shown(height)]),
                {meaning: COLORS[method], width: 2, dots: true, name: method}
              )
            ),
            ends(
              TURNED.map((method) => ({
                x: 45,
                y: shown(heights[method].at(-1)!),
                text: method,
                meaning: COLORS[method]
              }))
            )
          ]
        })
      );
    },
    describe: ({kappa, angle}, {walks}) =>
      `A bowl with condition number ${kappa}, turned by ${angle} degrees. After ${TURNED_STEPS} steps: ${walks
        .map(
          ({height, rate}, i) =>
            `${TURNED[i]!} at height ${writeNumber(height, 2)} with the rate ${writeNumber(rate, 2)}`
        )
        .join(", ")}.`,
    rows: (_, {heights}) =>
      TURNED.flatMap((method) => ANGLES.map((angle, i) => ({method, angle, height: heights[method][i]!})))
  });
}
