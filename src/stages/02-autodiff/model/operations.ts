import {expressions, graphOf, mul, variable, type Expression} from "/lib/scalar.js";

/** Additions, products and calls of functions: for a value, for the tangent besides, and for the way back. */
const OPERATIONS: Readonly<Record<string, readonly [value: number, tangent: number, back: number]>> = {
  add: [1, 1, 2],
  sub: [1, 1, 2],
  mul: [1, 3, 4],
  tanh: [1, 3, 4]
};

function operations(root: Expression) {
  const nodes = graphOf(root).filter(({op}) => OPERATIONS[op] !== undefined);
  const total = (i: 0 | 1 | 2) => nodes.reduce((all, {op}) => all + OPERATIONS[op]![i], 0);
  return {value: total(0), tangent: total(1), back: total(2)};
}

/** What the gradient of the sum of tanh(xᵢ · xᵢ₊₁) over a ring of n inputs costs in each mode, and its value alone. */
export function costs(n: number) {
  const xs = Array.from({length: n}, (_, i) => variable(1 + i / n));
  const terms = xs.map((x, i) => expressions.tanh(mul(x, xs[(i + 1) % n]!)));
  const {value, tangent, back} = operations(terms.reduce((total, x) => expressions.add(total, x)));
  return {value, forward: n * (value + tangent), reverse: value + back};
}
