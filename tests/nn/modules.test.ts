import {describe, expect, it} from "vitest";
import {hash} from "../../lib/core/hash.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";

const [first, second, third] = [
  t.followedBy(t.dense({inputs: 3, outputs: 5}), t.tanh),
  t.dense({inputs: 5, outputs: 4}),
  t.dense({inputs: 4, outputs: 2})
];
const x = t.randomNormal(t.key(1), [7, 3]);

describe("modules", () => {
  it("compose: the second is applied to what the first makes", () => {
    const both = t.compose(first, second);
    const [p, q] = both.init(t.key(2));
    expect(both.apply([p, q], x)).toEqual(second.apply(q, first.apply(p, x)));
    expect(hash(p.weight)).not.toBe(hash(first.init(t.key(2)).weight));
  });

  it("compose is associative: the same function of the same parameters", () => {
    const [p, q, r] = [first.init(t.key(3)), second.init(t.key(4)), third.init(t.key(5))];
    const left = t.compose(t.compose(first, second), third).apply([[p, q], r], x);
    expect(t.compose(first, t.compose(second, third)).apply([p, [q, r]], x)).toEqual(left);
    expect(t.sequence(first, second, third).apply([p, q, r], x)).toEqual(left);
  });

  it("a sequence of two is their composition, and starts with the same parameters", () => {
    const [pair, list] = [t.compose(first, second), t.sequence(first, second)];
    expect(hash(list.init(t.key(6)))).toBe(hash(pair.init(t.key(6))));
    expect(list.apply(list.init(t.key(6)), x)).toEqual(pair.apply(pair.init(t.key(6)), x));
  });

  it("what has no parameters is the identity of composition where it is the identity", () => {
    const same = t.parameterless((y: Tensor) => y);
    const p = second.init(t.key(7));
    const h = t.zeros([2, 5]);
    expect(t.compose(same, second).apply([[], p], h)).toEqual(second.apply(p, h));
    expect(t.compose(second, same).apply([p, []], h)).toEqual(second.apply(p, h));
  });

  it("are differentiated by their parameters, in their tree", () => {
    const model = t.sequence(first, t.parameterless(t.relu), second);
    const loss = (p: ReturnType<typeof model.init>): Tensor => t.mean(t.square(model.apply(p, x)));
    const params = model.init(t.key(8));
    const grads = t.grad(loss)(params);
    expect(t.leaves(grads).map(([path]) => path)).toEqual(t.leaves(params).map(([path]) => path));
    const [updates] = t.sgd({learningRate: 0.1}).update(grads, t.sgd({learningRate: 0.1}).init(params), params);
    expect(t.item(loss(t.applyUpdates(params, updates)))).toBeLessThan(t.item(loss(params)));
  });

  it("dense layers start with variance gain/inputs and keep within √(3·gain/inputs)", () => {
    const {weight, bias} = t.dense({inputs: 300, outputs: 300, gain: 2, dtype: "float64"}).init(t.key(9));
    expect(t.item(t.variance(weight)) * 300).toBeCloseTo(2, 1);
    expect(t.item(t.max(t.abs(weight)))).toBeLessThanOrEqual(Math.sqrt(6 / 300));
    expect(bias).toEqual(t.zeros([300], "float64"));
  });

  it.each([
    ["no sizes", () => t.dense({} as never), /dense\.inputs/],
    ["a size of 0", () => t.dense({inputs: 0, outputs: 1}), /at least 1/],
    ["a misspelled option", () => t.dense({inputs: 1, outputs: 1, units: 2} as never), /no such setting/]
  ])("refuse %s", (_, mistake, message) => expect(mistake).toThrow(message));
});
