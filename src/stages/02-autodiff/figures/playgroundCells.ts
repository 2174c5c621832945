/** What the playground of derivatives shows beside the code of its cells. */
import type {ScalarMlpConfig} from "/lib/stages/autodiff.js";
import {backward, graphOf, parse, type Expression} from "/lib/scalar.js";
import {textInput, type TextOptions} from "../../../components/figure/controls.js";
import {table} from "../../../components/chart/table.js";
import type {Control} from "../../../components/figure/control.js";

const canBeRead = (text: string): boolean => {
  try {
    parse(text, {x: 1, y: 1});
    return true;
  } catch {
    return false;
  }
};

/** A formula in x and y, whose value changes only to those that can be read. */
export function formulaInput(options: Pick<TextOptions, "label" | "value">): Control<string> {
  return textInput({
    ...options,
    size: 80,
    rule: "a formula in x and y, such as x * tanh(y)",
    example: "exp(x) / y",
    valid: canBeRead
  });
}

/** All nodes of an expression, oldest first, with the derivative of the whole with respect to each. */
export function graphTable(root: Expression): HTMLElement {
  const slopes = backward(root);
  const nodes = graphOf(root);
  const name = (id: number): string =>
    nodes[id]?.label ?? (nodes[id]?.op === "constant" ? String(nodes[id].value) : `v${id}`);
  return table(nodes, [
    {label: "Node", value: ({id}) => name(id)},
    {
      label: "Is",
      value: ({op, inputs}) => (inputs.length === 0 ? op : `${op}(${inputs.map(({id}) => name(id)).join(", ")})`)
    },
    {label: "Value", value: ({value}) => value, format: (v) => v.toFixed(5)},
    {label: "Derivative of the whole", value: ({expression}) => slopes.get(expression), format: (v) => v.toFixed(5)}
  ]);
}

/** The same run as a reader would write it in a project. */
export const derivativesCode = (
  config: ScalarMlpConfig
): string => `import {every, run, ticks} from "llm-first-principles";
import {scalarMlp} from "llm-first-principles/stages/autodiff";
import {take} from "rxjs";

const config = ${JSON.stringify(config)
  .replace(/"(\w+)":/g, "$1: ")
  .replaceAll(",", ", ")};

ticks()
  .pipe(run(scalarMlp, config), take(301), every(10))
  .subscribe(({step, metrics}) => console.log(step, metrics.trainLoss.toFixed(4), metrics.validationAccuracy));`;
