import {log10} from "/lib/index.js";
import {add, backward, inputsOf, mul, relu, sigmoid, sin, tanh, variable, type Expression} from "/lib/scalar.js";

const links = {
  sigmoid: (x: Expression) => sigmoid(x),
  tanh: (x: Expression) => tanh(x),
  relu: (x: Expression) => relu(mul(1.1, x)),
  shrunk: (x: Expression) => relu(mul(0.9, x)),
  residual: (x: Expression) => add(x, mul(0.1, tanh(x))),
  tame: (x: Expression) => add(x, mul(0.01, tanh(x)))
};

/** The slope of n equal links. */
function slopeAfter(link: (x: Expression) => Expression, n: number, start = 1): number {
  const x = variable(start);
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
  residualAtZero10: slopeAfter(links.residual, 10, 0),
  residualAtZero50: slopeAfter(links.residual, 50, 0),
  residualAtZero100: slopeAfter(links.residual, 100, 0),
  tameAtZero100: slopeAfter(links.tame, 100, 0),
  sigmoidTens: log10(slopeAfter(links.sigmoid, 10)),
  ...layered(2),
  ...layered(10),
  ...layered(30)
});

/** What the page says of them in words. */
export const claims = (f: Readonly<Record<string, number>>) => {
  const of = (name: string): number => f[name] ?? NaN;
  const falls = (name: string): boolean => of(`${name}10`) > of(`${name}50`) && of(`${name}50`) > of(`${name}100`);
  return {
    sigmoidVanishes: falls("sigmoid") && of("sigmoid100") < 1e-60,
    tanhFallsSlowly: falls("tanh") && of("tanh100") > 1e-3,
    shrunkFalls: falls("shrunk") && of("shrunk100") < 1e-4,
    reluGrows: of("relu10") < of("relu50") && of("relu50") < of("relu100") && of("relu100") > 1e4,
    residualNearOne: of("residual100") > 1 && of("residual100") < 1.5,
    residualStops: of("residual100") - of("residual50") < 0.001,
    residualExplodes: of("residualAtZero100") > 1e4,
    residualAsRelu: Math.abs(of("residualAtZero100") / of("relu100") - 1) < 1e-9,
    tameStays: of("tameAtZero100") > 2.5 && of("tameAtZero100") < 3,
    pathsDouble: of("paths10") === 1024 && of("paths30") === 1024 * 1024 * 1024,
    edgesAddUp: of("edges10") === 40 && of("edges30") === 120,
    pathsAreABillion: of("paths30") > 1e9
  };
};
