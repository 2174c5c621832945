import {choice, select, slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {table} from "../../../components/chart/table.js";
import {START, TOKENS, tinyPass, tinyStep, type TinyBend, type TinyPass, type Token} from "../model/tinyHidden.js";
import {tokenTable} from "./tokenTable.js";

interface Value {
  readonly from: Token;
  readonly next: Token;
  readonly bend: TinyBend;
  readonly steps: number;
}

const RATE = 0.5;

/** The pass after so many steps, all on the same pair of tokens. */
function after({from, next, bend, steps}: Value): TinyPass {
  let params = START;
  for (let i = 0; i < steps; i++) params = tinyStep(params, tinyPass(params, from, next, bend), RATE);
  return tinyPass(params, from, next, bend);
}

const four = (v: number): string =>
  v
    .toFixed(4)
    .replace("-", "−")
    .replace(/^−0\.0000$/, "0.0000");

/** The tiny network with every number of its pass, forward and back. */
export function tinyHiddenStep(name = "tiny-hidden-step") {
  return figure<Value, TinyPass>({
    name,
    title: "Every number of the tiny network",
    caption:
      "Five tokens, vectors of width 2, two hidden neurons, five logits. Above: what goes forward, and beside each number the slope of the loss by it, which comes back. Below: what the network expects. Steps are taken on this one pair, at rate 0.5.",
    controls: {
      from: select<Token>([...TOKENS], {label: "After", value: "a"}),
      next: select<Token>([...TOKENS], {label: "comes", value: "n"}),
      bend: choice<TinyBend>(["tanh", "relu", "none"], {label: "Activation"}),
      steps: slider([0, 10], {label: "Steps", value: 0})
    },
    compute: after,
    draw: ({next, bend}, {result: {x, z, h, logits, probabilities, loss, slopes}}) => {
      const row = (what: string, list: readonly number[], back: readonly number[]) => ({what, list, back});
      const pair = (list: readonly number[]): string => `(${list.map(four).join(", ")})`;
      return element(
        "div",
        {},
        element(
          "div",
          {className: "scroll"},
          table(
            [
              row("Vector x", x, slopes.x),
              row("Sums z = x W + b", z, slopes.z),
              row(bend === "none" ? "Hidden h = z" : `Hidden h = ${bend} z`, h, slopes.h)
            ],
            [
              {label: "Forward", value: ({what}) => what},
              {label: "Value", value: ({list}) => pair(list)},
              {label: "Slope of the loss", value: ({back}) => pair(back)}
            ]
          ),
          tokenTable({next, logits, probabilities, slopes: slopes.logits, format: four})
        ),
        element("p", {className: "fig-note"}, "Loss ", element("b", {}, four(loss)), " nats")
      );
    },
    describe: ({from, next, bend, steps}, {h, probabilities, loss, slopes}) =>
      `After ${steps} steps on “${from} then ${next}” with ${bend === "none" ? "no activation" : bend}: hidden (${h.map(four).join(", ")}), probabilities ${TOKENS.map((t, i) => `${t} ${four(probabilities[i]!)}`).join(", ")}, loss ${four(loss)} nats, slopes by the vector (${slopes.x.map(four).join(", ")}).`,
    code: ({from, next, bend}) => {
      const [i, j] = [TOKENS.indexOf(from), TOKENS.indexOf(next)];
      const names = ["crossEntropy", "grad", "matmul", "slice", "tensor", ...(bend === "none" ? [] : [bend])].sort();
      const hidden = "matmul(slice(vectors, [" + `${i}, ${i + 1}` + "]), weight)";
      return `import {${names.join(", ")}} from "llm-first-principles/tensor";

const params = {
  vectors: tensor([[0, 0], [1, 0], [0, 1], [1, 1], [-1, 1]], "float64"),
  weight: tensor([[1, 0], [0, 1]], "float64"),
  output: tensor([[0, 1, -1, 0, 1], [1, 0, 0, -1, 1]], "float64")
};
const loss = ({vectors, weight, output}) =>
  crossEntropy(matmul(${bend === "none" ? hidden : `${bend}(${hidden})`}, output), tensor([${j}], "int32"));
console.log(loss(params).data[0], grad(loss)(params).vectors.data);`;
    },
    rows: (_, {logits, probabilities, slopes}) =>
      TOKENS.map((token, i) => ({
        token,
        logit: logits[i],
        probability: probabilities[i],
        slope: slopes.logits[i]
      }))
  });
}
