import {decades} from "../components/chart/decades.js";
import {writeNumber} from "../components/number.js";

/**
 * Names values of a logarithmic axis: those that are no ticks, which somebody reads at a line, and of the ticks those that
 * begin with one of the digits; the others have no name.
 */
export const logTicks =
  (digits: readonly number[]) =>
  (value: number): string => {
    const digit = value / 10 ** Math.floor(Math.log10(value) + 1e-9);
    const whole = Math.round(digit);
    if (Math.abs(digit - whole) > 1e-6) return writeNumber(value, 3);
    if (!digits.includes(whole)) return "";
    return whole === 1 && value >= 1e5 ? decades(1)(value) : writeNumber(value, 3);
  };
