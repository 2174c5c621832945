import {cos, key, sin} from "/lib/index.js";
import {element, svg} from "../../../components/element.js";
import {label} from "../../../components/chart/chart.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {tensors} from "../../../components/tensors.js";

interface Value {
  readonly angle: number;
  readonly width: number;
  readonly weights: "one" | "fresh";
}

interface Draws {
  readonly us: readonly Pair[];
  readonly vs: readonly Pair[];
}

type Pair = readonly [number, number];

const COUNT = 200;
const REACH = 3.2;

/** Pairs of standard normal numbers, the same for every reader. */
async function drawn(): Promise<Draws> {
  const {randomNormal} = await tensors();
  const pairs = (seed: number): readonly Pair[] => {
    const {data} = randomNormal(key(seed), [COUNT, 2], "float64");
    return Array.from({length: COUNT}, (_, i) => [data[2 * i]!, data[2 * i + 1]!] as const);
  };
  return {us: pairs(7), vs: pairs(8)};
}

const weightOf = ({angle}: Value): Pair => {
  const radians = (angle * Math.PI) / 180;
  return [cos(radians), sin(radians)];
};

/** A rule is wrong at the first of two outputs and inputs: what a check sees is u₁ · v₁. */
const blindTo = (value: Value, {us, vs}: Draws): readonly boolean[] =>
  vs.map(([v], i) => Math.abs((value.weights === "one" ? weightOf(value)[0] : us[i]![0]) * v) <= value.width);

/** The weights of the outputs beside the directions of the inputs, and those that do not see a mistake. */
export function blindBands(name = "blind-bands") {
  return figure<Value, Draws>({
    name,
    title: "Two bands in which a mistake is not seen",
    caption:
      "A rule is wrong at the first output, as it answers to the first input. Left: the weights u of the outputs; right: 200 directions v of the inputs. Blind are the u in the left band, and the v in the right one. Turn the one u toward the band, and watch the right one grow. Then draw a fresh u for each direction.",
    controls: {
      angle: slider([0, 90], {label: "Direction of u", value: 60, step: 1, format: (v) => `${v}°`}),
      width: slider([0.02, 0.5], {label: "Too small to see", value: 0.1, step: 0.02, format: (v) => v.toFixed(2)}),
      weights: choice(["one", "fresh"], {
        label: "Weights",
        format: (w) => (w === "one" ? "one u for all" : "a fresh u for each v")
      })
    },
    compute: drawn,
    draw: (value, {width, result}) => {
      const size = Math.min(300, width >= 560 ? (width - 24) / 2 : width - 8);
      const blind = blindTo(value, result);
      const u = weightOf(value);
      const half = value.width / Math.max(1e-9, Math.abs(u[0]));
      const place = (v: number): number => size / 2 + (v * size) / (2 * REACH);
      const plane = (title: string, band: number, ...nodes: readonly Node[]) =>
        svg(
          "svg",
          {width: size, height: size + 20, viewBox: `0 -20 ${size} ${size + 20}`, class: "chart"},
          label(0, -7, title),
          svg("rect", {x: 0.5, y: 0.5, width: size - 1, height: size - 1, fill: "none", style: "stroke:var(--edge)"}),
          svg("rect", {
            x: Math.max(0, place(-band)),
            width: Math.min(size, place(band)) - Math.max(0, place(-band)),
            y: 0,
            height: size,
            "fill-opacity": 0.25,
            style: "fill:var(--model)"
          }),
          ...nodes
        );
      const dot = ([a, b]: Pair, seen: boolean, radius = 3) =>
        svg("circle", {
          cx: place(a),
          cy: place(-b),
          r: radius,
          "fill-opacity": seen ? 0.8 : 1,
          style: seen ? "fill:var(--gradient)" : "fill:var(--paper);stroke:var(--ink)"
        });
      const inside = ([a, b]: Pair): boolean => Math.abs(a) <= REACH && Math.abs(b) <= REACH;
      const left =
        value.weights === "one"
          ? [
              svg("line", {
                x1: place(0),
                y1: place(0),
                x2: place(u[0]),
                y2: place(-u[1]),
                "stroke-width": 3,
                style: "stroke:var(--gradient)"
              }),
              dot(u, true, 6)
            ]
          : result.us.filter(inside).map((one) => dot(one, Math.abs(one[0]) > value.width));
      return element(
        "div",
        {},
        element(
          "div",
          {className: "row"},
          plane("weights u", value.width, ...left),
          plane(
            "directions v",
            value.weights === "one" ? half : 0,
            ...result.vs.flatMap((v, i) => (inside(v) ? [dot(v, blind[i] !== true)] : []))
          )
        ),
        element(
          "p",
          {className: "fig-note"},
          "Of 200 directions, ",
          element("b", {}, String(blind.filter(Boolean).length)),
          " do not see the mistake (hollow)."
        )
      );
    },
    describe: (value, result) =>
      `With ${value.weights === "one" ? `one u at ${value.angle} degrees` : "a fresh u for each direction"}, ${blindTo(value, result).filter(Boolean).length} of ${COUNT} directions do not see a mistake below ${value.width.toFixed(2)}.`,
    code: () => `import {checkGrad, key, randomNormal, tanh} from "llm-first-principles/tensor";

// draws a direction v, and weights u of its own, twenty times
console.log(checkGrad((x) => tanh(x), randomNormal(key(1), [3, 5], "float64")));`,
    rows: (value, result) =>
      result.vs.map(([v1, v2], i) => ({v1, v2, u1: result.us[i]![0], blind: blindTo(value, result)[i]}))
  });
}
