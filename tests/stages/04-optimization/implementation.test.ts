import {expect, it} from "vitest";
import * as t from "../../../lib/tensor.js";
import {SCALINGS} from "../../../src/stages/04-optimization/model/stepPartNames.js";
import {chainOf, costOf, programOf, written} from "../../../src/stages/04-optimization/model/stepParts.js";

const alone = (scaling: (typeof SCALINGS)[number]) => ({clip: false, before: false, scaling, after: false});

it("a step is written as one would write it", () => {
  expect(written(programOf(alone("momentum")))).toEqual([
    "t1 = 0.9 · m",
    "m′ = t1 + g",
    "t3 = −0.001 · m′",
    "x′ = x + t3"
  ]);
  expect(written(programOf({...alone("nothing"), clip: true})).at(0)).toBe("t1 = g within ±1");
});

it.each(SCALINGS)("with %s, decay adds lines, and the last one is the new parameter", (scaling) => {
  const lines = (parts: object): readonly string[] => written(programOf({...alone(scaling), ...parts}));
  expect(lines({before: true})).toHaveLength(lines({}).length + 2);
  expect(lines({before: true, after: true})).toHaveLength(lines({}).length + 4);
  expect(lines({}).filter((line) => line.startsWith("x′ = "))).toHaveLength(1);
});

it("counts what goes to memory: plain descent reads two numbers and writes one", () => {
  // as kernels: rate · g reads one and writes one, the sum reads two and writes one
  expect(costOf(programOf(alone("nothing")))).toEqual({operations: 2, apart: 5, together: 3});
  for (const scaling of SCALINGS) {
    const {apart, together} = costOf(programOf(alone(scaling)));
    expect(together).toBeLessThan(apart);
  }
});

it("a program, line by line in float32, gives the bits of the library’s step", () => {
  const parts = {clip: true, before: true, scaling: "Adam", after: true} as const;
  const optimizer = chainOf(parts);
  const [params, first, second] = [0.7, 0.3, -2.5].map((x) => ({x: t.tensor([x])}));
  const [, state] = optimizer.update(first!, optimizer.init(params!), params!);
  const [moved] = t.optimizerStep(optimizer, params!, second!, state);
  // a program has the constants of a second step
  const {inputs, operations, outputs} = programOf(parts);
  const memories = t.leaves<unknown>(state).flatMap(([, leaf]) => (t.isTensor(leaf) ? [leaf.data[0]!] : []));
  const registers = [second!.x.data[0]!, params!.x.data[0]!, ...memories];
  expect(registers).toHaveLength(inputs);
  const f = Math.fround;
  for (const operation of operations) {
    const [x = NaN, y = NaN] = operation.reads.map((register) => registers[register]!);
    const results = {
      add: () => x + y,
      sub: () => x - y,
      mul: () => x * y,
      div: () => x / y,
      sqrt: () => Math.sqrt(x),
      sign: () => Math.sign(x),
      abs: () => Math.abs(x),
      affine: () => ("a" in operation ? f(f(operation.a) * x) + f(operation.b) : NaN),
      clamp: () => ("a" in operation ? Math.max(operation.a, Math.min(operation.b, x)) : NaN)
    };
    registers.push(f(results[operation.op]()));
  }
  expect(registers[outputs[0]!]).toBe(moved.x.data[0]);
});
