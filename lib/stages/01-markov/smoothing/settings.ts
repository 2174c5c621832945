import {ConfigError, found} from "../../../core/errors.js";

/** Refuses a list that has not one number for each order. */
export function oneForEach(where: string, values: readonly number[], length: number, what: string): void {
  if (values.length !== length)
    throw new ConfigError(where, `there is one number for ${what}`, [
      found("expected", length),
      found("given", values.length)
    ]);
}
