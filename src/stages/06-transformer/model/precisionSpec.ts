/** Which numbers a transformer is trained in, and what is kept of it. */
import type {GradientSize} from "../../../components/lossScale.js";

export const GRADIENT_PARTS = ["embedding", "attention", "feedForward", "norms", "stream", "logits"] as const;
export type GradientPart = (typeof GRADIENT_PARTS)[number];

export interface PartSizes {
  readonly part: GradientPart;
  readonly sizes: readonly GradientSize[];
}

/** How numbers are kept between steps, and in which they are computed. */
export const PRECISIONS = {
  float32: {name: "float32", format: "float32", master: true, power: 0},
  bfloat16: {name: "bfloat16, master", format: "bfloat16", master: true, power: 0},
  noMaster: {name: "bfloat16 alone", format: "bfloat16", master: false, power: 0},
  up12: {name: "float16, loss · 2¹²", format: "float16", master: true, power: 12},
  float16: {name: "float16, master", format: "float16", master: true, power: 0},
  down10: {name: "float16, loss · 2⁻¹⁰", format: "float16", master: true, power: -10},
  down14: {name: "float16, loss · 2⁻¹⁴", format: "float16", master: true, power: -14},
  down18: {name: "float16, loss · 2⁻¹⁸", format: "float16", master: true, power: -18}
} as const;

export type Precision = keyof typeof PRECISIONS;

export const PRECISION_STEPS = 250;
export const PRECISION_SEEDS = [1, 2, 3] as const;

export interface PrecisionRun {
  readonly precision: Precision;
  /** On held-out text at the end, of each seed, in nats a letter. */
  readonly losses: readonly number[];
}
