import type {LogitsRule} from "./logits.js";

/**
 * Rules one after another, each on the logits that the one before left. Their order matters; none is the identity.
 *
 * @example
 * const rule = chain(temperature(0.5), topK(2));
 * [...softmax(rule(Float64Array.of(0, 1, 1), []))]; // [0, 0.5, 0.5]
 */
export const chain =
  (...rules: readonly LogitsRule[]): LogitsRule =>
  (logits, context) =>
    rules.reduce<Float64Array>((now, rule) => rule(now, context), logits.slice());
