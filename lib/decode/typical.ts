import {exp} from "../core/math/exp.js";
import {ascending, keepWhere, type LogitsRule} from "./logits.js";
import {ROUNDING, requireSetting} from "./settings.js";
import {logSoftmax} from "./softmax.js";

/**
 * Keeps the tokens whose surprisal is nearest to the entropy, until they have a probability of at least `mass`; all
 * that are as near as the last one stay.
 *
 * @throws ConfigError unless 0 < mass <= 1.
 * @see Meister et al., Locally Typical Sampling, 2023. https://arxiv.org/abs/2202.00666
 */
export function typical(mass: number): LogitsRule {
  requireSetting("typical", "the mass is a number above 0, at most 1", mass > 0 && mass <= 1, mass);
  return (logits) => {
    const logProbs = logSoftmax(logits);
    if (mass === 1) return logits.slice();
    const order = ascending(logProbs);
    let entropy = 0;
    for (const x of order) entropy -= x * exp(x);
    const distance = (x: number): number => Math.abs(-x - entropy);
    // from the entropy outwards, always to the nearer side: the order of distances without sorting them
    let right = 0;
    while (right < order.length && order[right]! < -entropy) right++;
    let left = right - 1;
    let sum = 0;
    let farthest = 0;
    while (sum < mass * (1 - ROUNDING) && (left >= 0 || right < order.length)) {
      const goLeft = right >= order.length || (left >= 0 && distance(order[left]!) <= distance(order[right]!));
      const x = order[goLeft ? left-- : right++]!;
      farthest = distance(x);
      sum += exp(x);
    }
    return keepWhere(logits, (_, id) => distance(logProbs[id]!) <= farthest);
  };
}
