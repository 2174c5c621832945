import {label} from "../../../components/chart/chart.js";
import {svg, element} from "../../../components/element.js";
import {select, slider, textInput} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {table} from "../../../components/chart/table.js";
import {TOKENS, type Token} from "../model/tinyHidden.js";
import {KEPT, tinyReading, type TinyReading} from "../model/tinyRecurrent.js";

interface Value {
  readonly read: string;
  readonly next: Token;
  readonly kept: number;
}

const LONGEST = 6;
const isToken = (letter: string): letter is Token => TOKENS.some((token) => token === letter);
const lettersOf = (read: string): readonly Token[] => [...read].filter(isToken);
const three = (v: number): string =>
  v
    .toFixed(3)
    .replace("-", "−")
    .replace(/^−0\.000$/, "0.000");
const pair = (list: readonly number[]): string => `(${list.map(three).join(", ")})`;

/** The tiny network with a memory, unrolled over a few letters, with what comes back to each. */
export function tinyUnrolled(name = "tiny-unrolled") {
  return figure<Value, TinyReading>({
    name,
    title: "Unrolled over a few letters",
    caption:
      "Two units read one letter after another; the network is drawn once for each. To the right, what is remembered goes on. To the left, from the loss at the end, the slopes come back: the thicker the line, the longer the slope.",
    controls: {
      read: textInput({
        label: "Letters read",
        value: "ann",
        size: LONGEST,
        valid: (text) => /^[aben]+$/.test(text),
        rule: "one to six of the letters a, b, e, n",
        example: "ben"
      }),
      next: select<Token>([...TOKENS], {label: "Then comes", value: "a"}),
      kept: slider([-2, 2], {
        label: "Recurrent weight",
        value: KEPT,
        step: 0.1,
        format: (v) => v.toFixed(1).replace("-", "−")
      })
    },
    compute: ({read, next, kept}) => tinyReading(lettersOf(read), next, kept),
    draw: ({next}, {width, result}) => {
      const {steps, probabilities, loss, recurrent} = result;
      return element(
        "div",
        {},
        chain(result, next, width),
        element(
          "div",
          {className: "scroll"},
          table(
            steps.map((step, t) => ({...step, t: t + 1})),
            [
              {label: "Step", value: ({t, letter}) => `${t}: ${letter}`},
              {label: "h", value: ({h}) => pair(h)},
              {label: "δh", value: ({slopeH}) => pair(slopeH)},
              {label: "δz", value: ({slopeZ}) => pair(slopeZ)}
            ]
          )
        ),
        element(
          "p",
          {className: "fig-note"},
          `Probability of ${next}: ${three(probabilities[TOKENS.indexOf(next)] ?? NaN)}. Loss `,
          element("b", {}, three(loss)),
          ` nats. Gradient of the recurrent weights: ${recurrent.map(pair).join(" and ")}`
        )
      );
    },
    describe: ({read, next, kept}, {steps, loss}) =>
      `After “${read}”, with recurrent weight ${kept}, the loss of ${next} is ${three(loss)} nats. ${steps.map(({letter, h, slopeH}, t) => `Step ${t + 1} reads ${letter}: h ${pair(h)}, slope ${pair(slopeH)}`).join(". ")}.`,
    code: ({
      read,
      next,
      kept
    }) => `import {add, crossEntropy, grad, matmul, mul, slice, tanh, tensor} from "llm-first-principles/tensor";

const vectors = tensor([[0, 0], [1, 0], [0, 1], [1, 1], [-1, 1]], "float64");
const output = tensor([[0, 1, -1, 0, 1], [1, 0, 0, -1, 1]], "float64");
const loss = (recurrent) => {
  let h = tensor([[0, 0]], "float64");
  for (const i of [${lettersOf(read)
    .map((letter) => TOKENS.indexOf(letter))
    .join(", ")}]) h = tanh(add(slice(vectors, [i, i + 1]), matmul(h, recurrent)));
  return crossEntropy(matmul(h, output), tensor([${TOKENS.indexOf(next)}], "int32"));
};
const recurrent = mul(tensor([[1, 0], [0, 1]], "float64"), ${kept});
console.log(loss(recurrent).data[0], grad(loss)(recurrent).data);`,
    rows: (_, {steps}) =>
      steps.map(({letter, h, slopeH}, t) => ({
        step: t + 1,
        letter,
        h1: h[0],
        h2: h[1],
        slope1: slopeH[0],
        slope2: slopeH[1]
      }))
  });
}

/** A node for each letter, with the memory going right and the slopes coming left. */
function chain({steps}: TinyReading, next: Token, width: number): SVGSVGElement {
  const height = 150;
  const count = steps.length + 1;
  const x = (t: number): number => (width * (t + 0.5)) / count;
  const long = (list: readonly number[]): number => Math.sqrt(list.reduce((sum, v) => sum + v * v, 0));
  const most = Math.max(1e-12, ...steps.map(({slopeH}) => long(slopeH)));
  const middle = 66;
  const half = Math.min(34, width / count / 3.2);
  const box = (t: number, text: string, meaning: string) => [
    svg("rect", {
      x: x(t) - half,
      y: middle - 20,
      width: 2 * half,
      height: 40,
      "stroke-width": 1.5,
      style: `fill:var(--surface);stroke:var(--${meaning})`
    }),
    label(x(t), middle + 5, text, {"text-anchor": "middle", style: `fill:var(--${meaning});font-size:14px`})
  ];
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    label(0, 13, "Slopes come back (above), memory goes on (below)"),
    ...steps.flatMap(({slopeH, letter}, t) => [
      svg("line", {
        x1: x(t) + half,
        x2: x(t + 1) - half,
        y1: middle - 9,
        y2: middle - 9,
        "stroke-width": Math.max(0.75, (10 * long(slopeH)) / most).toFixed(2),
        style: "stroke:var(--gradient)"
      }),
      svg("line", {
        x1: x(t) + half,
        x2: x(t + 1) - half,
        y1: middle + 11,
        y2: middle + 11,
        "stroke-width": 2,
        style: "stroke:var(--model)"
      }),
      label((x(t) + x(t + 1)) / 2, middle - 20, three(long(slopeH)), {
        "text-anchor": "middle",
        style: "fill:var(--gradient)"
      }),
      ...box(t, `h${"₁₂₃₄₅₆"[t]}`, "model"),
      svg("line", {
        x1: x(t),
        x2: x(t),
        y1: middle + 22,
        y2: middle + 44,
        "stroke-width": 2,
        style: "stroke:var(--data)"
      }),
      label(x(t), middle + 62, letter, {"text-anchor": "middle", style: "fill:var(--data);font:600 17px var(--mono)"})
    ]),
    ...box(count - 1, "loss", "loss-train"),
    label(x(count - 1), middle + 62, next, {
      "text-anchor": "middle",
      style: "fill:var(--data);font:600 17px var(--mono)"
    })
  );
}
