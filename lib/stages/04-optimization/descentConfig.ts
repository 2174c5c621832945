import type {FieldsOf} from "../../core/fields.js";
import {LANDSCAPES, type LandscapeName} from "./landscapes.js";

/** Optimizers that walk a landscape. Muon is for matrices, and a point is none. */
export const DESCENTS = [
  "sgd",
  "momentum",
  "nesterov",
  "adagrad",
  "rmsprop",
  "adam",
  "adamw",
  "nadam",
  "lion"
] as const;
/** The optimizers that walk down a landscape. */
export type DescentOptimizer = (typeof DESCENTS)[number];

/** What a walk down a landscape is told. */
export interface DescentConfig {
  /** `quadratic` unless it is named. */
  readonly landscape?: LandscapeName;
  /** `sgd` unless it is named. */
  readonly optimizer?: DescentOptimizer;
  /** 0.05 unless it is named. */
  readonly learningRate?: number;
  /** What the velocity of `momentum` and `nesterov` keeps: 0.9 unless it is named. */
  readonly momentum?: number;
  /** 0 unless it is named. */
  readonly weightDecay?: number;
  /** The standard deviation of what is added to each number of the gradient: 0 unless it is named. */
  readonly noise?: number;
  /** Where the walk begins: −1.2, 1 unless it is named. Each landscape has a `start` that suits it. */
  readonly startX?: number;
  /** The other coordinate of where the walk begins: 1 unless it is named. */
  readonly startY?: number;
  /** Of the quadratic; other landscapes do not look at it. 10 unless it is named. */
  readonly conditionNumber?: number;
  /** What draws the noise: 1 unless it is named. */
  readonly seed?: number;
}

/** The settings of a walk, described. */
export const descentFields: FieldsOf<DescentConfig> = {
  landscape: {
    kind: "choice",
    label: "Landscape",
    about: "the function whose lowest point is looked for",
    default: "quadratic",
    choices: LANDSCAPES
  },
  optimizer: {
    kind: "choice",
    label: "Optimizer",
    about: "how a gradient becomes a step",
    default: "sgd",
    choices: DESCENTS
  },
  learningRate: {
    kind: "real",
    label: "Learning rate",
    about: "how long a step is",
    default: 0.05,
    least: 0,
    offered: [0.0001, 0.001, 0.003, 0.01, 0.03, 0.05, 0.1, 0.3, 1]
  },
  momentum: {
    kind: "real",
    label: "Momentum",
    about: "how much of its velocity the walk keeps, where the optimizer is momentum or nesterov",
    default: 0.9,
    least: 0,
    below: 1,
    offered: [0, 0.5, 0.8, 0.9, 0.95, 0.99]
  },
  weightDecay: {
    kind: "real",
    label: "Weight decay",
    about: "how strongly the point is drawn to 0 besides",
    default: 0,
    least: 0,
    offered: [0, 0.01, 0.1, 1]
  },
  noise: {
    kind: "real",
    label: "Noise",
    about: "the standard deviation of what is added to each number of the gradient",
    default: 0,
    least: 0,
    offered: [0, 0.1, 0.3, 1, 3]
  },
  startX: {kind: "real", label: "Start, x", about: "the first coordinate of the start", default: -1.2},
  startY: {kind: "real", label: "Start, y", about: "the second coordinate of the start", default: 1},
  conditionNumber: {
    kind: "real",
    label: "Condition number",
    about: "how many times steeper the quadratic curves in one direction than in the other",
    default: 10,
    least: 1,
    offered: [1, 3, 10, 30, 100, 1000]
  },
  seed: {kind: "whole", label: "Seed", about: "what draws the noise", default: 1, offered: [1, 2, 3, 4, 5]}
};
