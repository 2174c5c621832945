import type {LogitsRule} from "./logits.js";

/** Rules one after another, each on the logits that the one before left. Their order matters; none is the identity. */
export const chain =
  (...rules: readonly LogitsRule[]): LogitsRule =>
  (logits, context) =>
    rules.reduce<Float64Array>((now, rule) => rule(now, context), logits.slice());
