import {largest, type LogitsRule} from "./logits.js";
import {requireSetting} from "./settings.js";

/**
 * Logits over T: below 1 the likely become likelier, above 1 all become more alike.
 *
 * The limits are exact: at 0 the likeliest tokens share everything (their logits are 0, all others are removed); at
 * Infinity all tokens that are not removed are equally likely.
 *
 * @throws ConfigError for a negative T or NaN.
 *
 * @example
 * [...softmax(temperature(0.5)(Float64Array.of(0, Math.log(3)), []))]; // [0.1, 0.9]
 */
export function temperature(T: number): LogitsRule {
  requireSetting(
    "temperature",
    "the temperature is a number >= 0",
    T >= 0,
    T,
    "0 is greedy, 1 leaves the model as it is"
  );
  return (logits) => {
    const top = largest("temperature", logits);
    if (T === 0) return logits.map((x) => (x === top ? 0 : -Infinity));
    if (T === Infinity) return logits.map((x) => (x === -Infinity ? x : 0));
    const shift = Math.abs(top / T) < Infinity ? 0 : top; // a quotient that overflows: probabilities know no shift
    return logits.map((x) => (x - shift) / T);
  };
}
