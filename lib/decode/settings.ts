import {ConfigError, found} from "../core/errors.js";

/**
 * How far, in parts of a border, a sum or quotient of probabilities may miss it and still count as reaching it: 32 ulps,
 * for probabilities come from logarithms. Without it, .3 and .5 do not make the .8 that was asked for.
 */
export const ROUNDING = 32 * 2.220446049250313e-16;

/** Refuses a setting that does not satisfy its rule. */
export function requireSetting(where: string, rule: string, ok: boolean, value: unknown, hint?: string): void {
  if (!ok)
    throw new ConfigError(where, rule, [found("found", typeof value === "number" ? String(value) : value)], hint);
}

/** At least how many tokens a truncation leaves. */
export interface MinKeep {
  readonly minKeep?: number;
}

export const requireMinKeep = (where: string, minKeep: number): void =>
  requireSetting(where, "`minKeep` is a whole number >= 1", Number.isSafeInteger(minKeep) && minKeep >= 1, minKeep);
