import {cos, exp, log, sin, tanh} from "/lib/index.js";

export const curves = ["exp", "sin", "tanh", "log", "fifth"] as const;
export type CurveName = (typeof curves)[number];

/** A function with the derivatives that the errors of difference rules depend on, worked out by hand. */
interface SmoothCurve {
  readonly label: string;
  readonly code: string;
  readonly f: (x: number) => number;
  /** The derivative of order 1, 2, 3 or 5. */
  readonly d: (order: 1 | 2 | 3 | 5, x: number) => number;
}

const same =
  (value: number): SmoothCurve["d"] =>
  () =>
    value;

export const smoothCurves: Readonly<Record<CurveName, SmoothCurve>> = {
  exp: {label: "eˣ", code: "exp(x)", f: exp, d: (_, x) => same(exp(x))(1, x)},
  sin: {
    label: "sin x",
    code: "sin(x)",
    f: sin,
    d: (order, x) => ({1: cos(x), 2: -sin(x), 3: -cos(x), 5: cos(x)})[order]
  },
  tanh: {
    label: "tanh x",
    code: "tanh(x)",
    f: tanh,
    d: (order, x) => {
      const t = tanh(x);
      const slope = 1 - t * t;
      return slope * {1: 1, 2: -2 * t, 3: 6 * t * t - 2, 5: 16 - 120 * t * t + 120 * t * t * t * t}[order];
    }
  },
  log: {
    label: "ln x",
    code: "log(x)",
    f: log,
    d: (order, x) => ({1: 1 / x, 2: -1 / (x * x), 3: 2 / (x * x * x), 5: 24 / (x * x * x * x * x)})[order]
  },
  fifth: {
    label: "x⁵",
    code: "x * x * x * x * x",
    f: (x) => x * x * x * x * x,
    d: (order, x) => ({1: 5 * x * x * x * x, 2: 20 * x * x * x, 3: 60 * x * x, 5: 120})[order]
  }
};

export const differences = ["forward", "central", "five-point"] as const;
export type Difference = (typeof differences)[number];

/** A rule of differences: where it asks for f, and how its two errors depend on the step. */
interface DifferenceRule {
  readonly label: string;
  /** f at x + multiple · h, with this weight; the sum is divided by `divisor` · h. */
  readonly terms: readonly (readonly [multiple: number, weight: number])[];
  readonly divisor: number;
  /** The order of the derivative that the truncation depends on, its power of h, and its constant. */
  readonly order: 2 | 3 | 5;
  readonly power: number;
  readonly constant: number;
  /** Rounding: this times ε|f|/h at most. */
  readonly rounding: number;
}

export const differenceRules: Readonly<Record<Difference, DifferenceRule>> = {
  forward: {
    label: "forward",
    terms: [
      [1, 1],
      [0, -1]
    ],
    divisor: 1,
    order: 2,
    power: 1,
    constant: 1 / 2,
    rounding: 2
  },
  central: {
    label: "central",
    terms: [
      [1, 1],
      [-1, -1]
    ],
    divisor: 2,
    order: 3,
    power: 2,
    constant: 1 / 6,
    rounding: 1
  },
  "five-point": {
    label: "five-point",
    terms: [
      [1, 8],
      [-1, -8],
      [2, -1],
      [-2, 1]
    ],
    divisor: 12,
    order: 5,
    power: 4,
    constant: 1 / 30,
    rounding: 3 / 2
  }
};

/** The difference quotient with every operation rounded by `round`. */
export function quotient(
  {terms, divisor}: DifferenceRule,
  f: (x: number) => number,
  x: number,
  h: number,
  round: (x: number) => number
): number {
  let total = 0;
  for (const [multiple, weight] of terms) total = round(total + round(weight * round(f(round(x + multiple * h)))));
  return round(total / round(divisor * h));
}

export interface Theory {
  readonly truncation: (h: number) => number;
  readonly rounding: (h: number) => number;
  /** The step at which their sum is least. */
  readonly best: number;
}

/** What Taylor's theorem and the unit roundoff say of the error at x. */
export function theoryOf(rule: DifferenceRule, {f, d}: SmoothCurve, x: number, unit: number): Theory {
  const slope = rule.constant * Math.abs(d(rule.order, x));
  const noise = rule.rounding * unit * Math.abs(f(x));
  return {
    truncation: (h) => slope * h ** rule.power,
    rounding: (h) => noise / h,
    best: (noise / (rule.power * slope)) ** (1 / (rule.power + 1))
  };
}
