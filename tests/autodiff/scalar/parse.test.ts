import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {backward} from "../../../lib/autodiff/scalar/backward.js";
import {variable} from "../../../lib/autodiff/scalar/expression.js";
import {graphOf} from "../../../lib/autodiff/scalar/graphOf.js";
import {namesIn, parse} from "../../../lib/autodiff/scalar/parse.js";

const given = {x: 2, y: 3, z: -1};

it.each([
  ["(x + y) * z", -5],
  ["x + y * z", -1],
  ["x - y - z", 0],
  ["x / y / 2", 1 / 3],
  ["2 / -x * 4", -4],
  ["-x^2", -4],
  ["(-x)^2", 4],
  ["2^3^2", 512],
  ["x^-y", 0.125],
  ["- -x", 2],
  ["+x", 2],
  ["-x*y", -6],
  ["1.5e1 + .5", 15.5],
  ["max(x, y) - min(x, y)", 1],
  ["relu(z) + abs(z)", 1],
  ["exp(log(y))", 3],
  ["sqrt(x * 2)", 2],
  ["  x\n* y\t", 6],
  ["x × y − x ÷ 2", 5],
  ["tanh(0) + sin(0) + cos(0) + sigmoid(0)", 1.5],
  ["((((x))))", 2]
])("%s is %d", (text, value) => expect(parse(text, given).value).toBeCloseTo(value, 12));

it("a name used twice is one variable, with one gradient", () => {
  const x = variable(2, "x");
  const root = parse("x * x + x", {x});
  expect(backward(root).get(x)).toBe(5);
  expect(graphOf(root).filter(({label}) => label === "x")).toHaveLength(1);
  expect(graphOf(parse("x * x", {x: 4})).map(({op, label}) => [op, label])).toEqual([
    ["variable", "x"],
    ["mul", undefined]
  ]);
});

it("names its names in the order of their use, without those of functions", () => {
  expect(namesIn("b * tanh(a + b) - max(α, c1)")).toEqual(["b", "a", "α", "c1"]);
});

describe("says what is wrong, and where:", () => {
  it.each([
    ["", 0, "an operand is missing here: the end was found"],
    ["x +", 3, "an operand is missing here"],
    ["x + * y", 4, 'an operand is missing here: "*" was found'],
    ["(x + y", 6, "a ) is missing here: the end was found"],
    ["x + y)", 5, 'a sign is missing before ")"'],
    ["2x", 1, "write * between factors"],
    ["x y", 2, "write * between factors"],
    ["x(y)", 0, "write * between factors"],
    ["x $ y", 2, "formulas have no such character"],
    ["w + 1", 0, "names with a value: x, y, z"],
    ["1 + tnh(x)", 4, "did you mean tanh?"],
    ["sin x", 0, "sin takes its operand in parentheses"],
    ["max(x)", 5, "max takes 2 operands"],
    ["sin(x, y)", 5, "sin takes 1 operand, in parentheses"],
    ["__proto__", 0, "__proto__ has no value"],
    ["constructor(2)", 0, "there is no function constructor"],
    ["toString", 0, "toString has no value"]
  ])("%j at %d: %s", (text, position, message) => {
    expect(() => parse(text, given)).toThrow(message);
    expect(() => parse(text, given)).toThrow(new RegExp(`position +${position}\n`));
  });

  it("names whose values are neither numbers nor expressions, such as what objects inherit", () => {
    const wrong = {constructor: Object} as unknown as Readonly<Record<string, number>>;
    expect(() => parse("constructor + 1", wrong)).toThrow("operands are numbers and expressions");
    expect(() => parse("constructor", wrong)).toThrow("operands are numbers and expressions");
  });

  it.each([
    ["parentheses", "(".repeat(100_000) + "x" + ")".repeat(100_000)],
    ["signs", "-".repeat(100_000) + "x"],
    ["powers", "x" + "^x".repeat(100_000)],
    ["functions", "sin(".repeat(100_000)]
  ])("100,000 %s inside each other", (_, text) => {
    expect(() => parse(text, given)).toThrow("nested more than 200 deep");
  });
});

it("a formula may be long, if it is not deep", () => {
  const x = variable(1);
  expect(backward(parse(`x${" + x".repeat(50_000)}`, {x})).get(x)).toBe(50_001);
});

it("throws nothing but its own error, whatever the text", () => {
  const piece = fc.constantFrom(
    "x",
    "y",
    "1",
    "2.",
    "+",
    "-",
    "*",
    "/",
    "^",
    "(",
    ")",
    ",",
    "sin",
    "max",
    " ",
    "é",
    "1e",
    "𝒙",
    "\u0000"
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((pieces) => pieces.join("")),
        fc.string({unit: "binary"})
      ),
      (text) => {
        try {
          return typeof parse(text, given).value === "number";
        } catch (error) {
          return error instanceof Error && error.name === "TextError";
        }
      }
    ),
    {numRuns: 2000}
  );
});
