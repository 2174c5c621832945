import {formulaText} from "../model/formulaText.js";
import {table} from "../../../components/chart/table.js";
import {graphOf, rules, type Expression, type Rule} from "/lib/scalar.js";

/** Backward as it is often written at first: a share that arrives replaces what was there. */
export function overwritten(root: Expression): ReadonlyMap<Expression, number> {
  const nodes = graphOf(root);
  const gradients = nodes.map(() => 0);
  gradients[nodes.length - 1] = 1;
  for (let i = nodes.length - 1; i >= 0; i--)
    for (const {id, slope} of nodes[i]!.inputs) gradients[id] = gradients[i]! * slope; // should be +=
  return new Map(nodes.map(({expression}, i) => [expression, gradients[i]!]));
}

/** Backward in the order in which nodes are first reached from the output, each once. */
export function firstReached(root: Expression): ReadonlyMap<Expression, number> {
  const nodes = graphOf(root);
  const gradients = nodes.map(() => 0);
  gradients[nodes.length - 1] = 1;
  const queue = [nodes.length - 1];
  for (const i of queue)
    for (const {id, slope} of nodes[i]!.inputs) {
      gradients[id]! += gradients[i]! * slope;
      if (!queue.includes(id)) queue.push(id);
    }
  return new Map(nodes.map(({expression}, i) => [expression, gradients[i]!]));
}

/** The rules that the engine has, as it states them itself. */
export function ruleTable(): HTMLElement {
  const all: readonly Rule[] = Object.values(rules);
  return table(all, [
    {label: "Operation", value: ({op}) => op},
    {label: "Value", value: ({formula}) => formulaText(formula)},
    {label: "∂ / ∂x", value: ({slopeFormulas}) => formulaText(slopeFormulas[0] ?? "")},
    {label: "∂ / ∂y", value: ({slopeFormulas: [, second]}) => (second === undefined ? "" : formulaText(second))}
  ]);
}
