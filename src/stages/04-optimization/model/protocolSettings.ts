/** What can be wrong with a network that learns, and what the checks say of it. */

export const FAULTS = ["none", "frozen", "slow", "loud", "unpaired", "unreset", "leak"] as const;
export type Fault = (typeof FAULTS)[number];

export const RATIO_RATES = [0.0001, 0.001, 0.01, 0.1, 1] as const;

/** Losses in nats per token, of examples that went through the same faulty hands. */
export interface Checked {
  readonly fault: Fault;
  /** Before the first step. */
  readonly first: number;
  /** Of a single batch that was learned again and again, and the least that its examples allow. */
  readonly alone: number;
  readonly least: number;
  /** Update to weight, of the hidden layer. */
  readonly ratio: number;
  /** Where answers were dealt out anew before they were learned. */
  readonly mixed: number;
  /** Of 2,048 examples, at the end. */
  readonly last: number;
}
