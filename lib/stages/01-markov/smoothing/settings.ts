import {ConfigError, found} from "../../../core/errors.js";

/** Refuses a setting that is not a finite number above zero. */
export function positive(where: string, value: number): void {
  if (!(value > 0 && value < Infinity))
    throw new ConfigError(where, "this is a finite number above 0", [found(where.split(".").at(-1)!, value)]);
}

/** Refuses a setting outside a closed range. */
export function within(where: string, value: number, least: number, most: number): void {
  if (!(value >= least && value <= most))
    throw new ConfigError(where, `this is a number from ${least} to ${most}`, [found(where.split(".").at(-1)!, value)]);
}

/** Refuses a list that has not one number for each order, and numbers outside a closed range. */
export function oneForEach(where: string, values: readonly number[], length: number, what: string): void {
  if (values.length !== length)
    throw new ConfigError(where, `there is one number for ${what}`, [
      found("expected", length),
      found("given", values.length)
    ]);
}
