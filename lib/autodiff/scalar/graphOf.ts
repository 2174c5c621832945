import {inputsOf, slopeOf, type Expression} from "./expression.js";
import {reach} from "./reach.js";
import {rules, type Op, type Rule} from "./rules.js";

/** An expression as a drawing needs it. */
export interface GraphNode {
  /** Its place in `nodes`. */
  readonly id: number;
  readonly op: Op;
  readonly label: string | undefined;
  readonly value: number;
  /** TeX of what it does to its inputs x and y; empty for a leaf. */
  readonly formula: string;
  readonly inputs: readonly GraphEdge[];
  /** What it draws: the key by which gradients and tangents are asked for. */
  readonly expression: Expression;
}

/** What one expression passes to another: its value, and against its direction a share of the gradient. */
export interface GraphEdge {
  /** Of the input. */
  readonly id: number;
  /** The local derivative. */
  readonly slope: number;
  /** TeX of it, in x and y. */
  readonly formula: string;
}

/** All that a root depends on, as plain records, oldest first: each once, however often it is used. The root is last. */
export function graphOf(root: Expression): readonly GraphNode[] {
  const found = reach(root).at.filter((expression) => expression !== undefined);
  const ids = new Map(found.map((expression, id) => [expression, id]));
  return found.map((expression, id) => {
    const {rule, label, value} = expression;
    const formula = formulas(rule.op);
    const inputs = inputsOf(expression);
    return {
      id,
      op: rule.op,
      label,
      value,
      formula: formula.value,
      inputs: inputs.map((input, i) => ({
        id: ids.get(input)!,
        slope: slopeOf(expression, i),
        formula: isFixed(expression, i) ? "0" : formula.slope(i, inputs.length)
      })),
      expression
    };
  });
}

const isFixed = ({rule, second}: Expression, i: number): boolean =>
  rule.op === "pow" && i === 1 && second!.rule.op === "constant";

interface Formulas {
  readonly value: string;
  readonly slope: (i: number, inputs: number) => string;
}

function formulas(op: Op): Formulas {
  if (op === "variable" || op === "constant") return {value: "", slope: () => ""};
  if (op === "sum") return {value: "\\sum_i x_i", slope: () => "1"};
  if (op === "dot")
    return {
      value: "\\sum_i x_i\\,y_i",
      slope: (i, inputs) => (i < inputs / 2 ? `y_{${i + 1}}` : `x_{${i + 1 - inputs / 2}}`)
    };
  const {formula, slopeFormulas}: Rule = rules[op];
  return {value: formula, slope: (i) => slopeFormulas[i]!};
}
