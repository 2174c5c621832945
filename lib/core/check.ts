import {ConfigError, found} from "./errors.js";

/** Where a number may lie. A border that is absent is no border; Infinity as `most` says that infinity itself is fine. */
interface Range {
  /** The smallest number allowed. */
  readonly least?: number;
  /** All allowed numbers are greater. */
  readonly above?: number;
  /** The greatest number allowed. */
  readonly most?: number;
  /** All allowed numbers are smaller. */
  readonly below?: number;
  /** What to do about a number that is refused. */
  readonly hint?: string;
}

/**
 * The number itself, if it is whole, safe and in the range (from 0 up, unless the range says otherwise).
 *
 * @param where - The function or config with the field, such as `topK.k`: its last part names the value in the message.
 * @throws ConfigError
 */
export function whole(where: string, value: unknown, range: Range = {least: 0}): number {
  if (Number.isSafeInteger(value) && inRange(value as number, range)) return value as number;
  return refuse(where, "a whole number", value, range);
}

/**
 * The number itself, if it is one (not NaN), finite unless a border says Infinity, and in the range.
 *
 * @throws ConfigError
 */
export function real(where: string, value: unknown, range: Range = {}): number {
  const {least, most} = range;
  if (typeof value === "number") {
    const infinite = Math.abs(value) === Infinity && value !== most && value !== least;
    if (!infinite && inRange(value, range)) return value;
  }
  return refuse(where, "a number", value, range);
}

const inRange = (x: number, {least = -Infinity, above, most = Infinity, below}: Range): boolean =>
  x >= least && x <= most && (above === undefined || x > above) && (below === undefined || x < below);

/** The borders in words: "from 0 to 4", "above 0 and below 1", "at least 1". */
function borders({least, above, most, below}: Range): string {
  const up = most !== undefined && most < Infinity;
  if (least !== undefined && least > -Infinity && up) return ` from ${least} to ${most}`;
  const parts = [
    ...(least === undefined || least === -Infinity ? [] : [`at least ${least}`]),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(up ? [`at most ${most}`] : []),
    ...(below === undefined ? [] : [`below ${below}`])
  ];
  return parts.length === 0 ? "" : ` ${parts.join(" and ")}`;
}

function refuse(where: string, kind: string, value: unknown, range: Range): never {
  const name = where.slice(where.lastIndexOf(".") + 1);
  throw new ConfigError(where, `must be ${kind}${borders(range)}`, [found(name, value)], range.hint);
}
