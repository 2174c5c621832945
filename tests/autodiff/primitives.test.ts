import {describe, expect, it} from "vitest";
import {checkGrad} from "../../lib/autodiff/checkGrad.js";
import {between, firstBirth} from "../../lib/autodiff/graph.js";
import type {Primitive} from "../../lib/autodiff/primitive.js";
import {variables} from "../../lib/autodiff/variables.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import {flip, mul, neg} from "../../lib/tensor.js";
import {samples, type Sample} from "./primitives.js";

/** The operations that a sample is made of: those between its inputs and its result. */
function opsOf({f, inputs}: Sample): readonly Primitive<unknown>[] {
  const {tree, nodes} = variables("test", inputs);
  const among = between(nodes, [f(tree)], firstBirth(nodes)).slice(nodes.length);
  return [...new Set(among.map(({op}) => op!))].filter(({name}) => name !== "identity");
}

describe("derivatives agree with central differences, to the second order", () => {
  for (const sample of samples)
    it(sample.name, () => {
      const report = checkGrad(sample.f, sample.inputs, {order: 2, directions: 6});
      expect(report).toMatchObject({passed: true});
      expect(report.comparisons).toBeGreaterThan(6);
    });
});

type Change = (x: Tensor) => Tensor;
const breaks: Readonly<Record<string, Change>> = {
  "the sign": neg,
  "a factor": (x) => mul(x, 1.001),
  "the order along an axis": (x) => (x.shape.length === 0 ? x : flip(x, x.shape.length - 1))
};

const equal = (a: Tensor, b: Tensor): boolean => Array.from(a.data).every((x, i) => x === b.data[i]);

/** What `work` finds while one rule of an operation is wrong, and whether that changed anything that the rule gave. */
function whileBroken<R>(op: Primitive<unknown>, mode: "vjp" | "jvp", change: Change, work: () => R) {
  const {vjp, jvp} = op;
  let changes = false;
  const broken = (x: Tensor): Tensor => {
    const y = change(x);
    changes ||= !equal(x, y);
    return y;
  };
  const wrong: Partial<Primitive<unknown>> =
    mode === "vjp"
      ? {vjp: (...args) => vjp(...args).map((x) => (x === undefined ? x : broken(x)))}
      : {jvp: (...args) => broken(jvp(...args))};
  try {
    Object.assign(op, wrong);
    return {result: work(), changes};
  } finally {
    Object.assign(op, {vjp, jvp});
  }
}

describe("a rule that is wrong in one thing is found", () => {
  const known = new Map<string, readonly [Sample, Primitive<unknown>]>();
  for (const sample of samples)
    for (const op of opsOf(sample)) if (!known.has(op.name)) known.set(op.name, [sample, op]);
  it("for every operation that the samples are made of", () => expect(known.size).toBeGreaterThan(40));
  for (const [name, [sample, op]] of known)
    for (const [what, change] of Object.entries(breaks))
      for (const mode of ["vjp", "jvp"] as const)
        it(`${name}: ${what} of its ${mode}`, () => {
          const {result, changes} = whileBroken(op, mode, change, () =>
            checkGrad(sample.f, sample.inputs, {directions: 3})
          );
          // slopes of 0, or that are alike in both orders, stay what they are
          expect(result.passed).toBe(!changes);
        });
});
