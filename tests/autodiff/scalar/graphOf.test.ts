import fc from "fast-check";
import {expect, it} from "vitest";
import {derivative} from "../../../lib/autodiff/scalar/dual.js";
import {expressions} from "../../../lib/autodiff/scalar/arithmetic.js";
import {backward} from "../../../lib/autodiff/scalar/backward.js";
import {constant, variable} from "../../../lib/autodiff/scalar/expression.js";
import {graphOf} from "../../../lib/autodiff/scalar/graphOf.js";
import {add, mul, pow, tanh} from "../../../lib/autodiff/scalar/operations.js";
import {dot, sum} from "../../../lib/autodiff/scalar/sums.js";
import {anyProgram, point} from "./draw.js";

it("draws a graph as records: leaves first, a shared node once with both edges", () => {
  const x = variable(2, "x");
  const square = mul(x, x);
  const nodes = graphOf(add(square, tanh(constant(0))));
  expect(nodes.map(({expression: _, ...rest}) => rest)).toEqual([
    {id: 0, op: "variable", label: "x", value: 2, formula: "", inputs: []},
    {
      id: 1,
      op: "mul",
      label: undefined,
      value: 4,
      formula: "x\\,y",
      inputs: [
        {id: 0, slope: 2, formula: "y"},
        {id: 0, slope: 2, formula: "x"}
      ]
    },
    {id: 2, op: "constant", label: undefined, value: 0, formula: "", inputs: []},
    {
      id: 3,
      op: "tanh",
      label: undefined,
      value: 0,
      formula: "\\tanh x",
      inputs: [{id: 2, slope: 1, formula: "1-\\tanh^2 x"}]
    },
    {
      id: 4,
      op: "add",
      label: undefined,
      value: 4,
      formula: "x+y",
      inputs: [
        {id: 1, slope: 1, formula: "1"},
        {id: 3, slope: 1, formula: "1"}
      ]
    }
  ]);
  expect(nodes[1]!.expression).toBe(square);
});

it("names the slopes of sums, products and fixed powers", () => {
  const [a, b] = [variable(1), variable(2)];
  const formulas = (of: Parameters<typeof graphOf>[0]) =>
    graphOf(of)
      .at(-1)!
      .inputs.map(({formula}) => formula);
  expect(formulas(sum([a, b]))).toEqual(["1", "1"]);
  expect(formulas(dot([a, b], [b, a]))).toEqual(["y_{1}", "y_{2}", "x_{1}", "x_{2}"]);
  expect(formulas(pow(a, 2))).toEqual(["y\\,x^{y-1}", "0"]);
  expect(formulas(pow(a, b))).toEqual(["y\\,x^{y-1}", "x^y\\ln x"]);
});

it("has in its edges all that backward needs", () => {
  fc.assert(
    fc.property(anyProgram, point, (program, values) => {
      const root = program(
        expressions,
        values.map((value) => variable(value))
      );
      const nodes = graphOf(root);
      const adjoints = nodes.map((_, i) => (i === nodes.length - 1 ? 1 : 0));
      for (const {id, inputs} of [...nodes].reverse())
        for (const edge of inputs) adjoints[edge.id]! += adjoints[id]! * edge.slope;
      const found = backward(root);
      expect(adjoints).toEqual(nodes.map(({expression}) => found.get(expression)));
      expect(nodes.every(({id, inputs}) => inputs.every((edge) => edge.id < id))).toBe(true);
    })
  );
});

it("the derivative of a function of one number is that of its formula", () => {
  expect(derivative((o, x) => o.mul(x, o.sin(x)))(2)).toBeCloseTo(Math.sin(2) + 2 * Math.cos(2), 14);
  expect(derivative((o, x) => o.pow(x, 3))(-2)).toBe(12);
  expect(derivative((o, x) => o.max(x, o.mul(2, x)))(0)).toBe(1.5);
});
