import fc from "fast-check";
import {describe, expect, expectTypeOf, it} from "vitest";
import {ShapeError} from "../../lib/core/errors.js";
import {eachLeaf, foldTree, leaves, mapTree, replaceLeaves, zipTree, type Leaf} from "../../lib/core/tree.js";

const model = {
  embed: new Float32Array([1, 2]),
  layers: [
    {weight: new Float32Array([3]), bias: new Float32Array([4])},
    {weight: new Float32Array([5]), bias: new Float32Array([6])}
  ]
} as const;

const {tree} = fc.letrec<{tree: unknown}>((tie) => ({
  tree: fc.oneof(
    {maxDepth: 4},
    fc.double(),
    fc.array(tie("tree"), {maxLength: 4}),
    fc.dictionary(fc.oneof(fc.string(), fc.constant("__proto__")), tie("tree"), {maxKeys: 4, noNullPrototype: true})
  )
}));

describe("trees", () => {
  it("paths name the way to a leaf", () => {
    expect(leaves(model).map(([path]) => path)).toEqual([
      "embed",
      "layers.0.weight",
      "layers.0.bias",
      "layers.1.weight",
      "layers.1.bias"
    ]);
    expect(leaves(5)).toEqual([["", 5]]);
    expect(leaves([])).toEqual([]);
  });

  it("mapping the identity gives an equal tree, and never the same branches", () => {
    fc.assert(
      fc.property(tree, (t) => {
        const same = mapTree((x) => x, t);
        expect(same).toEqual(t);
        expect(leaves(same)).toEqual(leaves(t));
        if (typeof t === "object") expect(same).not.toBe(t);
      })
    );
  });

  it("mapping f after g is mapping their composition", () => {
    const f = (x: unknown): string => `f(${String(x)})`;
    const g = (x: unknown): string => `g(${String(x)})`;
    fc.assert(
      fc.property(tree, (t) => {
        expect(mapTree(f, mapTree(g, t))).toEqual(mapTree((x) => f(g(x)), t));
      })
    );
  });

  it("a fold sees what leaves lists", () => {
    fc.assert(
      fc.property(tree, (t) => {
        const seen = foldTree<unknown, readonly unknown[]>((list, leaf, path) => [...list, [path, leaf]], [], t);
        expect(seen).toEqual(leaves(t));
      })
    );
  });

  it("several trees meet leaf by leaf", () => {
    expect(mapTree((a, b, c) => a + b * c, {x: 1, y: [2, 3]}, {x: 10, y: [20, 30]}, {x: 2, y: [2, 2]})).toEqual({
      x: 21,
      y: [42, 63]
    });
    expect(zipTree({x: 1, y: [2]}, {y: ["b"], x: "a"})).toEqual({x: [1, "a"], y: [[2, "b"]]});
  });

  it("strings, typed arrays, functions and objects with a prototype are leaves", () => {
    const list = [new Float32Array(2), () => 1, new Map([[1, 2]]), new Date(0), null, undefined, "ab", 1n] as const;
    expect(leaves(list).map(([, leaf]) => leaf)).toEqual([...list]);
  });

  it("a key named __proto__ is a key, and changes no prototype", () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"polluted": 1}, "a": 2}');
    const mapped = mapTree((x) => Number(x) + 1, hostile) as object;
    expect(leaves(mapped)).toEqual([
      ["__proto__.polluted", 2],
      ["a", 3]
    ]);
    expect(Object.getPrototypeOf(mapped)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(() => mapTree((x) => x, hostile, {a: 2})).toThrow(ShapeError);
  });

  it("a difference of structure is named with its path in both trees", () => {
    const pairs: readonly (readonly [unknown, unknown])[] = [
      [{a: [1, {b: 2}]}, {a: [1, 2]}],
      [{a: [1, 2]}, {a: [1, {b: 2}]}],
      [{a: [1, {b: 2}]}, {a: [1, {c: 2}]}],
      [{a: [1, [2]]}, {a: [1, [2, 3]]}],
      [{a: [1, [2]]}, {a: [1, {0: 2}]}]
    ];
    for (const [a, b] of pairs) {
      expect(() => mapTree((x) => x, a, b)).toThrow(ShapeError);
      expect(() => mapTree((x) => x, a, b)).toThrow(/tree 1 at a\.1 .*\n.*tree 2 at a\.1 /);
    }
    expect(() => mapTree((x) => x, {toString: 1}, {other: 1})).toThrow(ShapeError); // its own keys only
    expect(() => mapTree((x) => x, 1, [1])).toThrow(/the root/);
    expect(() => mapTree((x) => x, {a: 1}, {a: 1}, {b: 1})).toThrow(/tree 3/);
  });
});

describe("types of trees", () => {
  it("the structure stays and the leaves change", () => {
    const lengths = mapTree((a) => a.length, model);
    expectTypeOf(lengths.embed).toEqualTypeOf<number>();
    expectTypeOf(lengths.layers[1].bias).toEqualTypeOf<number>();
    expectTypeOf(mapTree((x) => String(x), [1, {a: 2}] as const)).toEqualTypeOf<
      readonly [string, {readonly a: string}]
    >();
    expectTypeOf<Leaf<typeof model>>().toEqualTypeOf<Float32Array<ArrayBuffer>>();
    expect(lengths.layers[1].bias).toBe(1);
  });

  it("a function of several trees gets the leaf type of each", () => {
    const result = mapTree(
      (a, b) => {
        expectTypeOf(a).toEqualTypeOf<number>();
        expectTypeOf(b).toEqualTypeOf<string>();
        return `${a}${b}`;
      },
      {x: 1} as {readonly x: number},
      {x: "a"} as {readonly x: string}
    );
    expectTypeOf(result).toEqualTypeOf<{readonly x: string}>();
    expect(result).toEqual({x: "1a"});
  });

  it("pairs have both leaf types", () => {
    const pairs = zipTree(
      {x: [1, 2]} as {readonly x: readonly number[]},
      {x: ["a", "b"]} as {readonly x: readonly string[]}
    );
    expectTypeOf(pairs).toEqualTypeOf<{readonly x: readonly (readonly [number, string])[]}>();
    expect(pairs).toEqual({
      x: [
        [1, "a"],
        [2, "b"]
      ]
    });
  });
});

describe("the walks without paths", () => {
  it("meet the leaves of `leaves`, and replace as mapTree does, __proto__ included", () => {
    fc.assert(
      fc.property(tree, (value) => {
        const met: unknown[] = [];
        eachLeaf((leaf) => met.push(leaf), value);
        expect(met).toEqual(leaves<unknown>(value).map(([, leaf]) => leaf));
        const wrap = (leaf: unknown) => ({leaf: [leaf]});
        const [a, b] = [replaceLeaves(wrap, value), mapTree((leaf: unknown) => wrap(leaf), value)];
        expect(a).toEqual(b);
        expect(JSON.stringify(a)).toBe(JSON.stringify(b));
      })
    );
  });
});
