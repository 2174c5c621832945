import {log2, pow} from "/lib/index.js";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";

interface Value {
  readonly scale: "equal steps" | "equal factors";
  readonly most: number;
}

const CURVES = [
  {name: "log₂ n", meaning: "probability", of: log2},
  {name: "n", meaning: "ink", of: (n: number) => n},
  {name: "n²", meaning: "data", of: (n: number) => n * n},
  {name: "2ⁿ", meaning: "model", of: (n: number) => pow(2, n)}
] as const;

/** How fast four functions grow, on an axis of equal steps and on one of equal factors. */
export const growthScales = (name = "growth-scales") =>
  figure<Value>({
    name,
    title: "How fast things grow",
    caption:
      "Four quantities that grow with n. On an axis with equal steps one of them leaves the picture at once. On an axis with equal factors it becomes a straight line, and all four can be read.",
    controls: {
      scale: choice<Value["scale"]>(["equal steps", "equal factors"], {label: "Vertical axis with"}),
      most: slider([4, 60], {label: "n up to", value: 12, step: 2})
    },
    draw: ({scale, most}, {width}) => {
      const factors = scale === "equal factors";
      const top = factors ? pow(2, most) : most * most;
      const points = (of: (n: number) => number): readonly Point[] =>
        Array.from({length: 121}, (_, i): Point => {
          const n = 2 + ((most - 2) * i) / 120;
          return [n, of(n) <= top * 1.001 ? of(n) : NaN];
        });
      const lines = CURVES.map((curve) => ({...curve, points: points(curve.of)}));
      return chart({
        width,
        height: 320,
        marginRight: 48,
        marginLeft: 52,
        x: {domain: [2, most], label: "n"},
        y: {
          domain: [factors ? 1 : 0, top],
          label: "Size",
          ...(factors ? {scale: "log" as const, format: decades(Math.max(1, Math.ceil(most / 20)))} : {})
        },
        marks: [
          ...lines.map(({points, meaning, name}) => line(points, {meaning, name})),
          ends(
            lines.map(({points, meaning, name}) => {
              const [x, y] = points.filter(([, y]) => Number.isFinite(y)).at(-1) ?? [2, 1];
              return {x, y, text: name, meaning};
            })
          )
        ]
      });
    },
    describe: ({scale, most}) =>
      `On an axis with ${scale}, up to n = ${most}: ${CURVES.map(({name, of}) => `${name} is ${writeNumber(of(most), 3)}`).join(", ")}.`,
    code: ({most}) => `import {log2, pow} from "llm-first-principles";

for (let n = 2; n <= ${most}; n += 2) console.log(n, log2(n), n * n, pow(2, n));`,
    rows: ({most}) =>
      Array.from({length: most - 1}, (_, i) => i + 2).map((n) => ({n, log: log2(n), square: n * n, power: pow(2, n)}))
  });
