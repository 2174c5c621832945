import {exp} from "../core/math/exp.js";
import {ascending, keepLargest, keepWhere, largest, type LogitsRule} from "./logits.js";
import {ROUNDING, requireSetting, requireMinKeep, type MinKeep} from "./settings.js";

/**
 * Keeps the tokens that are at least p times as likely as the likeliest, and at least `minKeep` of them.
 *
 * @throws ConfigError unless 0 <= p <= 1 and `minKeep` is a whole number >= 1.
 * @see Nguyen et al., Turning Up the Heat: Min-p Sampling, 2024. https://arxiv.org/abs/2407.01082
 */
export function minP(p: number, {minKeep = 1}: MinKeep = {}): LogitsRule {
  requireSetting(
    "minP",
    "p is a number from 0 to 1",
    p >= 0 && p <= 1,
    p,
    "0.05 keeps tokens a twentieth as likely as the top"
  );
  requireMinKeep("minP", minKeep);
  return (logits) => {
    const least = p * (1 - ROUNDING);
    const top = largest("minP", logits);
    const likely = keepWhere(logits, (x) => exp(x - top) >= least);
    if (likely.reduce((count, x) => (x === -Infinity ? count : count + 1), 0) >= minKeep) return likely;
    const order = ascending(logits);
    const count = Math.min(minKeep, order.length);
    return keepLargest(logits, count, order[order.length - count]!);
  };
}
