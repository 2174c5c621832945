import {backward, parse, variable} from "/lib/scalar.js";
import {chart, dotsAt, line, type Mark, type Point} from "../../../components/chart/chart.js";
import {choice, select, slider} from "../../../components/figure/controls.js";
import {element, svg} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";

interface Pair {
  readonly title: string;
  readonly plain: string;
  readonly stable: string;
}

/** One function, written as in a textbook, and written so that nothing in it overflows. */
const pairs = {
  softplus: {title: "ln(1 + eˣ)", plain: "log(1 + exp(x))", stable: "max(x, 0) + log(1 + exp(-abs(x)))"},
  loss: {title: "−ln σ(x), a loss", plain: "-log(1 / (1 + exp(-x)))", stable: "max(-x, 0) + log(1 + exp(-abs(x)))"},
  sigmoid: {title: "σ(x)", plain: "exp(x) / (1 + exp(x))", stable: "sigmoid(x)"},
  tanh: {title: "tanh x", plain: "(exp(x) - exp(-x)) / (exp(x) + exp(-x))", stable: "tanh(x)"},
  size: {title: "|x|", plain: "sqrt(x * x)", stable: "abs(x)"}
} as const satisfies Readonly<Record<string, Pair>>;

type Name = keyof typeof pairs;

interface Value {
  readonly pair: Name;
  readonly x: number;
  readonly reach: "10" | "100" | "1000";
}

interface Slope {
  readonly value: number;
  readonly slope: number;
}

interface Result {
  readonly plain: Slope;
  readonly stable: Slope;
  readonly curve: readonly {readonly x: number; readonly plain: number; readonly stable: number}[];
}

const SAMPLES = 400;

const at = (formula: string, where: number): Slope => {
  const x = variable(where);
  const root = parse(formula, {x});
  return {value: root.value, slope: backward(root).get(x)};
};

/** Slopes by both formulas, over the range and at the point. */
function measure({pair, x, reach}: Value): Result {
  const {plain, stable} = pairs[pair];
  const curve = Array.from({length: SAMPLES + 1}, (_, i) => {
    const where = Number(reach) * (-1 + (2 * i) / SAMPLES);
    return {x: where, plain: at(plain, where).slope, stable: at(stable, where).slope};
  });
  return {plain: at(plain, x), stable: at(stable, x), curve};
}

const show = (value: number): string =>
  Number.isNaN(value)
    ? "NaN"
    : Number.isFinite(value)
      ? String(Number(value.toPrecision(6))).replaceAll("-", "−")
      : value > 0
        ? "∞"
        : "−∞";

/** A stretch along the bottom for each run of places where the plain formula has no slope. */
const lost =
  (curve: Result["curve"]): Mark =>
  ({x, bottom}) => {
    const half = (x(curve[1]?.x ?? 0) - x(curve[0]?.x ?? 0)) / 2;
    const bad = curve.map(({plain}) => !Number.isFinite(plain));
    return curve.flatMap(({x: from}, i) => {
      if (bad[i] !== true || bad[i - 1] === true) return [];
      const end = bad.indexOf(false, i);
      const to = curve[(end < 0 ? curve.length : end) - 1]?.x ?? from;
      const width = x(to) - x(from) + 2 * half;
      return [svg("rect", {x: x(from) - half, y: bottom - 10, width, height: 10, style: "fill:var(--gradient)"})];
    });
  };

/** A function by two formulas: where the numbers of one run out, its slope is no number. */
export function twoFormulas(name = "autodiff-stable") {
  return figure<Value, Result>({
    name,
    title: "One function, two formulas",
    caption:
      "The slope by a pass back, of the textbook’s formula (thin) and of one that never overflows (thick). Both are the same function. The red stretch at the bottom is where the first has no slope: NaN, or infinite. Near zero both agree, and so do all tests that stay there.",
    controls: {
      pair: select<Name>(["softplus", "loss", "sigmoid", "tanh", "size"], {
        label: "Function",
        value: "softplus",
        format: (name) => pairs[name].title
      }),
      reach: choice<Value["reach"]>(["10", "100", "1000"], {label: "Range", value: "1000", format: (r) => `±${r}`}),
      x: slider([-1000, 1000], {label: "x", value: 800, step: 5, format: (v) => String(v).replace("-", "−")})
    },
    compute: measure,
    draw: ({pair, x, reach}, {width, result: {plain, stable, curve}}) => {
      const far = Number(reach);
      const slopes = curve.flatMap(({stable}) => (Number.isFinite(stable) ? [stable] : []));
      const [low, high] = [Math.min(0, ...slopes), Math.max(0, ...slopes)];
      const air = 0.15 * (high - low || 1);
      const inside = Math.abs(x) <= far && Number.isFinite(stable.slope);
      return element(
        "div",
        {},
        chart({
          width,
          height: 260,
          marginRight: 24,
          x: {domain: [-far, far], label: "x"},
          y: {domain: [low - air, high + air], label: `Slope of ${pairs[pair].title}`},
          marks: [
            line(
              curve.map((each): Point => [each.x, each.stable]),
              {meaning: "loss-validation", width: 5}
            ),
            line(
              curve.map((each): Point => [each.x, each.plain]),
              {meaning: "ink", width: 1.5}
            ),
            lost(curve),
            dotsAt(inside ? [[x, stable.slope]] : [], "loss-validation", 6)
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          element("b", {}, pairs[pair].plain),
          ` at ${show(x)}: value ${show(plain.value)}, slope `,
          element("b", {}, show(plain.slope))
        ),
        element(
          "p",
          {className: "fig-note"},
          element("b", {}, pairs[pair].stable),
          `: value ${show(stable.value)}, slope `,
          element("b", {}, show(stable.slope))
        )
      );
    },
    describe: ({pair, x, reach}, {plain, stable, curve}) => {
      const bad = curve.filter((each) => !Number.isFinite(each.plain)).map((each) => each.x);
      const where =
        bad.length === 0
          ? "nowhere"
          : `at ${bad.length} of ${curve.length} points, from ${show(bad[0] ?? NaN)} to ${show(bad.at(-1) ?? NaN)}`;
      return `${pairs[pair].title} between −${reach} and ${reach}: the formula ${pairs[pair].plain} has no finite slope ${where}. At ${show(x)} its slope is ${show(plain.slope)}, and that of ${pairs[pair].stable} is ${show(stable.slope)}.`;
    },
    code: ({pair, x: where}) => `import {backward, parse, variable} from "llm-first-principles/scalar";

const slopeOf = (formula) => {
  const x = variable(${where});
  const root = parse(formula, {x});
  return {value: root.value, slope: backward(root).get(x)};
};
console.log(slopeOf("${pairs[pair].plain}"));
console.log(slopeOf("${pairs[pair].stable}"));`,
    rows: ({pair}, {curve}) => curve.map((each) => ({function: pairs[pair].title, ...each}))
  });
}
