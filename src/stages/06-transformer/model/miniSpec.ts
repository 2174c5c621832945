/** The mini-project as it was run for the book: what was varied, and what is kept of it. */

export const MINI = {
  sort: {name: "sorting"},
  oneBlock: {name: "sorting, one block"},
  noPositions: {name: "sorting, no positions"},
  narrow: {name: "sorting, width 16"},
  addition: {name: "addition"},
  reversed: {name: "addition, last digit first"}
} as const;

export type MiniName = keyof typeof MINI;

export const MINI_STEPS = 500;
/** Examples of a step, and held-out ones that a model is judged by. */
export const MINI_BATCH = 48;
export const MINI_HELD = 200;
export const MINI_EVERY = 25;
export const MINI_SEEDS = [1, 2, 3] as const;

export interface MiniCurve {
  /** Loss on held-out examples, nats a sign of the answer, every so many steps. */
  readonly losses: readonly number[];
  /** The share of held-out examples without a fault. */
  readonly accuracies: readonly number[];
  /** Of the held-out examples, the share that were not by chance among those that it learned from; and its accuracy on these. */
  readonly fresh: number;
  readonly freshAccuracy: number;
}

export interface MiniRun {
  readonly name: MiniName;
  readonly parameters: number;
  /** One for each seed. */
  readonly curves: readonly MiniCurve[];
}
