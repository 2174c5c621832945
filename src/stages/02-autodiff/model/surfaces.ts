/** Functions of two numbers, written in the library's own operations. */
import {add, backward, cos, div, mul, pow, sin, sub, sum, variable, type Expression} from "/lib/scalar.js";

export interface Surface {
  readonly name: string;
  /** What the two numbers are called. */
  readonly axes: readonly [string, string];
  readonly f: (x: Expression, y: Expression) => Expression;
  readonly code: string;
  readonly uses: readonly string[];
}

/** Four points near a line, made up, so that the loss of a line is a function of its slope and its height. */
const linePoints = [
  [-1, -1.1],
  [0, 0.4],
  [1, 0.6],
  [2, 2.1]
] as const;

export const surfaces = {
  loss: {
    name: "loss of a line",
    axes: ["slope w", "height b"],
    f: (w, b) => div(sum(linePoints.map(([x, y]) => pow(sub(add(mul(w, x), b), y), 2))), linePoints.length),
    code: `div(sum(${JSON.stringify(linePoints)}.map(([s, t]) => pow(sub(add(mul(x, s), y), t), 2))), ${linePoints.length})`,
    uses: ["add", "sub", "mul", "div", "pow", "sum"]
  },
  bowl: {
    name: "x² + y²",
    axes: ["x", "y"],
    f: (x, y) => add(mul(x, x), mul(y, y)),
    code: "add(mul(x, x), mul(y, y))",
    uses: ["add", "mul"]
  },
  valley: {
    name: "x²/4 + 2y²",
    axes: ["x", "y"],
    f: (x, y) => add(mul(0.25, mul(x, x)), mul(2, mul(y, y))),
    code: "add(mul(0.25, mul(x, x)), mul(2, mul(y, y)))",
    uses: ["add", "mul"]
  },
  saddle: {
    name: "x² − y²",
    axes: ["x", "y"],
    f: (x, y) => sub(mul(x, x), mul(y, y)),
    code: "sub(mul(x, x), mul(y, y))",
    uses: ["sub", "mul"]
  },
  hills: {
    name: "sin 2x cos 2y",
    axes: ["x", "y"],
    f: (x, y) => mul(sin(mul(2, x)), cos(mul(2, y))),
    code: "mul(sin(mul(2, x)), cos(mul(2, y)))",
    uses: ["mul", "sin", "cos"]
  }
} as const satisfies Readonly<Record<string, Surface>>;

export type SurfaceName = keyof typeof surfaces;

export const surfaceNames = Object.keys(surfaces) as readonly SurfaceName[]; // the keys of a literal

export const heightAt = ({f}: Surface, x: number, y: number): number => f(variable(x), variable(y)).value;

/** Both partial derivatives, from one pass backward. */
export function gradientAt({f}: Surface, x: number, y: number): readonly [number, number] {
  const [a, b] = [variable(x), variable(y)];
  const slopes = backward(f(a, b));
  return [slopes.get(a), slopes.get(b)];
}
