import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {hash} from "../../lib/core/hash.js";
import {key} from "../../lib/core/random/key.js";
import {normal} from "../../lib/core/random/normal.js";
import {isTensor, type Tensor} from "../../lib/core/tensorData.js";
import {leaves, mapTree} from "../../lib/core/tree.js";
import * as t from "../../lib/tensor.js";

describe("tensor", () => {
  it("has the shape of nested lists, and gives them back", () => {
    const shapes = fc.array(fc.integer({min: 1, max: 4}), {maxLength: 4});
    fc.assert(
      fc.property(shapes, (shape) => {
        const x = t.reshape(
          t.arange(
            shape.reduce((a, b) => a * b, 1),
            "float64"
          ),
          shape
        );
        const again = t.tensor(t.toNested(x), "float64");
        expect(again).toEqual(x);
      })
    );
  });

  it("is float32 unless told, bool for truth values, and the kind of a typed array", () => {
    expect(t.tensor([1.5]).dtype).toBe("float32");
    expect(t.tensor([[true, false]])).toMatchObject({dtype: "bool", shape: [1, 2]});
    expect(t.tensor(Int32Array.of(1, 2)).dtype).toBe("int32");
    expect(t.tensor(Float64Array.of(1, 2), {shape: [2, 1]})).toMatchObject({dtype: "float64", shape: [2, 1]});
  });

  it("copies what it is made of", () => {
    const array = Float32Array.of(1, 2);
    const x = t.tensor(array);
    array[0] = 9;
    expect(t.toNested(x)).toEqual([1, 2]);
  });

  it("holds rank 0 and no numbers at all", () => {
    expect(t.item(t.sum(t.zeros([0, 3])))).toBe(0);
    expect(t.sum(t.zeros([0, 3]), {axes: 0}).shape).toEqual([3]);
    expect(t.matmul(t.zeros([2, 0]), t.zeros([0, 3]))).toEqual(t.zeros([2, 3]));
    expect(t.add(t.scalar(1), t.scalar(2))).toEqual(t.scalar(3));
    expect(t.toNested(t.softmax(t.zeros([2, 0])))).toEqual([[], []]);
    expect(t.grad((x: Tensor) => t.sum(t.exp(x)))(t.zeros([0]))).toEqual(t.zeros([0]));
  });

  it.each([
    [
      "ragged lists",
      () => t.tensor([[1, 2], [3]]),
      /equal lengths[\s\S]*at \[1\]\s+a list of 1[\s\S]*expected\s+a list of 2/
    ],
    ["a list where a number should be", () => t.tensor([1, [2]]), /at \[1\]\s+a list of 1/],
    ["a shape that does not fit", () => t.tensor([1, 2, 3], {shape: [2, 2]}), /a shape for 3 numbers[\s\S]*holds 4/],
    ["a negative extent", () => t.zeros([2, -1]), /whole numbers from 0 up[\s\S]*\[2, -1\]/],
    ["an extent that is not whole", () => t.zeros([1.5]), /whole numbers/],
    ["more numbers than there is room for", () => t.zeros([1e6, 1e6]), /at most 1073741823/],
    ["a fraction as int32", () => t.tensor([0.5], "int32"), /int32 holds whole numbers/],
    ["an unknown array", () => t.tensor(new Uint8Array(2)), /Uint8Array[\s\S]*dtype/],
    ["item of several", () => t.item(t.zeros([2])), /one number[\s\S]*\[2\]/]
  ])("refuses %s", (_, make, message) => expect(make).toThrow(message as RegExp));

  it("random tensors are the draws of their key", () => {
    const x = t.randomNormal(key(5), [2, 3], "float64");
    expect(Array.from(x.data)).toEqual(Array.from({length: 6}, (_, i) => normal(key(5), i)));
    expect(Array.from(t.randomUniform(key(5), [50]).data).every((u) => u >= 0 && u < 1)).toBe(true);
  });
});

describe("as a value", () => {
  const x = t.tensor([
    [1, 2],
    [3, 4]
  ]);

  it("is a leaf of trees, also when it came as a copy from a worker", () => {
    const copy: Tensor = structuredClone(x);
    expect(isTensor(copy)).toBe(true);
    expect(leaves({a: x, b: [copy]}).map(([path]) => path)).toEqual(["a", "b.0"]);
    expect(mapTree((leaf: unknown) => (isTensor(leaf) ? leaf.shape[0] : 0), {copy})).toEqual({copy: 2});
    expect(t.add(copy, x)).toEqual(t.mul(x, 2));
  });

  it("has a hash of its shape, kind and bits", () => {
    expect(hash(structuredClone(x))).toBe(hash(x));
    expect(hash(t.reshape(x, [4]))).not.toBe(hash(x));
    expect(hash(t.cast(x, "float64"))).not.toBe(hash(x));
    expect(hash(t.tensor([0]))).not.toBe(hash(t.tensor([-0])));
  });
});

describe("what a person reads", () => {
  it("is the kind, the shape and aligned numbers", () => {
    expect(
      String(
        t.tensor([
          [1, -2.5],
          [30, 0.00001]
        ])
      )
    ).toBe("float32 [2, 2]\n[[       1,     -2.5],\n [      30, 1.000e-5]]");
    expect(String(t.scalar(3))).toBe("float32 [] 3");
    expect(String(t.tensor([true, false]))).toBe("bool [2] [ true, false]");
    expect(String(t.zeros([0, 2]))).toBe("float32 [0, 2]\n(no numbers)");
  });

  it("leaves the middle of long axes out", () => {
    expect(t.show(t.arange(1000, "int32"))).toBe("int32 [1000] [  0,   1,   2, …, 997, 998, 999]");
    expect(t.show(t.zeros([50, 50])).split("\n")).toHaveLength(8);
  });
});

describe("the matcher", () => {
  const x = t.tensor([
    [1, 2],
    [3, 4]
  ]);
  it("passes what is close, and NaN where NaN is expected", () => {
    expect(t.toBeCloseToTensor(t.add(x, 1e-6), x).pass).toBe(true);
    expect(t.toBeCloseToTensor(t.tensor([NaN]), t.tensor([NaN])).pass).toBe(true);
  });
  it("says how many numbers differ, where the worst is, and what was expected", () => {
    const {pass, message} = t.toBeCloseToTensor(
      t.tensor([
        [1, 2],
        [3.5, 4.1]
      ]),
      x
    );
    expect(pass).toBe(false);
    expect(message()).toMatch(/2 of 4 numbers differ.*worst at \[1, 0\]: 3.5, expected 3/);
  });
  it("fails another shape, another kind, and what is no tensor", () => {
    expect(t.toBeCloseToTensor(t.reshape(x, [4]), x).message()).toMatch(
      /expected float32 \[2, 2\], found float32 \[4\]/
    );
    expect(t.toBeCloseToTensor(t.cast(x, "float64"), x).pass).toBe(false);
    expect(t.toBeCloseToTensor([1], x).message()).toMatch(/found object/);
  });
});
