import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {erf} from "../../../lib/core/math/erf.js";
import {exp, expm1} from "../../../lib/core/math/exp.js";
import {log, log10, log1p, log2} from "../../../lib/core/math/log.js";
import {pow} from "../../../lib/core/math/pow.js";
import {tanh} from "../../../lib/core/math/tanh.js";
import {cos, sin, tan} from "../../../lib/core/math/trig.js";

const references = JSON.parse(
  readFileSync(process.env["MATH_REFERENCES"] ?? new URL("./references.json", import.meta.url), "utf8")
) as Record<string, readonly (readonly number[])[]>;

/** The distance between neighbours at x, subnormals included. */
function ulp(x: number): number {
  const size = Math.abs(x);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, size);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0) - size;
}

/** The largest error over the reference rows, in ulps of the true value. */
function worst(
  name: string,
  f: (...args: number[]) => number
): {readonly error: number; readonly at: readonly number[]} {
  let error = 0;
  let at: readonly number[] = [];
  for (const row of references[name]!) {
    const args = row.slice(0, -2);
    const near = row.at(-2)!;
    const e = Math.abs((f(...args) - near) / ulp(near) - row.at(-1)!);
    if (!(e <= error)) [error, at] = [e, row];
  }
  return {error, at};
}

const functions: Readonly<Record<string, readonly [f: (...args: number[]) => number, ulps: number]>> = {
  exp: [exp, 1],
  expm1: [expm1, 1],
  log: [log, 1],
  log1p: [log1p, 1],
  log2: [log2, 1],
  log10: [log10, 1],
  pow: [pow, 1],
  tanh: [tanh, 2],
  sin: [sin, 1],
  cos: [cos, 1],
  tan: [tan, 1],
  erf: [erf, 2]
};

describe("elementary functions against 50 digits", () => {
  for (const [name, [f, bound]] of Object.entries(functions))
    it(`${name} is within ${bound} ulp of the true value`, () => {
      expect(references[name]!.length).toBeGreaterThan(150);
      const {error, at} = worst(name, f);
      if (process.env["MATH_ERRORS"] !== undefined) console.log(name, error.toFixed(3), at);
      expect(error, `at ${at.join(", ")}`).toBeLessThan(bound);
    });
});

const same = (actual: number, expected: number, what: string): void =>
  expect(Object.is(actual, expected), `${what} is ${Object.is(actual, -0) ? "-0" : actual}`).toBe(true);

describe("elementary functions at their special values", () => {
  const SMALLEST = 5e-324;
  const table: readonly (readonly [name: string, x: number, value: number])[] = [
    ["exp", NaN, NaN],
    ["exp", Infinity, Infinity],
    ["exp", -Infinity, 0],
    ["exp", 0, 1],
    ["exp", -0, 1],
    ["exp", SMALLEST, 1],
    ["exp", 709.7827128933841, Infinity],
    ["exp", -745.1332191019411, SMALLEST],
    ["exp", -745.1332191019412, 0],
    ["exp", 1e308, Infinity],
    ["exp", -1e308, 0],
    ["expm1", NaN, NaN],
    ["expm1", Infinity, Infinity],
    ["expm1", -Infinity, -1],
    ["expm1", 0, 0],
    ["expm1", -0, -0],
    ["expm1", SMALLEST, SMALLEST],
    ["expm1", 710, Infinity],
    ["log", NaN, NaN],
    ["log", -1, NaN],
    ["log", -Infinity, NaN],
    ["log", 0, -Infinity],
    ["log", -0, -Infinity],
    ["log", 1, 0],
    ["log", Infinity, Infinity],
    ["log1p", NaN, NaN],
    ["log1p", -2, NaN],
    ["log1p", -1, -Infinity],
    ["log1p", 0, 0],
    ["log1p", -0, -0],
    ["log1p", Infinity, Infinity],
    ["log2", NaN, NaN],
    ["log2", -1, NaN],
    ["log2", 0, -Infinity],
    ["log2", 1, 0],
    ["log2", Infinity, Infinity],
    ["log10", NaN, NaN],
    ["log10", -1, NaN],
    ["log10", -0, -Infinity],
    ["log10", 1, 0],
    ["log10", Infinity, Infinity],
    ["tanh", NaN, NaN],
    ["tanh", Infinity, 1],
    ["tanh", -Infinity, -1],
    ["tanh", 0, 0],
    ["tanh", -0, -0],
    ["sin", NaN, NaN],
    ["sin", Infinity, NaN],
    ["sin", -Infinity, NaN],
    ["sin", 0, 0],
    ["sin", -0, -0],
    ["sin", SMALLEST, SMALLEST],
    ["cos", NaN, NaN],
    ["cos", Infinity, NaN],
    ["cos", -0, 1],
    ["tan", NaN, NaN],
    ["tan", -Infinity, NaN],
    ["tan", -0, -0],
    ["erf", NaN, NaN],
    ["erf", Infinity, 1],
    ["erf", -Infinity, -1],
    ["erf", 0, 0],
    ["erf", -0, -0]
  ];
  for (const [name, x, value] of table)
    it(`${name}(${Object.is(x, -0) ? "-0" : x}) is ${Object.is(value, -0) ? "-0" : value}`, () =>
      same(functions[name]![0](x), value, name));

  it("powers of 2 and of 10 have whole logarithms", () => {
    for (let n = -1074; n <= 1023; n++) same(log2(2 ** n), n === 0 ? 0 : n, `log2(2^${n})`);
    for (let n = 0; n <= 22; n++) same(log10(Number(`1e${n}`)), n, `log10(1e${n})`);
  });
});

describe("pow", () => {
  // IEEE 754-2019, 9.2.1
  const table: readonly (readonly [x: number, y: number, value: number])[] = [
    ...[NaN, 0, -0, Infinity, -Infinity, 5e-324, -3].flatMap((x) => [[x, 0, 1] as const, [x, -0, 1] as const]),
    ...[NaN, Infinity, -Infinity, 0.5, -1e308].map((y) => [1, y, 1] as const),
    [NaN, 1, NaN],
    [2, NaN, NaN],
    [-1, NaN, NaN],
    [-1, Infinity, 1],
    [-1, -Infinity, 1],
    [-1, 3, -1],
    [-1, 1e300, 1],
    [-1, 0.5, NaN],
    [-8, 1 / 3, NaN],
    [0, -1, Infinity],
    [-0, -1, -Infinity],
    [-0, -3, -Infinity],
    [-0, -2, Infinity],
    [-0, -0.5, Infinity],
    [0, -Infinity, Infinity],
    [-0, -Infinity, Infinity],
    [0, 3, 0],
    [-0, 3, -0],
    [-0, 2, 0],
    [-0, 0.5, 0],
    [0, Infinity, 0],
    [0.9, Infinity, 0],
    [0.9, -Infinity, Infinity],
    [-0.9, Infinity, 0],
    [1.1, Infinity, Infinity],
    [-1.1, -Infinity, 0],
    [Infinity, 0.1, Infinity],
    [Infinity, -0.1, 0],
    [-Infinity, 3, -Infinity],
    [-Infinity, 2, Infinity],
    [-Infinity, 2.5, Infinity],
    [-Infinity, -3, -0],
    [-Infinity, -2, 0],
    [-Infinity, Infinity, Infinity],
    [2, 1024, Infinity],
    [-2, 1025, -Infinity],
    [2, -1074, 5e-324],
    [2, -1076, 0],
    [-2, -1077, -0],
    [2, 1e308, Infinity],
    [2, 5e-324, 1],
    [0.9999999999999999, 1e300, 0],
    [1.0000000000000002, -1e300, 0],
    [5e-324, 1, 5e-324],
    [-2, 3, -8],
    [-2, 9007199254740993, Infinity]
  ];
  const name = (x: number): string => (Object.is(x, -0) ? "-0" : String(x));
  for (const [x, y, value] of table)
    it(`pow(${name(x)}, ${name(y)}) is ${name(value)}`, () => same(pow(x, y), value, "pow"));

  it("is exact where a whole power fits into a float", () => {
    fc.assert(
      fc.property(fc.integer({min: -31, max: 31}), fc.integer({min: 1, max: 10}), (x, y) => {
        const value = Number(BigInt(x) ** BigInt(y)); // at most 31^10, below 2^53
        if (x !== 0) expect(pow(x, y)).toBe(value);
      })
    );
  });
});

describe("laws of elementary functions", () => {
  const any = fc.double({noNaN: true});

  it("odd functions are odd and cos is even, bit for bit", () => {
    fc.assert(
      fc.property(any, (x) => {
        for (const f of [sin, tan, tanh, erf]) same(f(-x), -f(x), f.name);
        same(cos(-x), cos(x), "cos");
      })
    );
  });

  it("exp and log undo each other to rounding", () => {
    fc.assert(
      fc.property(fc.double({min: -700, max: 700, noNaN: true}), (x) => {
        expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(3e-16 + 2.3e-16 * Math.abs(x));
      })
    );
  });

  it("exp, log, tanh and erf never decrease from one float to one well above it", () => {
    fc.assert(
      fc.property(
        fc.double({min: 1e-3, max: 20, noNaN: true}),
        fc.double({min: 1e-14, max: 1, noNaN: true}),
        (x, d) => {
          for (const f of [exp, log, tanh, erf]) expect(f(x * (1 + d))).toBeGreaterThanOrEqual(f(x));
        }
      )
    );
  });

  it("sine and cosine lie on the unit circle, also far out", () => {
    fc.assert(
      fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), (x) => {
        expect(Math.abs(sin(x) * sin(x) + cos(x) * cos(x) - 1)).toBeLessThan(1e-15);
      })
    );
  });
});
