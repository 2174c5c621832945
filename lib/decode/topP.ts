import {softmax} from "./softmax.js";
import {ascending, keepLargest, largest, type LogitsRule} from "./logits.js";
import {ROUNDING, requireSetting, requireMinKeep, type MinKeep} from "./settings.js";

/**
 * Keeps the smallest set of likeliest tokens whose probabilities sum to at least p: the nucleus. The token that takes
 * the sum across p is in it; of equals at the border those with smaller ids.
 *
 * @throws ConfigError unless 0 <= p <= 1 and `minKeep` is a whole number >= 1.
 * @see Holtzman et al., The Curious Case of Neural Text Degeneration, 2020. https://arxiv.org/abs/1904.09751
 *
 * @example
 * const logits = Float64Array.of(0.5, 0.3, 0.2).map(Math.log);
 * [...softmax(topP(0.75)(logits, []))]; // [0.625, 0.375, 0]
 */
export function topP(p: number, {minKeep = 1}: MinKeep = {}): LogitsRule {
  requireSetting("topP", "p is a number from 0 to 1", p >= 0 && p <= 1, p, "0.9 keeps nine tenths of the probability");
  requireMinKeep("topP", minKeep);
  return (logits) => {
    largest("topP", logits);
    if (p === 1) return logits.slice();
    const order = ascending(logits);
    const probs = softmax(order);
    const least = p * (1 - ROUNDING);
    let i = order.length - 1;
    for (let sum = probs[i]!; i > 0 && (sum < least || order.length - i < minKeep);) sum += probs[--i]!;
    return keepLargest(logits, order.length - i, order[i]!);
  };
}
