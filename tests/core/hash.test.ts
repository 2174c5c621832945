import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {hash} from "../../lib/core/hash.js";

const {tree} = fc.letrec<{tree: unknown}>((tie) => ({
  tree: fc.oneof(
    {maxDepth: 3},
    fc.double(),
    fc.string({unit: "binary"}),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.bigInt(),
    fc.float64Array({maxLength: 5}),
    fc.uint8Array({maxLength: 9}),
    fc.array(tie("tree"), {maxLength: 4}),
    fc.dictionary(fc.string(), tie("tree"), {maxKeys: 4, noNullPrototype: true})
  )
}));

const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([k, v]) => [k, reversed(v)])
        )
      : value;

/** A text that two trees share only if they are equal, made without the library. */
const written = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(written).join(",")}]`
    : value !== null && typeof value === "object"
      ? `{${Object.entries(value)
          .map(([k, v]) => `${JSON.stringify(k)}:${written(v)}`)
          .sort()
          .join(",")}}`
      : `${typeof value} ${Object.is(value, -0) ? "-0" : String(value)}`;

describe("hash", () => {
  it("is 32 hexadecimal digits that stay as they are from release to release", () => {
    // seeds, golden pages and stored runs rely on these: another value is another format
    const known = {
      a: [1, -0, NaN, "é"],
      b: new Float32Array([1, 2, 3]),
      c: new Uint8Array([1, 2, 3]),
      d: [true, null, 7n]
    };
    expect([hash(known), hash(undefined), hash(new Float64Array(1000))]).toMatchInlineSnapshot(`
      [
        "0a67f82a84c76e23bc6aabcaf149f57e",
        "5be3bf86d117a65a2c518e84d21d6c50",
        "9e8eb4cfc822a40a19d90597219ba441",
      ]
    `);
  });

  it("is equal for equal trees, whatever the order of keys", () => {
    fc.assert(
      fc.property(tree, (t) => {
        expect(hash(t)).toMatch(/^[0-9a-f]{32}$/);
        expect(hash(structuredClone(t))).toBe(hash(t));
        expect(hash(reversed(t))).toBe(hash(t));
      })
    );
  });

  it("is equal only for equal trees", () => {
    const {small} = fc.letrec<{small: unknown}>((tie) => ({
      small: fc.oneof(
        {maxDepth: 2},
        fc.constantFrom(0, -0, 1, "", "a", null, 0n, 1n),
        fc.array(tie("small"), {maxLength: 2}),
        fc.dictionary(fc.constantFrom("a", "b"), tie("small"), {maxKeys: 2, noNullPrototype: true})
      )
    }));
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(hash(a) === hash(b)).toBe(written(a) === written(b));
      }),
      {numRuns: 1000}
    );
  });

  it("tells apart what is easily confused", () => {
    const list: readonly unknown[] = [
      0,
      -0,
      1,
      "1",
      1n,
      "",
      " ",
      null,
      undefined,
      false,
      [],
      [[]],
      [[], []],
      {},
      {a: undefined},
      {a: 1},
      {b: 1},
      [1],
      [1, 2],
      [2, 1],
      [[1], 2],
      ["a", "b"],
      ["ab"],
      ["ab", ""],
      {a: "bc"},
      {ab: "c"},
      NaN,
      "NaN",
      Infinity,
      ...[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array].flatMap((A) => [
        new A(0),
        new A(1),
        new A(2),
        new A([1]),
        new A([0, 1])
      ]),
      ...[Float32Array, Float64Array].flatMap((A) => [new A(0), new A(1), new A([-0]), new A([NaN]), new A([1, 2])]),
      new BigInt64Array(1),
      new BigUint64Array(1),
      new BigInt64Array([-1n])
    ];
    expect(new Set(list.map(hash)).size).toBe(list.length);
  });

  it("any single bit of a large array matters", () => {
    const base = new Uint32Array(5000);
    const seen = new Set([hash(base)]);
    for (let i = 0; i < 5000; i += 499)
      for (let bit = 0; bit < 32; bit += 3) seen.add(hash(base.map((x, j) => (j === i ? 1 << bit : x))));
    expect(seen.size).toBe(1 + 11 * 11);
  });

  it("all NaNs are one", () => {
    const view = new Uint32Array([0x7fc00000, 0xffc00000, 0x7fe00000, 0x7f800001]);
    const nans = Array.from(view, (_, i) => new Float32Array(view.buffer, 4 * i, 1));
    expect(new Set(nans.map(hash)).size).toBe(1);
    const wide = new BigUint64Array([0x7ff8000000000000n, 0xfff8000000000000n, 0x7ff8000000000001n]);
    expect(new Set(Array.from(wide, (_, i) => hash(new Float64Array(wide.buffer, 8 * i, 1)))).size).toBe(1);
  });

  it("a view into a larger buffer is its own numbers", () => {
    const all = Float64Array.of(1, 2, 3, 4);
    expect(hash(all.subarray(1, 3))).toBe(hash(Float64Array.of(2, 3)));
    expect(hash(new Uint8Array([9, 1, 2, 3]).subarray(1))).toBe(hash(new Uint8Array([1, 2, 3])));
  });

  it("is no word of another order: concatenations and lengths are in it", () => {
    expect(hash([new Uint32Array([1, 2]), new Uint32Array([3])])).not.toBe(
      hash([new Uint32Array([1]), new Uint32Array([2, 3])])
    );
  });

  const loop: unknown[] = [];
  loop.push({inner: loop});
  it.each([
    ["a function", {layers: [{f: () => 1}]}, /layers\.0\.f/],
    ["a Map", {a: new Map()}, /\ba\b.*\n.*Map/],
    ["a symbol", [Symbol("s")], /at +0/],
    ["a date", new Date(0), /the root/],
    ["a tree that contains itself", loop, /0\.inner/]
  ])("refuses %s with its path", (_, value, message) => {
    expect(() => hash(value)).toThrow(ConfigError);
    expect(() => hash(value)).toThrow(message);
  });
});
