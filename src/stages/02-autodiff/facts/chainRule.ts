import {log10} from "/lib/index.js";
import {add, backward, inputsOf, mul, relu, sigmoid, sin, tanh, variable, type Expression} from "/lib/scalar.js";

const links = {
  sigmoid: (x: Expression) => sigmoid(x),
  tanh: (x: Expression) => tanh(x),
  relu: (x: Expression) => relu(mul(1.1, x)),
  shrunk: (x: Expression) => relu(mul(0.9, x)),
  residual: (x: Expression) => add(x, mul(0.1, tanh(x)))
};

/** The slope of n equal links from x = 1. */
function slopeAfter(link: (x: Expression) => Expression, n: number): number {
  const x = variable(1);
  let y = x;
  for (let k = 0; k < n; k++) y = link(y);
  return backward(y).get(x);
}

/** Paths and edges of n layers of a product and a sum of the two before. */
function layered(n: number) {
  const x = variable(0.5);
  let pair: readonly [Expression, Expression] = [tanh(x), sin(x)];
  for (let k = 1; k < n; k++) pair = [mul(...pair), add(...pair)];
  const root = add(...pair);
  const paths = new Map<Expression, number>([[x, 1]]);
  let edges = 0;
  const count = (node: Expression): number => {
    const known = paths.get(node);
    if (known !== undefined) return known;
    edges += inputsOf(node).length;
    const ways = inputsOf(node).reduce((sum, input) => sum + count(input), 0);
    paths.set(node, ways);
    return ways;
  };
  return {[`paths${n}`]: count(root), [`edges${n}`]: edges};
}

/** Long products of slopes, and how many paths a small graph has. */
export const facts = () => ({
  ...Object.fromEntries(
    Object.entries(links).flatMap(([name, link]) => [10, 50, 100].map((n) => [`${name}${n}`, slopeAfter(link, n)]))
  ),
  sigmoidTens: log10(slopeAfter(links.sigmoid, 10)),
  ...layered(2),
  ...layered(10),
  ...layered(30)
});
