import {element} from "../../../components/element.js";
import {select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {table} from "../../../components/chart/table.js";
import {TOKENS, type TinyPass, type Token} from "../model/tinyHidden.js";
import {tinyScaled} from "../model/tinyScaled.js";
import {tokenTable} from "./tokenTable.js";

interface Value {
  readonly hidden: number;
  readonly output: number;
  readonly next: Token;
}

const number = (v: number): string => {
  const text = Math.abs(v) >= 0.00005 || v === 0 ? v.toFixed(4) : v.toExponential(1).replace("e-", " · 10^−");
  return text.replace(/^-/, "−").replace(/^−0\.0000$/, "0.0000");
};

/** The tiny network with weights that start too large: what it says, and what slope arrives where. */
export function tinyScales(name = "tiny-scales") {
  return figure<Value, TinyPass>({
    name,
    title: "Two scales in the tiny network",
    caption:
      "After “a”, with the weights of the hidden layer and those of the output layer times a scale each. First the first hidden neuron: its sum, its answer, the slope of the loss by the answer, and by the sum. Then what the network expects.",
    controls: {
      hidden: slider([0.5, 8], {label: "Hidden weights ×", value: 1, step: 0.5, format: (v) => v.toFixed(1)}),
      output: slider([0.5, 12], {label: "Output weights ×", value: 1, step: 0.5, format: (v) => v.toFixed(1)}),
      next: select<Token>([...TOKENS], {label: "comes", value: "n"})
    },
    compute: ({hidden, output, next}) => tinyScaled(hidden, output, next),
    draw: ({next}, {result: {z, h, logits, probabilities, loss, slopes}}) => {
      const [dh, dz] = [slopes.h[0]!, slopes.z[0]!];
      return element(
        "div",
        {},
        element(
          "div",
          {className: "scroll"},
          table(
            [
              {what: "Sum z₁", value: z[0]!, back: dz},
              {what: "Answer h₁ = tanh z₁", value: h[0]!, back: dh}
            ],
            [
              {label: "First neuron", value: ({what}) => what},
              {label: "Value", value: ({value}) => value, format: number},
              {label: "Slope of the loss", value: ({back}) => back, format: number}
            ]
          ),
          tokenTable({next, logits, probabilities, slopes: slopes.logits, format: number})
        ),
        element(
          "p",
          {className: "fig-note"},
          "Loss ",
          element("b", {}, number(loss)),
          ` nats. Of the slope by h₁, a share of ${number(1 - h[0]! * h[0]!)} passes the tanh.`
        )
      );
    },
    describe: ({hidden, output, next}, {h, probabilities, loss, slopes}) =>
      `Hidden weights times ${hidden}, output weights times ${output}, and ${next} comes after a: h₁ ${number(h[0]!)}, slope by h₁ ${number(slopes.h[0]!)}, by z₁ ${number(slopes.z[0]!)}; probabilities ${TOKENS.map((t, i) => `${t} ${number(probabilities[i]!)}`).join(", ")}; loss ${number(loss)} nats.`,
    code: ({
      hidden,
      output,
      next
    }) => `import {affine, crossEntropy, grad, matmul, tanh, tensor} from "llm-first-principles/tensor";

const weight = affine(tensor([[1, 0], [0, 1]], "float64"), ${hidden}, 0);
const out = affine(tensor([[0, 1, -1, 0, 1], [1, 0, 0, -1, 1]], "float64"), ${output}, 0);
const loss = (z) => crossEntropy(matmul(tanh(z), out), tensor([${TOKENS.indexOf(next)}], "int32"));
const z = matmul(tensor([[1, 0]], "float64"), weight);
console.log(loss(z).data[0], grad(loss)(z).data);`,
    rows: (_, {logits, probabilities, slopes}) =>
      TOKENS.map((token, i) => ({token, logit: logits[i], probability: probabilities[i], slope: slopes.logits[i]}))
  });
}
