/** A form that a reader puts together, at the budget of the others. */
import {hiddenOf, SIZES, type Form} from "./architectureForms.js";

export const OWN_POSITIONS = ["rope", "learned", "sinusoidal", "alibi", "none"] as const;
export const OWN_BENDS = ["swiglu", "geglu", "gelu-tanh", "relu", "4 experts", "8 experts"] as const;
export const OWN_KEYS = ["4", "2", "1"] as const;
export const OWN_WINDOWS = ["0", "8", "16", "32"] as const;

/** What a reader chooses. */
export interface Own {
  readonly positions: (typeof OWN_POSITIONS)[number];
  readonly norm: "rms" | "layer";
  readonly placement: "pre" | "post";
  readonly bends: (typeof OWN_BENDS)[number];
  readonly keys: (typeof OWN_KEYS)[number];
  readonly window: (typeof OWN_WINDOWS)[number];
}

/** The description of it: as wide inside as the budget of operations allows. */
export function ownForm({positions, norm, placement, bends, keys, window}: Own): Form {
  const experts = bends.endsWith("experts") ? Number(bends[0]) : 0;
  const feedForward = experts > 0 ? "swiglu" : (bends as Exclude<typeof bends, `${string} experts`>);
  const kind = experts > 0 ? "experts" : feedForward.endsWith("glu") ? "gated" : "plain";
  const kvHeads = Number(keys);
  return {
    ...SIZES,
    positions,
    norm,
    placement,
    feedForward,
    experts,
    kvHeads,
    window: Number(window),
    hidden: hiddenOf(kind, kvHeads)
  };
}
