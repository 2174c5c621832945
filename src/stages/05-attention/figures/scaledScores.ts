import {bars} from "../../../components/chart/bars.js";
import {element} from "../../../components/element.js";
import {action, select, toggle} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {jacobianSize, scoresDrawn, softmaxOf, spreadOf} from "../model/scoresDrawn.js";

interface Value {
  readonly width: string;
  readonly scaled: boolean;
  readonly draw: number;
}

const KEYS = 16;
const WIDTHS = ["1", "4", "16", "64", "256", "1024"] as const;

interface Seen {
  readonly scores: readonly number[];
  readonly weights: readonly number[];
}

const seen = ({width, scaled, draw}: Value): Seen => {
  const d = Number(width);
  const scores = scoresDrawn(d, KEYS, 1000 + draw).map((score) => score / (scaled ? Math.sqrt(d) : 1));
  return {scores, weights: softmaxOf(scores)};
};
const number = (x: number): string => x.toFixed(2).replace("-", "−");

/** What √d is for: weights of random queries and keys, wider and wider. */
export function scaledScores(name = "scaled-scores") {
  return figure<Value, Seen>({
    name,
    title: "Random queries and keys, wider and wider",
    caption:
      "One query and sixteen keys, all of whose numbers are drawn with variance 1, as those of a network before training are. The bars are the weights that softmax makes of their products. Below: over how many keys the weight is spread, and how large the Jacobian of softmax is, through which every gradient must go.",
    controls: {
      width: select<string>(WIDTHS, {label: "Numbers of a head, d", value: "64"}),
      scaled: toggle({label: "Divide by √d"}),
      draw: action({label: "Draw again"})
    },
    compute: seen,
    draw: (_, {width, result: {weights}}) =>
      element(
        "div",
        {},
        bars({
          width,
          height: 260,
          bars: weights.map((value, i) => ({name: String(i + 1), value})),
          label: "Weight of each key",
          meaning: "attention",
          max: 1
        }),
        element(
          "p",
          {className: "fig-note"},
          `Largest weight ${number(Math.max(...weights))} · spread over ${number(spreadOf(weights))} of ${KEYS} keys · size of the Jacobian ${jacobianSize(weights).toPrecision(2)}`
        )
      ),
    describe: ({width, scaled}, {scores, weights}) =>
      `Heads of ${width} numbers, scores ${scaled ? "divided by the root of d" : "as they are"}, from ${number(Math.min(...scores))} to ${number(Math.max(...scores))}. The largest weight is ${number(Math.max(...weights))}, the weight is spread over ${number(spreadOf(weights))} of ${KEYS} keys, and the Jacobian of softmax has size ${jacobianSize(weights).toPrecision(2)}.`,
    code: ({width, scaled}) => `import {fold, key} from "llm-first-principles";
import {affine, matmul, randomNormal, show, softmax} from "llm-first-principles/tensor";

const d = ${width};
const query = randomNormal(fold(key(5), 0), [1, d]);
const keys = randomNormal(fold(key(5), 1), [16, d]);
const scores = matmul(query, keys, {transposeB: true});
console.log(show(softmax(affine(scores, ${scaled ? "1 / Math.sqrt(d)" : "1"}, 0))));`,
    rows: (_, {scores, weights}) => scores.map((score, i) => ({key: i + 1, score, weight: weights[i]}))
  });
}
