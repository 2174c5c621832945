import {whole} from "../core/check.js";
import {ConfigError, found} from "../core/errors.js";

/** A number of numbers that come in pairs. @throws ConfigError unless it is whole, even and at least 2. */
export function evenExtent(where: string, n: number): number {
  if (whole(where, n, {least: 2}) % 2 === 0) return n;
  throw new ConfigError(where, "must be even", [found(where.slice(where.lastIndexOf(".") + 1), n)]);
}
