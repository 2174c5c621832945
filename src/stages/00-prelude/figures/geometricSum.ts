import {pow} from "/lib/index.js";
import {heat} from "../../../components/chart/heatmap.js";
import {element, svg} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";

interface Value {
  readonly r: number;
  readonly n: number;
}

const HEIGHT = 96;
const total = ({r, n}: Value): number => (1 - pow(r, n)) / (1 - r);

/** The terms of a geometric sum as pieces laid end to end, which never reach past 1/(1 − r). */
export const geometricSum = (name = "geometric-sum") =>
  figure<Value>({
    name,
    title: "Pieces that shrink have an end",
    caption:
      "Each piece is r times as long as the one before it. However many are laid end to end, they stay short of the dotted mark at 1/(1 − r).",
    controls: {
      r: slider([0.1, 0.95], {label: "r", value: 0.5, step: 0.05, format: (r) => r.toFixed(2)}),
      n: slider([1, 60], {label: "Pieces", value: 5})
    },
    draw: (value, {width}) => {
      const limit = 1 / (1 - value.r);
      const to = (length: number): number => 6 + ((width - 24) * length) / limit;
      const pieces = Array.from({length: value.n}, (_, k) => ({
        from: to(total({...value, n: k})),
        until: to(total({...value, n: k + 1})),
        text: k === 0 ? "1" : k === 1 ? "r" : k === 2 ? "r²" : k === 3 ? "r³" : "r⁴",
        named: k < 5
      }));
      const text = {"text-anchor": "middle", style: "fill:var(--ink);font:14px var(--sans)"};
      return element(
        "div",
        {},
        svg(
          "svg",
          {width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, class: "chart"},
          ...pieces.flatMap(({from, until, text: said, named}, k) => [
            svg("rect", {
              x: from,
              y: 26,
              width: Math.max(0.5, until - from - (until - from > 3 ? 1 : 0)),
              height: 34,
              style: `fill:${heat("data", k % 2 === 0 ? 0.45 : 0.25)}`
            }),
            ...(named && until - from > 18 ? [svg("text", {x: (from + until) / 2, y: 48, ...text}, said)] : [])
          ]),
          svg("line", {
            x1: to(limit),
            x2: to(limit),
            y1: 12,
            y2: 72,
            "stroke-width": 2,
            "stroke-dasharray": "3 3",
            style: "stroke:var(--ink)"
          }),
          svg(
            "text",
            {x: to(limit) + 8, y: 90, "text-anchor": "end", style: "fill:var(--ink);font:13px var(--sans)"},
            `1/(1 − r) = ${writeNumber(limit, 3)}`
          )
        ),
        element(
          "p",
          {className: "fig-note"},
          `${value.n} ${value.n === 1 ? "piece makes" : "pieces make"} `,
          element("b", {}, writeNumber(total(value), 6)),
          `; ${writeNumber(limit - total(value), 2)} is left`
        )
      );
    },
    describe: (value) =>
      `With r = ${value.r.toFixed(2)}, the sum of the first ${value.n} pieces is ${writeNumber(total(value), 6)}. The mark stands at ${writeNumber(1 / (1 - value.r), 4)}.`,
    code: ({r, n}) => `let [sum, piece] = [0, 1];
for (let k = 0; k < ${n}; k++) {
  sum += piece;
  piece *= ${r};
}
console.log(sum, 1 / (1 - ${r}));`,
    rows: ({r, n}) => Array.from({length: n}, (_, k) => ({pieces: k + 1, sum: total({r, n: k + 1})}))
  });
