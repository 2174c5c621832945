import {expect, it} from "vitest";
import {
  computes,
  knownAt,
  numberText,
  slopeText,
  traceOf
} from "../../../src/stages/02-autodiff/model/autogradTrace.js";
import {presets} from "../../../src/stages/02-autodiff/model/autogradPresets.js";

const values = {x: 2, y: 3, z: 4, w: -1, b: 0.5, w1: 0.7, w2: -1.2, x1: 1, x2: 2};

it.each(presets.map(({formula}) => [formula]))(
  "ends the turns through %s with the gradients of the engine",
  (formula) => {
    const trace = traceOf(formula, values);
    const {derivatives, valued} = knownAt(trace, trace.turns.length - 1);
    expect(valued).not.toContain(false);
    expect(derivatives).toEqual(trace.adjoints);
    trace.leaves.forEach((id, i) => {
      expect(trace.forward[i]).toBeCloseTo(trace.adjoints[id]!, 10);
      expect(trace.measured[i]).toBeCloseTo(trace.adjoints[id]!, 5);
    });
  }
);

it("gives one node to a name that is used twice, and a gradient that arrives twice", () => {
  const trace = traceOf("x * x", values);
  expect(trace.nodes.length).toBe(2);
  expect(trace.turns.map(({kind}) => kind)).toEqual(["leaves", "value", "seed", "hand"]);
  expect(knownAt(trace, 2).derivatives).toEqual([undefined, 1]);
  expect(knownAt(trace, 3).derivatives).toEqual([4, 1]);
});

it("moves one leaf in forward mode, and every tangent with it", () => {
  const trace = traceOf("(x + y) * z", values, "z");
  expect(trace.turns.map(({kind}) => kind)).toEqual(["leaves", "value", "value"]);
  expect(knownAt(trace, 0).derivatives).toEqual([0, 0, undefined, 1, undefined]);
  expect(knownAt(trace, 2).derivatives).toEqual([0, 0, 0, 1, 5]);
});

it("names what a node computes and how it changes", () => {
  const trace = traceOf("tanh(x / y) ^ 2", values);
  const text = (id: number) => [computes(trace, id), ...trace.nodes[id]!.inputs.map((_, i) => slopeText(trace, id, i))];
  expect(trace.nodes.flatMap(({op, id}) => (op === "variable" || op === "constant" ? [] : [text(id)]))).toEqual([
    ["x/y", "1/y", "−x/y²"],
    ["tanh v1", "1−v2²"],
    ["v2²", "2·v2^(2−1)", "0"]
  ]);
});

it("writes numbers of any size", () => {
  expect([0.1 + 0.2, -1e9, 1e-7, NaN, -Infinity, 123456].map((x) => numberText(x, 6))).toEqual([
    "0.3",
    "−1.00e+9",
    "1.00e−7",
    "NaN",
    "−∞",
    "123456"
  ]);
});
