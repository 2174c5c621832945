/** Which numbers a transformer is trained in, and what is kept of it. */
import {BFLOAT16, FLOAT16, FLOAT32} from "../../../components/floats.js";
import type {GradientSize} from "../../../components/lossScale.js";

export const GRADIENT_PARTS = ["embedding", "attention", "feedForward", "norms", "stream", "logits"] as const;
export type GradientPart = (typeof GRADIENT_PARTS)[number];

export interface PartSizes {
  readonly part: GradientPart;
  readonly sizes: readonly GradientSize[];
}

/** How numbers are kept between steps, and in which they are computed. */
export const PRECISIONS = {
  float32: {format: FLOAT32, master: true, power: 0},
  bfloat16: {format: BFLOAT16, master: true, power: 0},
  noMaster: {format: BFLOAT16, master: false, power: 0},
  up12: {format: FLOAT16, master: true, power: 12},
  float16: {format: FLOAT16, master: true, power: 0},
  down10: {format: FLOAT16, master: true, power: -10},
  down14: {format: FLOAT16, master: true, power: -14},
  down18: {format: FLOAT16, master: true, power: -18}
} as const;

export type Precision = keyof typeof PRECISIONS;

export const PRECISION_STEPS = 250;
export const PRECISION_SEEDS = [1, 2, 3] as const;

export interface PrecisionRun {
  readonly precision: Precision;
  /** On held-out text at the end, of each seed, in nats a letter. */
  readonly losses: readonly number[];
}
