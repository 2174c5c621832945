import {exp as e} from "../../core/math/exp.js";
import {log as ln} from "../../core/math/log.js";
import {pow as power} from "../../core/math/pow.js";
import {tanh as th} from "../../core/math/tanh.js";
import {cos as cosine, sin as sine} from "../../core/math/trig.js";

/**
 * A local derivative, of an operation with a value and the operands x and y: a number that it always is, the name of
 * the one of the three that it equals, or a function of them.
 *
 * (Most slopes of most graphs are numbers and names, and a call less for each is a third of the time of `backward`.)
 */
export type Slope = number | "value" | "x" | "y" | ((value: number, x: number, y: number) => number);

/** A slope as a number. */
export function slopeAt(slope: Slope, value: number, x: number, y: number): number {
  if (typeof slope === "number") return slope;
  return slope === "y" ? y : slope === "x" ? x : slope === "value" ? value : slope(value, x, y);
}

/** What an operation does to numbers and, beside it, how fast its value changes with each operand. */
export interface Rule {
  readonly op: string;
  readonly value: (x: number, y: number) => number;
  /** ∂value/∂x and, of an operation on two numbers, ∂value/∂y. */
  readonly slopes: readonly Slope[];
  /** TeX of the value. */
  readonly formula: string;
  /** TeX of each slope. */
  readonly slopeFormulas: readonly string[];
}

/** 1 / (1 + e^-x); below 0, where e^-x may be infinite, as e^x / (1 + e^x). */
const logistic = (x: number): number => {
  if (x >= 0) return 1 / (1 + e(-x));
  const small = e(x);
  return small / (1 + small);
};

/** 1 for the larger number, 0 for the smaller, half for equals. */
const share = (x: number, y: number): number => (x > y ? 1 : x === y ? 0.5 : 0);

/**
 * All that the engine knows about derivatives. At a kink, where slopes from both sides differ, one between them stands.
 */
export const rules = {
  /** ∂(x + y) = 1, 1 */
  add: {op: "add", value: (x, y) => x + y, slopes: [1, 1], formula: "x+y", slopeFormulas: ["1", "1"]},

  /** ∂(x − y) = 1, −1 */
  sub: {op: "sub", value: (x, y) => x - y, slopes: [1, -1], formula: "x-y", slopeFormulas: ["1", "-1"]},

  /** ∂(x y) = y, x */
  mul: {
    op: "mul",
    value: (x, y) => x * y,
    slopes: ["y", "x"],
    formula: "x\\,y",
    slopeFormulas: ["y", "x"]
  },

  /** ∂(x / y) = 1 / y, −x / y² */
  div: {
    op: "div",
    value: (x, y) => x / y,
    slopes: [(_, x, y) => 1 / y, (value, x, y) => -value / y],
    formula: "\\frac{x}{y}",
    slopeFormulas: ["\\frac{1}{y}", "-\\frac{x}{y^2}"]
  },

  /** ∂(xʸ) = y xʸ⁻¹, xʸ ln x: the first is 0 for y = 0, the second for x = 0 and y ≥ 0, where IEEE would say NaN */
  pow: {
    op: "pow",
    value: power,
    slopes: [
      (_, x, y) => (y === 0 ? 0 : y * power(x, y - 1)),
      (value, x, y) => (x === 0 && y >= 0 ? 0 : value * ln(x))
    ],
    formula: "x^y",
    slopeFormulas: ["y\\,x^{y-1}", "x^y\\ln x"]
  },

  /** max(x, y): the larger has slope 1; of equals, each has half */
  max: {
    op: "max",
    value: Math.max,
    slopes: [(_, x, y) => share(x, y), (_, x, y) => share(y, x)],
    formula: "\\max(x,y)",
    slopeFormulas: ["[x>y]", "[y>x]"]
  },

  /** min(x, y): the smaller has slope 1; of equals, each has half */
  min: {
    op: "min",
    value: Math.min,
    slopes: [(_, x, y) => share(y, x), (_, x, y) => share(x, y)],
    formula: "\\min(x,y)",
    slopeFormulas: ["[x<y]", "[y<x]"]
  },

  /** (−x)′ = −1 */
  neg: {op: "neg", value: (x) => -x, slopes: [-1], formula: "-x", slopeFormulas: ["-1"]},

  /** (eˣ)′ = eˣ */
  exp: {op: "exp", value: e, slopes: ["value"], formula: "e^x", slopeFormulas: ["e^x"]},

  /** (ln x)′ = 1 / x; at 0 the value is −∞ and the slope ∞ */
  log: {op: "log", value: ln, slopes: [(_, x) => 1 / x], formula: "\\ln x", slopeFormulas: ["\\frac{1}{x}"]},

  /** tanh′ x = 1 − tanh² x */
  tanh: {
    op: "tanh",
    value: th,
    slopes: [(value) => 1 - value * value],
    formula: "\\tanh x",
    slopeFormulas: ["1-\\tanh^2 x"]
  },

  /** σ′(x) = σ(x) (1 − σ(x)) */
  sigmoid: {
    op: "sigmoid",
    value: logistic,
    slopes: [(value) => value * (1 - value)],
    formula: "\\sigma(x)",
    slopeFormulas: ["\\sigma(x)\\,(1-\\sigma(x))"]
  },

  /** relu′ x = 1 for x > 0 and 0 elsewhere, at 0 too */
  relu: {
    op: "relu",
    value: (x) => Math.max(x, 0),
    slopes: [(_, x) => (x > 0 ? 1 : 0)],
    formula: "\\max(x,0)",
    slopeFormulas: ["[x>0]"]
  },

  /** sin′ x = cos x */
  sin: {op: "sin", value: sine, slopes: [(_, x) => cosine(x)], formula: "\\sin x", slopeFormulas: ["\\cos x"]},

  /** cos′ x = −sin x */
  cos: {op: "cos", value: cosine, slopes: [(_, x) => -sine(x)], formula: "\\cos x", slopeFormulas: ["-\\sin x"]},

  /** (√x)′ = 1 / (2 √x), at 0 ∞ */
  sqrt: {
    op: "sqrt",
    value: Math.sqrt,
    slopes: [(value) => 0.5 / value],
    formula: "\\sqrt x",
    slopeFormulas: ["\\frac{1}{2\\sqrt x}"]
  },

  /** |x|′ = the sign of x, at 0 0 */
  abs: {
    op: "abs",
    value: Math.abs,
    slopes: [(_, x) => Math.sign(x)],
    formula: "|x|",
    slopeFormulas: ["\\operatorname{sign} x"]
  }
} as const satisfies Readonly<Record<string, Rule>>;

/** The operations on one number. */
export type UnaryOp = "neg" | "exp" | "log" | "tanh" | "sigmoid" | "relu" | "sin" | "cos" | "sqrt" | "abs";
/** The operations on two. */
export type BinaryOp = Exclude<keyof typeof rules, UnaryOp>;

/** How a value came about. */
export type Op = "variable" | "constant" | keyof typeof rules | "sum" | "dot";
