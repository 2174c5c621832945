/** Trained in windows of this length, and judged in windows three times as long. */
export const TRAINED = 32;
export const JUDGED = 96;

export const KINDS = ["rope", "alibi", "sinusoidal", "learned", "none"] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  rope: "rotary",
  alibi: "ALiBi",
  sinusoidal: "waves, added",
  learned: "learned, added",
  none: "none"
};

/** Held-out loss by place in a window. */
export interface PositionRun {
  readonly kind: Kind;
  /** Nats a letter at each place; of learned positions only as far as they were trained. */
  readonly nats: readonly number[];
}
