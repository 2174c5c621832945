/** Which runs with few bits the page on practice shows, and what is kept of them. */

export const LOW_STEPS = 800;
export const LOW_EVERY = 40;
export const LOW_RATES = [0.0003, 0.001, 0.003] as const;

/** How weights are kept between steps. */
export const KEEPERS = ["float32", "nearest", "master", "chance"] as const;
export type Keeper = (typeof KEEPERS)[number];

export const KEEPER_NAMES: Readonly<Record<Keeper, string>> = {
  float32: "float32",
  nearest: "bfloat16, nearest",
  master: "bfloat16, float32 master",
  chance: "bfloat16, by chance"
};

export interface LowRun {
  readonly rate: number;
  readonly keeper: Keeper;
  /** Every so many steps, in nats per token. */
  readonly losses: readonly number[];
  /** Of the updates that were not 0, the share that changed no weight. */
  readonly lost: number;
}
