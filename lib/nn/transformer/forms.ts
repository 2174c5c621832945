/** The ways in which a transformer can know where a token stands. */
export const POSITIONS = ["learned", "sinusoidal", "rope", "alibi", "none"] as const;
/** The feed-forward layers that a transformer can have; `none` leaves it out. */
export const FEED_FORWARDS = ["relu", "gelu", "gelu-tanh", "silu", "reglu", "geglu", "swiglu", "none"] as const;

/** How a model knows where a token stands. */
export type PositionKind = (typeof POSITIONS)[number];

/**
 * What bends the feed-forward layer. Those that end in `glu` have a gate (Shazeer 2020); `gelu-tanh` is GPT-2's; with `none`
 * there is no such layer, and blocks are attention alone.
 */
export type FeedForwardKind = (typeof FEED_FORWARDS)[number];
