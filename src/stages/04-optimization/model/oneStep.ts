/** One step of gradient descent on a curve, beside the parabola that is above it everywhere. */

interface Curve {
  readonly name: string;
  readonly at: (x: number) => number;
  readonly slope: (x: number) => number;
  /** The largest curvature anywhere. */
  readonly smoothness: number;
}

export const CURVES = ["parabola", "valley", "wave"] as const;
export type CurveName = (typeof CURVES)[number];

export const curves: Readonly<Record<CurveName, Curve>> = {
  parabola: {name: "½ x²", at: (x) => (x * x) / 2, slope: (x) => x, smoothness: 1},
  valley: {
    name: "√(1 + x²)",
    at: (x) => Math.sqrt(1 + x * x),
    slope: (x) => x / Math.sqrt(1 + x * x),
    smoothness: 1
  },
  wave: {
    name: "x²/6 + cos x",
    at: (x) => (x * x) / 6 + Math.cos(x),
    slope: (x) => x / 3 - Math.sin(x),
    smoothness: 4 / 3
  }
};

/** f(x) + f′(x)(y − x) + ½ L (y − x)²: nowhere below a curve whose slope changes by at most L times the way. */
export const bound = ({at, slope, smoothness}: Curve, x: number, y: number): number =>
  at(x) + slope(x) * (y - x) + (smoothness * (y - x) * (y - x)) / 2;

/** What a step with the rate η gains, and what the descent lemma promises: η (1 − Lη/2) times the slope's square. */
export function gainOf(curve: Curve, x: number, rate: number): {readonly gained: number; readonly promised: number} {
  const slope = curve.slope(x);
  return {
    gained: curve.at(x) - curve.at(x - rate * slope),
    promised: rate * (1 - (curve.smoothness * rate) / 2) * slope * slope
  };
}
