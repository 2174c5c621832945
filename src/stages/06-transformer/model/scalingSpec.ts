import type {TransformerLmConfig} from "/lib/stages/transformer.js";
import {estimate, type TransformerConfig} from "/lib/transformer.js";

/** The width that no fit sees, to see whether the others foretell it. */
export const HELD = 64;

/** Widths of the family. */
export const WIDTHS = [8, 16, 24, 32, 48, HELD] as const;

/** Steps after which a run may end. */
export const ENDS = [128, 256, 512, 1024, 2048] as const;

const CONTEXT = 64;
const BATCH = 16;
export const TOKENS_PER_STEP = CONTEXT * BATCH;

/** Held-out letters on which each run is judged. */
export const SCORED = 20_000;

/** Draws of runs from the runs, for the intervals of a fit. */
export const DRAWS = 200;

/** A law with a loss that no size and no text takes away, or without one. */
export const FORMS = ["floor", "no floor"] as const;
export type LawForm = (typeof FORMS)[number];

/** Which runs a reader may leave to a fit: those of at least such a width, and of at least so many steps. */
export const SIZES = {all: WIDTHS[0], "without 8": WIDTHS[1], "without 8 and 16": WIDTHS[2]} as const;
export const FROM = ENDS.slice(0, 3);

/** Whether a fit sees a run: of such a width and so many steps at least, and not of those that are held out. */
export const isFitted =
  (leastWidth: number = WIDTHS[0], leastSteps: number = ENDS[0]) =>
  ({width, tokens}: Pick<ScalingRun, "width" | "tokens">): boolean =>
    width < HELD && width >= leastWidth && tokens >= leastSteps * TOKENS_PER_STEP;

/** The last steps of a run, in which its rate falls: a fifth, as `stable-decay` has it. */
export const fallOf = (end: number): number => Math.round(0.2 * end);

/** One end of a run. */
export interface ScalingRun {
  readonly width: number;
  readonly parameters: number;
  readonly tokens: number;
  /** Operations of training, counted exactly. */
  readonly flops: number;
  /** On held-out text, in nats a letter, after the rate has fallen. */
  readonly loss: number;
  /** And had it not fallen; undefined where the trunk did not go so far. */
  readonly unfallen?: number;
}

/** A wider model wants a smaller rate: found by a search of four rates for each of three sizes. */
const rateOf = (width: number): number => 0.75 * Math.pow(width, -1.25);

/** Two blocks, heads of 8 numbers. */
export const scalingConfig = (width: number, corpus: string, totalSteps: number): TransformerLmConfig => ({
  corpus,
  width,
  layers: 2,
  heads: width / 8,
  context: CONTEXT,
  batchSize: BATCH,
  learningRate: rateOf(width),
  schedule: "stable-decay",
  warmup: 32,
  totalSteps,
  scored: SCORED
});

/** What a model of the family costs, for a vocabulary. */
export function costOf(width: number, vocabSize: number) {
  const description: TransformerConfig = {
    vocabSize,
    width,
    layers: 2,
    heads: width / 8,
    context: CONTEXT,
    tied: true
  };
  const {parameters, flopsPerToken} = estimate(description);
  return {parameters: parameters.total, flopsPerToken: flopsPerToken.training};
}
