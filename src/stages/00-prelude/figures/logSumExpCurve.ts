import {chart, dotsAt, ends, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {asWritten, logSumExp} from "../model/logSumExp.js";

interface Value {
  readonly a: "0" | "700" | "800" | "−800";
  readonly gap: number;
}

const numberOf = (a: Value["a"]): number => Number(a.replace("−", "-"));
const REACH = 6;

/** log(eᵃ + eᵇ) is the larger of the two, with its corner rounded off; and one way to compute it breaks far from zero. */
export const logSumExpCurve = (name = "log-sum-exp") =>
  figure<Value>({
    name,
    title: "The larger one, with its corner rounded off",
    caption:
      "log(eᵃ + eᵇ) for a fixed a, as b moves past it. The dashed line is the larger of the two. Then try an a so large, or so small, that the exponential of it is no number any more.",
    controls: {
      a: choice<Value["a"]>(["0", "700", "800", "−800"], {label: "a"}),
      gap: slider([-REACH, REACH], {
        label: "b − a",
        value: 1,
        step: 0.25,
        format: (v) => v.toFixed(2).replace("-", "−")
      })
    },
    draw: ({a, gap}, {width}) => {
      const first = numberOf(a);
      const curve = (of: (b: number) => number): readonly Point[] =>
        Array.from({length: 97}, (_, i): Point => {
          const d = -REACH + i / 8;
          return [d, of(first + d) - first];
        });
      const second = first + gap;
      return element(
        "div",
        {},
        chart({
          width,
          height: 280,
          marginRight: 20,
          x: {domain: [-REACH, REACH], label: "b − a"},
          y: {domain: [-1, REACH + 1], label: "How far above a"},
          marks: [
            line(
              curve((b) => Math.max(first, b)),
              {meaning: "ink", width: 1.5, dashed: true, name: "the larger"}
            ),
            line(
              curve((b) => logSumExp(first, b)),
              {meaning: "model", name: "log-sum-exp"}
            ),
            dotsAt([[gap, logSumExp(first, second) - first]], "model", 6),
            ends([{x: -REACH + 0.2, y: 0.55, text: "log(eᵃ + eᵇ)", meaning: "model"}])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          "As it is written: ",
          element("b", {}, writeNumber(asWritten(first, second), 6)),
          ". With the larger taken out: ",
          element("b", {}, writeNumber(logSumExp(first, second), 6))
        )
      );
    },
    describe: ({a, gap}) => {
      const first = numberOf(a);
      return `For a = ${a} and b = ${writeNumber(first + gap, 5)}, log(eᵃ + eᵇ) is ${writeNumber(logSumExp(first, first + gap), 6)}. Computed as it is written it gives ${writeNumber(asWritten(first, first + gap), 6)}. The larger of the two is ${writeNumber(Math.max(first, first + gap), 5)}.`;
    },
    code: ({a, gap}) => `import {exp, log, log1p} from "llm-first-principles";

const [a, b] = [${numberOf(a)}, ${numberOf(a) + gap}];
const large = Math.max(a, b);
console.log(log(exp(a) + exp(b)), large + log1p(exp(Math.min(a, b) - large)));`,
    rows: ({a}) =>
      Array.from({length: 49}, (_, i) => -REACH + i / 4).map((d) => ({
        a: numberOf(a),
        b: numberOf(a) + d,
        logSumExp: logSumExp(numberOf(a), numberOf(a) + d)
      }))
  });
