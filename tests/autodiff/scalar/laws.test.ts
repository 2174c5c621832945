import fc from "fast-check";
import {expect, it} from "vitest";
import {expressions, numbers} from "../../../lib/autodiff/scalar/arithmetic.js";
import {backward} from "../../../lib/autodiff/scalar/backward.js";
import {dual, duals} from "../../../lib/autodiff/scalar/dual.js";
import {variable, type Expression} from "../../../lib/autodiff/scalar/expression.js";
import {gradients} from "../../../lib/autodiff/scalar/gradients.js";
import {numericalGradient} from "../../../lib/autodiff/scalar/numericalGradient.js";
import {add, div, mul, pow, sin, sub} from "../../../lib/autodiff/scalar/operations.js";
import {dot, sum} from "../../../lib/autodiff/scalar/sums.js";
import {tangents} from "../../../lib/autodiff/scalar/tangents.js";
import {anyProgram, distance, point, smoothProgram, type Program} from "./draw.js";

const at = (
  program: Program,
  x: readonly number[]
): {readonly xs: readonly Expression[]; readonly root: Expression} => {
  const xs = x.map((value) => variable(value));
  return {xs, root: program(expressions, xs)};
};
const gradientAt = (root: Expression, xs: readonly Expression[]): readonly number[] => {
  const found = backward(root);
  return xs.map((x) => found.get(x));
};

it("the value is that of plain numbers, bit for bit", () => {
  fc.assert(fc.property(anyProgram, point, (program, x) => Object.is(at(program, x).root.value, program(numbers, x))));
});

it("backward is what central differences find", () => {
  fc.assert(
    fc.property(smoothProgram, point, (program, x) => {
      const {root, xs} = at(program, x);
      expect(
        distance(
          gradientAt(root, xs),
          numericalGradient((y) => program(numbers, y), x)
        )
      ).toBeLessThan(1e-5);
    }),
    {numRuns: 500}
  );
});

it("forward mode along a direction is the gradient times it, by the graph and by dual numbers", () => {
  fc.assert(
    fc.property(anyProgram, point, point, (program, x, direction) => {
      const {root, xs} = at(program, x);
      const expected = gradientAt(root, xs).reduce((total, g, i) => total + g * direction[i]!, 0);
      const forward = tangents(root, new Map(xs.map((e, i) => [e, direction[i]!]))).get(root);
      const byDuals = program(
        duals,
        x.map((value, i) => dual(value, direction[i]))
      ).tangent;
      expect(distance([forward, byDuals], [expected, expected])).toBeLessThan(1e-9);
    })
  );
});

it("a gradient as an expression has the value of backward's", () => {
  fc.assert(
    fc.property(anyProgram, point, (program, x) => {
      const {root, xs} = at(program, x);
      expect(
        distance(
          gradients(root, xs).map(({value}) => value),
          gradientAt(root, xs)
        )
      ).toBeLessThan(1e-12);
    })
  );
});

it("the gradient of a gradient is what central differences of the gradient find", () => {
  fc.assert(
    fc.property(smoothProgram, point, (program, x) => {
      const {root, xs} = at(program, x);
      const [first] = gradients(root, xs);
      const differences = numericalGradient((y) => {
        const moved = at(program, y);
        return backward(moved.root).get(moved.xs[0]!);
      }, x);
      expect(distance(gradientAt(first!, xs), differences)).toBeLessThan(1e-4);
    })
  );
});

it("second derivatives do not depend on the order", () => {
  fc.assert(
    fc.property(smoothProgram, point, (program, x) => {
      const {root, xs} = at(program, x);
      const [a, b] = gradients(root, xs);
      expect(distance([backward(a!).get(xs[1]!)], [backward(b!).get(xs[0]!)])).toBeLessThan(1e-9);
    })
  );
});

it("is linear: the gradient of a f + b g is a times that of f and b times that of g", () => {
  const factor = fc.double({min: -3, max: 3, noNaN: true});
  fc.assert(
    fc.property(anyProgram, anyProgram, point, factor, factor, (f, g, x, a, b) => {
      const xs = x.map((value) => variable(value));
      const [fx, gx] = [f(expressions, xs), g(expressions, xs)];
      const [df, dg] = [gradientAt(fx, xs), gradientAt(gx, xs)];
      const both = gradientAt(add(mul(a, fx), mul(b, gx)), xs);
      expect(
        distance(
          both,
          xs.map((_, i) => a * df[i]! + b * dg[i]!)
        )
      ).toBeLessThan(1e-9);
    })
  );
});

it("follows the product rule and the quotient rule", () => {
  fc.assert(
    fc.property(anyProgram, anyProgram, point, (f, g, x) => {
      const xs = x.map((value) => variable(value));
      const [fx, gx] = [f(expressions, xs), add(3, sin(g(expressions, xs)))];
      const [df, dg] = [gradientAt(fx, xs), gradientAt(gx, xs)];
      const product = xs.map((_, i) => df[i]! * gx.value + fx.value * dg[i]!);
      const quotient = xs.map((_, i) => (df[i]! * gx.value - fx.value * dg[i]!) / (gx.value * gx.value));
      expect(distance(gradientAt(mul(fx, gx), xs), product)).toBeLessThan(1e-9);
      expect(distance(gradientAt(div(fx, gx), xs), quotient)).toBeLessThan(1e-9);
    })
  );
});

it("follows the chain rule: through a variable in between, derivatives multiply", () => {
  fc.assert(
    fc.property(anyProgram, anyProgram, point, (outer, inner, x) => {
      const {root, xs} = at(inner, x);
      const cut = variable(root.value);
      const whole = gradientAt(outer(expressions, [root, root, root]), xs);
      const slope = backward(outer(expressions, [cut, cut, cut])).get(cut);
      expect(
        distance(
          whole,
          gradientAt(root, xs).map((g) => slope * g)
        )
      ).toBeLessThan(1e-8);
    })
  );
});

it("a sum of many, and a dot product, are what operations on two make", () => {
  const list = fc.array(fc.tuple(fc.double({min: -9, max: 9, noNaN: true}), fc.double({min: -9, max: 9, noNaN: true})));
  fc.assert(
    fc.property(list, (pairs) => {
      const xs = pairs.map(([x]) => variable(x));
      const ys = pairs.map(([, y]) => variable(y));
      const short = sub(dot(xs, ys), sum(xs));
      const long = pairs.reduce((total, _, i) => add(total, sub(mul(xs[i]!, ys[i]!), xs[i]!)), variable(0));
      const all = [...xs, ...ys];
      expect(distance([short.value, ...gradientAt(short, all)], [long.value, ...gradientAt(long, all)])).toBeLessThan(
        1e-12
      );
      expect(
        distance([0, ...gradients(short, all).map(({value}) => value)], [0, ...gradientAt(long, all)])
      ).toBeLessThan(1e-12);
    })
  );
});

it("what does not move contributes nothing, also where its slope is no number: (−2)³ along x and along y", () => {
  const [x, n, y] = [variable(-2), variable(3), variable(1)];
  const root = add(pow(x, n), y);
  const along = (e: Expression): number => tangents(root, new Map([[e, 1]])).get(root);
  expect([x, n, y].map(along)).toEqual([12, NaN, 1]);
  expect([x, n, y].map(along)).toEqual(gradientAt(root, [x, n, y]));
});
