import {ConfigError, found} from "../core/errors.js";

/** The number itself, if it is whole and at least `least`; else a ConfigError that says where it came from. */
export function whole(where: string, value: number, least = 0): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new ConfigError(where, `must be a whole number, at least ${least}`, [found("value", value)]);
}
