import {cos, exp, sin} from "/lib/index.js";

/** A curve that can be looked at closely. */
interface Curve {
  readonly text: string;
  readonly of: (x: number) => number;
  /** How a program says it, with the names that it needs of the library. */
  readonly code: string;
  readonly uses: readonly string[];
}

export type CurveName = "square" | "wave" | "power" | "size";

export const curves: Readonly<Record<CurveName, Curve>> = {
  square: {text: "x²", of: (x) => x * x, code: "x * x", uses: []},
  wave: {text: "sin 3x", of: (x) => sin(3 * x), code: "sin(3 * x)", uses: ["sin"]},
  power: {text: "eˣ", of: exp, code: "exp(x)", uses: ["exp"]},
  size: {text: "|x|", of: Math.abs, code: "Math.abs(x)", uses: []}
};

/** Rise over run between two points of a curve. */
export const steepness = (f: (x: number) => number, from: number, to: number): number =>
  (f(to) - f(from)) / (to - from);

/** A valley with a second, shallower one beside it, and its slope. */
export const valley = {
  height: (x: number): number => 0.5 * x * x + cos(2 * x + 1),
  slope: (x: number): number => x - 2 * sin(2 * x + 1)
};
