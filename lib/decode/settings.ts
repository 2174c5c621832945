import {ConfigError, found} from "../core/errors.js";

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
