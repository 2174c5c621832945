import {ascending, keepWhere, largest, type LogitsRule} from "./logits.js";
import {requireSetting} from "./settings.js";

/**
 * Keeps the k likeliest tokens, and all that are as likely as the k-th.
 *
 * @throws ConfigError unless k is a whole number >= 1.
 * @see Fan, Lewis and Dauphin, Hierarchical Neural Story Generation, 2018. https://arxiv.org/abs/1805.04833
 *
 * @example
 * [...softmax(topK(1)(Float64Array.of(0, 1, 2), []))]; // [0, 0, 1]
 */
export function topK(k: number): LogitsRule {
  requireSetting(
    "topK",
    "k is a whole number >= 1",
    Number.isSafeInteger(k) && k >= 1,
    k,
    "1 keeps the likeliest token only"
  );
  return (logits) => {
    largest("topK", logits);
    if (k >= logits.length) return logits.slice();
    const order = ascending(logits);
    const least = order[Math.max(0, order.length - k)]!;
    return keepWhere(logits, (x) => x >= least);
  };
}
