import {exp, expm1} from "../lib/core/math/exp.js";
import {log, log10, log1p, log2} from "../lib/core/math/log.js";
import {pow} from "../lib/core/math/pow.js";
import {tanh} from "../lib/core/math/tanh.js";
import {cos, sin, tan} from "../lib/core/math/trig.js";
import {key} from "../lib/core/random/key.js";
import {uniform} from "../lib/core/random/uniform.js";
import type {Measure} from "./suite.js";

const CALLS = 10_000;

const between = (low: number, high: number): Float64Array =>
  Float64Array.from({length: CALLS}, (_, i) => low + (high - low) * uniform(key(1), i));

/** Both sum over all arguments, so that no call can be left out. */
const measure = (
  workload: string,
  [low, high]: readonly [number, number],
  ours: (xs: Float64Array) => number,
  theirs: (xs: Float64Array) => number
): Measure => {
  const xs = between(low, high);
  return {
    suite: "math",
    workload: `${workload} of ${low} to ${high}`,
    unit: `${CALLS} calls`,
    ours: () => ours(xs),
    peer: "Math",
    theirs: () => theirs(xs)
  };
};

/**
 * What it costs that every engine gets the same bits: each function beside the engine's own.
 *
 * Each has a loop of its own, for an engine compiles a loop that all share for none of them.
 */
export const measures: readonly Measure[] = [
  measure(
    "exp",
    [-20, 20],
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += exp(xs[i]!);
      return sum;
    },
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += Math.exp(xs[i]!);
      return sum;
    }
  ),
  measure(
    "expm1",
    [-1, 1],
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += expm1(xs[i]!);
      return sum;
    },
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += Math.expm1(xs[i]!);
      return sum;
    }
  ),
  measure(
    "log",
    [0, 10],
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += log(xs[i]!);
      return sum;
    },
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += Math.log(xs[i]!);
      return sum;
    }
  ),
  measure(
    "log1p",
    [0, 1],
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += log1p(xs[i]!);
      return sum;
    },
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += Math.log1p(xs[i]!);
      return sum;
    }
  ),
  measure(
    "log2",
    [0, 10],
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += log2(xs[i]!);
      return sum;
    },
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += Math.log2(xs[i]!);
      return sum;
    }
  ),
  measure(
    "log10",
    [0, 10],
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += log10(xs[i]!);
      return sum;
    },
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += Math.log10(xs[i]!);
      return sum;
    }
  ),
  measure(
    "pow to the 1.7",
    [0, 10],
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += pow(xs[i]!, 1.7);
      return sum;
    },
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += Math.pow(xs[i]!, 1.7);
      return sum;
    }
  ),
  measure(
    "tanh",
    [-3, 3],
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += tanh(xs[i]!);
      return sum;
    },
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += Math.tanh(xs[i]!);
      return sum;
    }
  ),
  measure(
    "sin",
    [-10, 10],
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += sin(xs[i]!);
      return sum;
    },
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += Math.sin(xs[i]!);
      return sum;
    }
  ),
  measure(
    "cos",
    [-10, 10],
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += cos(xs[i]!);
      return sum;
    },
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += Math.cos(xs[i]!);
      return sum;
    }
  ),
  measure(
    "tan",
    [-10, 10],
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += tan(xs[i]!);
      return sum;
    },
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += Math.tan(xs[i]!);
      return sum;
    }
  ),
  measure(
    "large sin",
    [1e6, 1e22],
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += sin(xs[i]!);
      return sum;
    },
    (xs) => {
      let sum = 0;
      for (let i = 0; i < xs.length; i++) sum += Math.sin(xs[i]!);
      return sum;
    }
  )
];
