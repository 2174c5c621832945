/** Curves on [0, 1] from sums of bends: one hidden layer of a network with one input and one output. */
import {exp, sin, tanh} from "/lib/index.js";

export const TARGETS = ["wave", "hill", "corner", "stairs"] as const;
export type Target = (typeof TARGETS)[number];
export type Unit = "relu" | "tanh";

interface Curve {
  readonly name: string;
  readonly at: (x: number) => number;
  /** The largest slope, in size. */
  readonly steepest: number;
  /** The largest second derivative, in size; Infinity for a curve with corners. */
  readonly curved: number;
}

const clamp = (x: number): number => Math.min(1, Math.max(0, x));

export const targets: Readonly<Record<Target, Curve>> = {
  wave: {
    name: "a wave",
    at: (x) => 0.5 + 0.4 * sin(2 * Math.PI * x),
    steepest: 0.8 * Math.PI,
    curved: 1.6 * Math.PI * Math.PI
  },
  // the slope of a Gaussian hill is largest one deviation beside its top, where it is height/deviation·e^(−1/2)
  hill: {
    name: "a hill",
    at: (x) => 0.1 + 0.8 * exp(-0.5 * ((x - 0.4) / 0.1) * ((x - 0.4) / 0.1)),
    steepest: 8 * exp(-0.5),
    curved: 80
  },
  corner: {name: "a corner", at: (x) => 0.2 + Math.abs(x - 0.37), steepest: 1, curved: Infinity},
  stairs: {
    name: "two ramps",
    at: (x) => 0.1 + 0.4 * clamp(8 * (x - 0.2)) + 0.4 * clamp(8 * (x - 0.65)),
    steepest: 3.2,
    curved: Infinity
  }
};

/** A hidden layer of one input: Σ out · φ(weight · x + bias), plus a constant. */
export interface Shallow {
  readonly unit: Unit;
  readonly hidden: readonly {readonly weight: number; readonly bias: number; readonly out: number}[];
  readonly constant: number;
}

export const bend = (unit: Unit, z: number): number => (unit === "relu" ? Math.max(0, z) : tanh(z));

export const evaluate = ({unit, hidden, constant}: Shallow, x: number): number =>
  hidden.reduce((sum, {weight, bias, out}) => sum + out * bend(unit, weight * x + bias), constant);

/** n pieces of a line through the curve at 0, 1/n, …, 1: each relu adds what the slope changes. */
export function reluFit(f: (x: number) => number, n: number): Shallow {
  const slope = (k: number): number => n * (f((k + 1) / n) - f(k / n));
  return {
    unit: "relu",
    hidden: Array.from({length: n}, (_, k) => ({
      weight: 1,
      bias: k === 0 ? 0 : -k / n,
      out: k === 0 ? slope(0) : slope(k) - slope(k - 1)
    })),
    constant: f(0)
  };
}

/** n stairs with the curve's height in the middle of each: each tanh is one step up or down, as sharp as `sharpness` · n. */
export function tanhFit(f: (x: number) => number, n: number, sharpness: number): Shallow {
  const height = (k: number): number => f((k + 0.5) / n);
  const jumps = Array.from({length: n - 1}, (_, k) => height(k + 1) - height(k));
  return {
    unit: "tanh",
    hidden: jumps.map((jump, k) => ({weight: sharpness * n, bias: -sharpness * (k + 1), out: jump / 2})),
    constant: (height(0) + height(n - 1)) / 2
  };
}

export const fitOf = (unit: Unit, target: Target, n: number, sharpness: number): Shallow =>
  unit === "relu" ? reluFit(targets[target].at, n) : tanhFit(targets[target].at, n, sharpness);

/** What the error cannot be above, as the page proves it. */
export function boundOf(unit: Unit, target: Target, n: number, sharpness: number): number {
  const {steepest, curved} = targets[target];
  const h = 1 / n;
  if (unit === "relu") return Math.min((steepest * h) / 2, (curved * h * h) / 8);
  const q = exp(-2 * sharpness);
  return steepest * h * (1 + (2 * q) / (1 - q));
}

/** The largest distance between curve and network, on 4,001 places. */
export function errorOf(net: Shallow, target: Target): number {
  let most = 0;
  for (let i = 0; i <= 4000; i++)
    most = Math.max(most, Math.abs(evaluate(net, i / 4000) - targets[target].at(i / 4000)));
  return most;
}
