import {describe, expect, it} from "vitest";
import {hash} from "../../lib/core/hash.js";
import * as t from "../../lib/tensor.js";

const params = {
  layers: [{weight: t.randomNormal(t.key(1), [6, 5]), bias: t.randomNormal(t.key(2), [5])}],
  experts: t.randomNormal(t.key(3), [2, 3, 4]),
  zero: t.zeros([2, 2])
};

describe("weights of eight bits", () => {
  it("come back within half a level of each column, in the same tree", () => {
    const back = t.loadInt8(t.saveInt8(params)) as typeof params;
    expect(t.leaves(back).map(([path, {shape}]) => [path, shape])).toEqual(
      t.leaves(params).map(([path, {shape}]) => [path, shape])
    );
    const {weight} = params.layers[0]!;
    const columns = [0, 1, 2, 3, 4].map((c) =>
      Math.max(...[0, 1, 2, 3, 4, 5].map((r) => Math.abs(weight.data[5 * r + c]!)))
    );
    Array.from(back.layers[0]!.weight.data).forEach((x, i) =>
      expect(Math.abs(x - weight.data[i]!)).toBeLessThanOrEqual((columns[i % 5]! / 127 / 2) * 1.0001)
    );
    expect(hash(back.layers[0]!.bias)).toBe(hash(params.layers[0]!.bias));
    expect(hash(back.zero)).toBe(hash(params.zero));
  });

  it("change nothing when they are saved again", () => {
    const once = t.loadInt8(t.saveInt8(params)) as typeof params;
    expect(hash(t.loadInt8(t.saveInt8(once)))).toBe(hash(once));
  });

  it("take about a quarter of the room", () => {
    const large = {weight: t.randomNormal(t.key(4), [200, 200])};
    expect(t.saveInt8(large).length).toBeLessThan(0.27 * t.saveCheckpoint(large).length);
  });

  it("refuse a file of another kind, or one that has changed", () => {
    const file = t.saveInt8(params);
    file[file.length - 3]! ^= 1;
    expect(() => t.loadInt8(file)).toThrow(t.FormatError);
    expect(() => t.loadInt8(t.saveCheckpoint({step: 3}))).toThrow("tensors alone");
  });
});
