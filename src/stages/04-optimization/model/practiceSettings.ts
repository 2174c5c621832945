/** Which runs the page on practice shows, and what is kept of them. */

export const PRACTICE_STEPS = 400;

export const SCALES = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30] as const;

/** What the network knew of held-out names before the first step and after the last, in nats per token. */
export interface ScaledRun {
  readonly layer: "hidden" | "output";
  readonly factor: number;
  readonly first: number;
  readonly last: number;
}

export interface AlikeRun {
  /** Between two hidden neurons at the end. */
  readonly difference: number;
  readonly alike: number;
  readonly usual: number;
  /** Of a network with a single hidden neuron. */
  readonly single: number;
}

export const CLIP_RATES = [0.3, 1, 3] as const;
export const CLIP_AT = [0.1, 0.3, 1, 3, Infinity] as const;

export interface ClippedRun {
  readonly rate: number;
  /** 0 where nothing was clipped. */
  readonly most: number;
  /** The share of steps whose gradient was longer. */
  readonly clipped: number;
  /** Every 20 steps, in nats per token; 99 is what no number can say. */
  readonly losses: readonly number[];
  readonly longest: number;
  readonly median: number;
}
