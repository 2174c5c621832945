import {expect, it} from "vitest";
import {backward} from "../../../lib/autodiff/scalar/backward.js";
import {constant, inputsOf, variable, type Expression} from "../../../lib/autodiff/scalar/expression.js";
import {gradients} from "../../../lib/autodiff/scalar/gradients.js";
import {add, log, mul, pow, sigmoid, sin, sqrt} from "../../../lib/autodiff/scalar/operations.js";
import {reach} from "../../../lib/autodiff/scalar/reach.js";
import {dot, sum} from "../../../lib/autodiff/scalar/sums.js";
import {tangents} from "../../../lib/autodiff/scalar/tangents.js";

const times = (n: number, make: (i: number) => void): void => {
  for (let i = 0; i < n; i++) make(i);
};

it("a chain of a million operations has a gradient, a tangent, and a gradient expression", () => {
  const x = variable(1);
  let root = x;
  times(1_000_000, () => (root = add(root, 1e-6)));
  expect(backward(root).get(x)).toBe(1);
  expect(tangents(root, new Map([[x, 2]])).get(root)).toBe(2);
  expect(gradients(root, [x])[0]!.value).toBe(1);
});

it("a variable used by many has the sum of what they hand back", () => {
  const x = variable(3);
  expect(backward(sum(Array.from({length: 1000}, () => mul(x, x)))).get(x)).toBe(6000);
  expect(backward(mul(add(x, x), x)).get(x)).toBe(12);
  let doubled = x;
  times(40, () => (doubled = add(doubled, doubled))); // 2^40 paths
  expect(backward(doubled).get(x)).toBe(2 ** 40);
});

it("changes nothing: asked again, it gives the same, and the graph is as it was", () => {
  const x = variable(0.5, "x");
  const root = mul(sin(x), sigmoid(x));
  const shape = (e: Expression): unknown => [e.rule.op, e.value, e.birth, e.label, inputsOf(e).map(shape)];
  const before = JSON.stringify(shape(root));
  const [first, second] = [backward(root), backward(root)];
  expect([...second]).toEqual([...first]);
  expect(JSON.stringify(shape(root))).toBe(before);
});

it("reads like a map: youngest first, each expression once, 0 for what is not in it", () => {
  const [x, y, other] = [variable(2), variable(3), variable(9)];
  const product = mul(x, y);
  const root = add(product, x);
  const found = backward(root);
  expect([...found]).toEqual([
    [root, 1],
    [product, 1],
    [y, 2],
    [x, 4]
  ]);
  expect([found.get(other), found.has(other), found.has(x)]).toEqual([0, false, true]);
  expect(backward(x).get(x)).toBe(1);
  const young = mul(root, 2);
  expect([found.get(young), found.has(young)]).toEqual([0, false]);
});

it("graphs that are built by turns do not disturb each other", () => {
  const xs = Array.from({length: 50}, (_, i) => variable(i + 1));
  const roots: Expression[] = [...xs];
  times(200, () => roots.forEach((root, i) => (roots[i] = add(mul(root, 0.5), xs[i]!))));
  const alone = (value: number): number => {
    const x = variable(value);
    let root = x;
    times(200, () => (root = add(mul(root, 0.5), x)));
    return backward(root).get(x);
  };
  roots.forEach((root, i) => {
    const found = backward(root);
    expect(found.get(xs[i]!)).toBe(alone(i + 1));
    expect(found.get(xs[(i + 1) % 50]!)).toBe(0);
  });
});

it("needs places for what a root depends on, and not for all that was born since its oldest input", () => {
  const old = variable(2);
  times(3_000_000, () => void variable(0));
  const root = mul(add(old, 1), old);
  expect(reach(root).places).toBe(4);
  expect(backward(root).get(old)).toBe(5);
  expect(gradients(root, [old])[0]!.value).toBe(5);
  expect(backward(root).has(variable(1))).toBe(false);
});

it("finds the same in a graph that is spread out as in one that is not", () => {
  const build = (apart: number): readonly [Expression, Expression] => {
    const x = variable(0.3);
    let root: Expression = x;
    times(300, (i) => {
      times(apart, () => void variable(0));
      root = i % 3 === 0 ? add(root, x) : i % 3 === 1 ? sin(root) : dot([root, x], [x, 0.5]);
    });
    return [root, x];
  };
  const [[near, a], [far, b]] = [build(0), build(100)];
  expect(reach(far).places).toBeLessThan(far.birth - far.oldest);
  expect(backward(far).get(b)).toBe(backward(near).get(a));
  expect(Array.from(backward(far), ([, g]) => g)).toEqual(Array.from(backward(near), ([, g]) => g));
});

it("an exponent that is a constant takes no gradient, so a base below 0 has one", () => {
  const x = variable(-2);
  expect(backward(pow(x, 3)).get(x)).toBe(12);
  expect(backward(pow(x, constant(2))).get(x)).toBe(-4);
  expect(gradients(pow(x, 3), [x])[0]!.value).toBe(12);
  const [y, n] = [variable(0), variable(2)];
  expect([backward(pow(y, n)).get(n), backward(pow(y, 0)).get(y), gradients(pow(y, 0), [y])[0]!.value]).toEqual([
    0, 0, 0
  ]);
});

it("gradients of gradients go on: xⁿ has n! after n, and 0 after that", () => {
  const x = variable(1.5);
  let root: Expression = pow(x, 5);
  times(5, () => (root = gradients(root, [x])[0]!));
  expect(root.value).toBeCloseTo(120, 10);
  expect(gradients(root, [x])[0]!.value).toBe(0);
});

it("infinite slopes are passed on as they are", () => {
  const x = variable(0);
  expect(backward(sqrt(x)).get(x)).toBe(Infinity);
  expect(backward(log(x)).get(x)).toBe(Infinity);
});

it("refuses operands that are neither numbers nor expressions", () => {
  // @ts-expect-error strings are no operands
  expect(() => add("1", 2)).toThrow(/operands are numbers and expressions[\s\S]*"1"/);
  // @ts-expect-error what looks like an expression is none
  expect(() => sin({value: 1})).toThrow(/operands are numbers and expressions/);
  // @ts-expect-error a variable is a number
  expect(() => variable(undefined)).toThrow(/variable: operands are numbers/);
  expect(() => dot([1, 2], [1])).toThrow(/both lists have the same length/);
});
