/** The functions of one number that stage 2 lets the reader choose from, written in the library's own operations. */
import {abs, add, backward, cos, div, exp, mul, relu, sin, sqrt, tanh, variable, type Expression} from "/lib/scalar.js";

export interface Curve {
  /** What f(x) is, as a menu shows it. */
  readonly name: string;
  readonly f: (x: Expression) => Expression;
  /** `f` as a reader would type it. */
  readonly code: string;
  /** Names of the library that `code` uses. */
  readonly uses: readonly string[];
}

const curve = (name: string, f: Curve["f"], code: string, ...uses: readonly string[]): Curve => ({name, f, code, uses});

export const curves = {
  square: curve("x²", (x) => mul(x, x), "mul(x, x)", "mul"),
  cube: curve("x³", (x) => mul(mul(x, x), x), "mul(mul(x, x), x)", "mul"),
  inverse: curve("1/x", (x) => div(1, x), "div(1, x)", "div"),
  root: curve("√x", (x) => sqrt(x), "sqrt(x)", "sqrt"),
  sine: curve("sin x", (x) => sin(x), "sin(x)", "sin"),
  cosine: curve("cos x", (x) => cos(x), "cos(x)", "cos"),
  exponential: curve("eˣ", (x) => exp(x), "exp(x)", "exp"),
  tanh: curve("tanh x", (x) => tanh(x), "tanh(x)", "tanh"),
  above: curve("1 + x²", (x) => add(1, mul(x, x)), "add(1, mul(x, x))", "add", "mul"),
  size: curve("|x|", (x) => abs(x), "abs(x)", "abs"),
  relu: curve("relu x", (x) => relu(x), "relu(x)", "relu"),
  identity: curve("x", (x) => x, "x")
} as const satisfies Readonly<Record<string, Curve>>;

export type CurveName = keyof typeof curves;

export const valueAt = ({f}: Curve, x: number): number => f(variable(x)).value;

/** The slope by the rules of the library. */
export function slopeAt({f}: Curve, at: number): number {
  const x = variable(at);
  return backward(f(x)).get(x);
}

/** The difference quotient over a step h, in either direction. */
export const quotientAt = (curve: Curve, x: number, h: number): number =>
  (valueAt(curve, x + h) - valueAt(curve, x)) / h;

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** 10 to the power e as text, as in 10⁻³ or 3.2 · 10⁻⁵. */
export function powerText(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const [mantissa = "1", exponent = "0"] = value.toExponential(1).split("e");
  const raised = Array.from(exponent.replace("+", ""))
    .map((c) => (c === "-" ? "⁻" : SUPERSCRIPTS[Number(c)]))
    .join("");
  const plain = Math.abs(value) >= 0.01 && Math.abs(value) < 1000;
  if (plain) return String(Number(value.toPrecision(2))).replace("-", "−");
  return `${mantissa === "1.0" ? "" : `${mantissa.replace("-", "−").replace(/\.0$/, "")} · `}10${raised}`;
}
